using cAlgo.API;
using LiqIndicators.Analytics.Market;
using LiqIndicators.CTrader.Drawing;
using LiqIndicators.Sessions.Following;
using LiqIndicators.Sessions.Presentation;

namespace LiqIndicators.CTrader.Windows;

/// <summary>Puts a window's line of text into the window and its arrows and lines on the price chart.</summary>
internal sealed class WindowPainter
{
    private const string Gap = "    ";

    // Pixels of the window's own title, and of a letter of the line on average.
    private const double TitleWidth = 150;
    private const double LetterWidth = 6.2;

    private readonly IndicatorArea? _window;
    private readonly string _prefix;
    private readonly NamedShapes<ChartArrow> _arrows;
    private readonly NamedShapes<ChartSegment> _segments;
    private ChartPalette? _palette;
    private bool _isStale;
    private ChartStaticText? _line;

    internal WindowPainter(Chart chart, IndicatorArea? window, string prefix)
    {
        _window = window;
        _prefix = prefix;
        _arrows = new NamedShapes<ChartArrow>(chart, prefix + "Arrow", (name, arrow) =>
        {
            ChartIcon icon = chart.DrawIcon(
                name, arrow.PointsUp ? ChartIconType.UpArrow : ChartIconType.DownArrow, arrow.TimeUtc, arrow.Price, Of(arrow.Side));
            icon.IsLocked = true;
        });
        _segments = new NamedShapes<ChartSegment>(chart, prefix + "Line", (name, segment) =>
        {
            ChartTrendLine line = chart.DrawTrendLine(
                name,
                segment.StartUtc,
                segment.StartPrice,
                segment.EndUtc,
                segment.EndPrice,
                Of(segment.Side),
                1,
                segment.IsModel ? LineStyle.Dots : LineStyle.Solid);
            line.IsLocked = true;
        });
    }

    internal void Paint(ChartDrawing drawing, ChartPalette palette)
    {
        bool isAnew = palette != _palette || drawing.IsStale != _isStale;
        _palette = palette;
        _isStale = drawing.IsStale;
        _arrows.Show(drawing.Arrows, isAnew);
        _segments.Show(drawing.Segments, isAnew);
    }

    /// <summary>Writes the card as one line: a window has no room for more.</summary>
    internal void Write(HudCard card, ChartPalette palette)
    {
        if (_window is null)
        {
            return;
        }

        string text = Fitting(card.Lines, _window.Width);
        HudTone tone = card.Lines.Count == 0 ? HudTone.Quiet : card.Lines[0].Tone;
        Color color = card.IsStale ? palette.Warning : palette.Of(tone);
        _line ??= _window.DrawStaticText(_prefix + "Text", text, VerticalAlignment.Top, HorizontalAlignment.Center, color);
        if (_line.Text != text)
        {
            _line.Text = text;
        }

        if (_line.Color != color)
        {
            _line.Color = color;
        }
    }

    /// <summary>The lines that have room beside the window's own title; the first and warnings always stay, of the others the last go first.</summary>
    private static string Fitting(IReadOnlyList<HudLine> lines, double width)
    {
        // The text is centred, so the title's room is lost at both sides. A window that is not laid out yet has no width.
        double room = width > 0 ? (width - (2 * TitleWidth)) / LetterWidth : double.PositiveInfinity;
        List<HudLine> kept = new(lines);
        while (kept.Sum(line => line.Value.Length + Gap.Length) - Gap.Length > room
            && kept.FindLastIndex(line => line.Tone is not (HudTone.Warning or HudTone.Lack)) is int last and > 0)
        {
            kept.RemoveAt(last);
        }

        return string.Join(Gap, kept.Select(line => line.Value));
    }

    private Color Of(PositionSide side) => _isStale ? _palette!.Stale : _palette!.Of(side);
}
