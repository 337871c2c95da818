using cAlgo.API;
using LiqIndicators.CTrader.Drawing;
using LiqIndicators.Sessions.Presentation;

namespace LiqIndicators.CTrader.Guarding;

/// <summary>The guard's card on the chart, and the button that kills it.</summary>
internal sealed class GuardPanel
{
    private const string KillText = "Kill switch";
    private const string LiftText = "Lift kill switch";
    private const string SureText = "Press again to lift";
    private static readonly TimeSpan SureTime = TimeSpan.FromSeconds(5);

    private readonly HudPanel _card;
    private readonly Button _button;
    private readonly Action _kill;
    private readonly Action _lift;
    private bool _isKilled;
    private DateTime _askedUtc;
    private DateTime _nowUtc;

    /// <param name="robot">The robot whose chart it is; its chart is not null.</param>
    /// <param name="kill">Turns the switch on: at once, without a question.</param>
    /// <param name="lift">Turns it off: on the second press within five seconds.</param>
    internal GuardPanel(Robot robot, Action kill, Action lift)
    {
        _kill = kill;
        _lift = lift;
        _button = new Button
        {
            Text = KillText,
            FontSize = 12,
            Padding = new Thickness(9, 4, 9, 4),
            Margin = new Thickness(0, 6, 0, 0),
            HorizontalAlignment = HorizontalAlignment.Left,
        };
        _button.Click += OnClick;
        _card = new HudPanel(robot, "LeverageGuard", _button);
    }

    /// <summary>Shows what changed.</summary>
    internal void Show(HudCard card, ChartPalette palette, bool isKilled, DateTime nowUtc)
    {
        _nowUtc = nowUtc;
        _isKilled = isKilled;
        _card.Show(card, palette);
        string text = !isKilled ? KillText : IsAsked ? SureText : LiftText;
        if (_button.Text != text)
        {
            _button.Text = text;
        }
    }

    /// <summary>Puts on the disk what the user changed.</summary>
    internal void Flush() => _card.Flush();

    internal void Remove()
    {
        _button.Click -= OnClick;
        _card.Remove();
    }

    private bool IsAsked => _nowUtc - _askedUtc <= SureTime;

    private void OnClick(ButtonClickEventArgs click)
    {
        if (!_isKilled)
        {
            _kill();
        }
        else if (IsAsked)
        {
            _askedUtc = default;
            _lift();
        }
        else
        {
            _askedUtc = _nowUtc;
            _button.Text = SureText;
        }
    }
}
