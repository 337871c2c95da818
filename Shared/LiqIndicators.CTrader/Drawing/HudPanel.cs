using cAlgo.API;
using cAlgo.API.Internals;
using LiqIndicators.Sessions.Presentation;

namespace LiqIndicators.CTrader.Drawing;

/// <summary>
/// The card on the chart. The user drags it by its grip, folds it and asks for all lines by its buttons; all three are kept per broker,
/// symbol and time frame. Controls are made once and only what changed is written to them.
/// </summary>
public sealed class HudPanel
{
    private const int MostLines = 24;
    private const double NameWidth = 72;
    private const double FontSize = 12;

    // Longer sentences, such as why there are no data, are broken.
    private const double MostWidth = 340;

    // Pixels of the card that stay in sight when the chart becomes smaller than where it lay.
    private const double LeastInSight = 60;

    private readonly Chart _chart;
    private readonly ChartMemory _memory;
    private readonly ChartDraggable _draggable;
    private readonly Border _frame;
    private readonly StackPanel _body;
    private readonly TextBlock _title;
    private readonly TextBlock _badge;
    private readonly TextBlock _brief;
    private readonly Button _fold;
    private readonly Button _more;
    private readonly StackPanel[] _rows = new StackPanel[MostLines];
    private readonly TextBlock[] _names = new TextBlock[MostLines];
    private readonly TextBlock[] _values = new TextBlock[MostLines];
    private CardPlace _place = CardPlace.Standard;
    private HudCard? _card;
    private ChartPalette? _palette;

    /// <summary>Puts an empty card on the chart of an algo, where the user left it.</summary>
    /// <param name="algo">An indicator or a robot whose <see cref="Algo.Chart"/> is not null.</param>
    /// <param name="name">Tells the places of several cards apart; up to 30 letters, digits and spaces.</param>
    /// <param name="footer">What stands below the lines and stays when the card is folded, such as a button; null for nothing.</param>
    public HudPanel(Algo algo, string name, ControlBase? footer = null)
    {
        ArgumentNullException.ThrowIfNull(algo);
        _chart = algo.Chart;
        _memory = new ChartMemory(algo, name);
        if (_memory.Read() is string kept && !CardPlace.TryRead(kept, out _place))
        {
            _memory.Discard(kept);
        }

        _title = new TextBlock { FontSize = FontSize, FontWeight = FontWeight.Bold };
        _badge = new TextBlock { FontSize = FontSize - 1, Margin = new Thickness(10, 1, 0, 0) };
        _brief = new TextBlock { FontSize = FontSize, Margin = new Thickness(10, 0, 0, 0) };
        _fold = Plain(FontSize, new Thickness(0, 0, 8, 0));
        _more = Plain(FontSize - 1, new Thickness(8, 0, 0, 0));
        StackPanel header = new() { Orientation = Orientation.Horizontal };
        header.AddChild(_fold);
        header.AddChild(_title);
        header.AddChild(_badge);
        header.AddChild(_brief);
        header.AddChild(_more);
        _body = new StackPanel { Orientation = Orientation.Vertical, Margin = new Thickness(0, 3, 0, 0) };
        for (int i = 0; i < MostLines; i++)
        {
            _names[i] = new TextBlock { FontSize = FontSize, Width = NameWidth };
            _values[i] = new TextBlock { FontSize = FontSize, MaxWidth = MostWidth, TextWrapping = TextWrapping.Wrap };
            _rows[i] = new StackPanel { Orientation = Orientation.Horizontal, IsVisible = false };
            _rows[i].AddChild(_names[i]);
            _rows[i].AddChild(_values[i]);
            _body.AddChild(_rows[i]);
        }

        StackPanel content = new() { Orientation = Orientation.Vertical };
        content.AddChild(header);
        content.AddChild(_body);
        if (footer is not null)
        {
            content.AddChild(footer);
        }

        _frame = new Border
        {
            Child = content,
            Padding = new Thickness(8, 8, 10, 7),
            CornerRadius = 5,
            BorderThickness = new Thickness(1),
        };
        Fold();
        _draggable = _chart.Draggables.Add();
        _draggable.ShowGrip = true;
        Place();
        _draggable.Child = _frame;
        _draggable.LocationChanged += OnDragged;
        _fold.Click += OnFold;
        _more.Click += OnMore;
        _chart.SizeChanged += OnSizeChanged;
    }

