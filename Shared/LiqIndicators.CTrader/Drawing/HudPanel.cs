using cAlgo.API;
using LiqIndicators.Sessions.Presentation;

namespace LiqIndicators.CTrader.Drawing;

/// <summary>The card on the chart; controls are made once and only what changed is written to them.</summary>
public sealed class HudPanel
{
    private const int MostLines = 16;
    private const double NameWidth = 92;

    private readonly Border _card;
    private readonly TextBlock _title;
    private readonly StackPanel[] _rows = new StackPanel[MostLines];
    private readonly TextBlock[] _names = new TextBlock[MostLines];
    private readonly TextBlock[] _values = new TextBlock[MostLines];

    /// <summary>Adds the card to a chart.</summary>
    /// <param name="chart">Where to draw.</param>
    /// <param name="horizontal">Left or right edge of the chart.</param>
    /// <param name="vertical">Upper or lower edge of the chart.</param>
    public HudPanel(Chart chart, HorizontalAlignment horizontal, VerticalAlignment vertical)
    {
        _title = new TextBlock { FontSize = 12, FontWeight = FontWeight.Bold, Margin = new Thickness(0, 0, 0, 3) };
        StackPanel body = new() { Orientation = Orientation.Vertical };
        body.AddChild(_title);
        for (int i = 0; i < MostLines; i++)
        {
            _names[i] = new TextBlock { FontSize = 12, Width = NameWidth };
            _values[i] = new TextBlock { FontSize = 12 };
            _rows[i] = new StackPanel { Orientation = Orientation.Horizontal, IsVisible = false };
            _rows[i].AddChild(_names[i]);
            _rows[i].AddChild(_values[i]);
            body.AddChild(_rows[i]);
        }

        _card = new Border
        {
            Child = body,
            Padding = new Thickness(9, 7, 9, 7),
            // Below the chart's own title.
            Margin = new Thickness(10, 34, 10, 10),
            CornerRadius = 5,
            BorderThickness = new Thickness(1),
            HorizontalAlignment = horizontal,
            VerticalAlignment = vertical,
        };
        chart.AddControl(_card);
    }

    /// <summary>Shows what a card says.</summary>
    /// <param name="card">The text.</param>
    /// <param name="palette">The colours.</param>
    public void Show(HudCard card, ChartPalette palette)
    {
        Change(_card.BackgroundColor, palette.Card, value => _card.BackgroundColor = value);
        Change(_card.BorderColor, palette.CardBorder, value => _card.BorderColor = value);
        Write(_title, card.Title, card.IsStale ? palette.Warning : palette.Text);
        for (int i = 0; i < MostLines; i++)
        {
            bool isUsed = i < card.Lines.Count;
            if (_rows[i].IsVisible != isUsed)
            {
                _rows[i].IsVisible = isUsed;
            }

            if (isUsed)
            {
                HudLine line = card.Lines[i];
                Write(_names[i], line.Name, palette.Quiet);
                Write(_values[i], line.Value, card.IsStale && line.Tone != HudTone.Warning ? palette.Stale : palette.Of(line.Tone));
            }
        }
    }

    private static void Write(TextBlock block, string text, Color color)
    {
        if (block.Text != text)
        {
            block.Text = text;
        }

        Change(block.ForegroundColor, color, value => block.ForegroundColor = value);
    }

    private static void Change(Color now, Color wanted, Action<Color> write)
    {
        if (now != wanted)
        {
            write(wanted);
        }
    }
}