    /// <summary>Shows what a card says; lines beyond the 24th are not shown.</summary>
    /// <param name="card">The text.</param>
    /// <param name="palette">The colours.</param>
    public void Show(HudCard card, ChartPalette palette)
    {
        ArgumentNullException.ThrowIfNull(card);
        ArgumentNullException.ThrowIfNull(palette);
        _card = card;
        _palette = palette;
        if (_frame.BackgroundColor != palette.Card)
        {
            _frame.BackgroundColor = palette.Card;
            _frame.BorderColor = palette.CardBorder;
            _fold.ForegroundColor = palette.Quiet;
            _more.ForegroundColor = palette.Quiet;
        }

        Write(_title, card.Title, card.IsStale ? palette.Warning : palette.Text);
        Write(_badge, card.Badge.Value, ColorOf(card, card.Badge, palette));
        Write(_brief, card.Brief.Value, ColorOf(card, card.Brief, palette));
        int used = 0;
        int details = 0;
        foreach (HudLine line in card.Lines)
        {
            details += line.IsDetail ? 1 : 0;
            if (used < MostLines && (_place.ShowsDetails || !line.IsDetail))
            {
                Write(_names[used], line.Name, palette.Quiet);
                Write(_values[used], line.Value, ColorOf(card, line, palette));
                Show(_rows[used++], true);
            }
        }

        while (used < MostLines)
        {
            Show(_rows[used++], false);
        }

        string more = _place.ShowsDetails ? "less" : FormattableString.Invariant($"{details} more");
        if (_more.Text != more)
        {
            _more.Text = more;
        }

        Show(_more, details > 0 && !_place.IsFolded);
        _memory.Flush();
    }

    /// <summary>Puts on the disk where the user left the card; for whoever loads local storage anew.</summary>
    public void Flush() => _memory.Flush();

    /// <summary>Takes the card away and keeps where it was.</summary>
    public void Remove()
    {
        _chart.SizeChanged -= OnSizeChanged;
        _fold.Click -= OnFold;
        _more.Click -= OnMore;
        _draggable.LocationChanged -= OnDragged;
        _chart.Draggables.Remove(_draggable);
        _memory.Flush();
    }

    private static Color ColorOf(HudCard card, in HudLine line, ChartPalette palette) =>
        card.IsStale && line.Tone != HudTone.Warning ? palette.Stale : palette.Of(line.Tone);

    private static Button Plain(double fontSize, Thickness margin) => new()
    {
        FontSize = fontSize,
        Padding = new Thickness(5, 0, 5, 0),
        Margin = margin,
        BackgroundColor = Color.Transparent,
    };

    private static void Show(ControlBase control, bool isVisible)
    {
        if (control.IsVisible != isVisible)
        {
            control.IsVisible = isVisible;
        }
    }

    private static void Write(TextBlock block, string text, Color color)
    {
        if (block.Text != text)
        {
            block.Text = text;
        }

        if (block.ForegroundColor != color)
        {
            block.ForegroundColor = color;
        }
    }

    private void OnFold(ButtonClickEventArgs click)
    {
        _place = _place with { IsFolded = !_place.IsFolded };
        Fold();
        Keep();
    }

    private void OnMore(ButtonClickEventArgs click)
    {
        _place = _place with { ShowsDetails = !_place.ShowsDetails };
        Keep();
    }

    private void OnDragged(ChartDraggableLocationChangedEventArgs change)
    {
        _place = _place with { X = Math.Max(0, _draggable.X), Y = Math.Max(0, _draggable.Y) };
        _memory.Write(_place.ToText());
    }

    private void OnSizeChanged(ChartSizeEventArgs change) => Place();

    private void Fold()
    {
        _fold.Text = _place.IsFolded ? "+" : "–";
        _body.IsVisible = !_place.IsFolded;
        _badge.IsVisible = !_place.IsFolded;
        _brief.IsVisible = _place.IsFolded;
    }

    /// <summary>Lays the card where the user wants it, or as near as the chart's size allows: it stays reachable.</summary>
    private void Place()
    {
        _draggable.X = Inside(_place.X, _chart.Width);
        _draggable.Y = Inside(_place.Y, _chart.Height);
    }

    // A chart that is not laid out yet has no size.
    private static double Inside(double wanted, double size) => size > LeastInSight ? Math.Min(wanted, size - LeastInSight) : wanted;

    private void Keep()
    {
        _memory.Write(_place.ToText());
        _memory.Flush();
        if (_card is not null && _palette is not null)
        {
            Show(_card, _palette);
        }
    }
}
