using cAlgo.API;
using LiqIndicators.CTrader.Drawing;
using LiqIndicators.CTrader.Feeds;
using LiqIndicators.Sessions.Bands;

namespace LiqIndicators.CTrader.Bands;

/// <summary>
/// Writes the labels of the largest bands at the right edge of what the user sees: none over another, none over the last price and,
/// of bands, none over a candle.
/// </summary>
internal sealed class BandLabels
{
    // Height of a label in pixels with the room around it, its distance from the edge, and the width of one of its letters on average.
    private const double Height = 18;
    private const double Edge = 6;
    private const double LetterWidth = 6.8;

    // Two places next to each other do not overlap, however their prices round.
    private const double Touching = 0.999;

    private readonly Chart _chart;
    private readonly LabelPool _labels;
    private readonly List<double> _taken = new();

    internal BandLabels(Chart chart)
    {
        _chart = chart;
        _labels = new LabelPool(chart, "LiqLabel");
    }

    /// <summary>Writes the labels of a moment; write again when the chart has been scrolled or zoomed.</summary>
    /// <param name="shapes">Bands, largest first.</param>
    /// <param name="ownStopOutPrice">The account's own stop-out; NaN for none. Its label comes before those of bands.</param>
    /// <param name="palette">Colours.</param>
    /// <param name="isStale">Whether the data are too old: the labels are then grey.</param>
    /// <param name="price">Last price.</param>
    internal void Paint(IReadOnlyList<BandShape> shapes, double ownStopOutPrice, ChartPalette palette, bool isStale, double price)
    {
        _labels.Begin();
        double bottom = _chart.BottomY;
        double top = _chart.TopY;
        if (_chart.Height > 0 && top > bottom)
        {
            DateTime edgeUtc = ChartTime.Utc(_chart.XToTime(_chart.Width - Edge));
            double room = Height * (top - bottom) / _chart.Height;
            double ownLabel = double.NaN;
            _taken.Clear();
            _taken.Add(price);
            if (!double.IsNaN(ownStopOutPrice))
            {
                // Above its line, which would strike it through; below where there is no room above.
                double above = ownStopOutPrice + (room / 2);
                ownLabel = above <= top - (room / 2) ? above : ownStopOutPrice - (room / 2);
                if (HasRoom(ownLabel))
                {
                    Add("your stop-out, estimated", ownLabel, palette.Text);
                }
            }

            foreach (BandShape shape in shapes)
            {
                if (shape.Label.Length > 0 && shape.StartUtc < edgeUtc)
                {
                    double middle = PlaceOf(shape);
                    string text = HasRoom(middle) ? Fitting(shape.Label, middle, room) : "";
                    if (text.Length > 0)
                    {
                        Add(text, middle, isStale ? palette.Stale : palette.Text);
                    }
                }
            }

            // The middle of what is seen of it; beside the account's own label and line where they stand in that place.
            double PlaceOf(in BandShape shape)
            {
                double middle = (Math.Max(shape.LowPrice, bottom) + Math.Min(shape.HighPrice, top)) / 2;
                if (!(Math.Abs(middle - ownLabel) < Touching * room))
                {
                    return middle;
                }

                (double near, double far) = middle < ownLabel ? (ownLabel - room, ownLabel + room) : (ownLabel + room, ownLabel - room);
                return HasRoom(near) ? near : far;
            }

            bool HasRoom(double middle) => middle >= bottom + (room / 2) && middle <= top - (room / 2) && IsFree(middle, room);

            void Add(string text, double middle, Color color)
            {
                _taken.Add(middle);
                _labels.Add(text, edgeUtc, middle, color);
            }
        }

        _labels.End();
    }

    /// <summary>The text, or its dollars alone, whichever lies on no candle; empty for neither.</summary>
    private string Fitting(string text, double middle, double room)
    {
        if (!CoversCandles(text, middle, room))
        {
            return text;
        }

        int end = text.IndexOf("  ", StringComparison.Ordinal);
        string dollars = end < 0 ? text : text[..end];
        return CoversCandles(dollars, middle, room) ? "" : dollars;
    }

    private bool CoversCandles(string text, double middle, double room)
    {
        Bars bars = _chart.Bars;
        double right = _chart.Width - Edge;
        int first = Math.Max(0, (int)Math.Floor(_chart.XToBarIndex(right - (LetterWidth * text.Length))));
        int last = Math.Min(bars.Count - 1, (int)Math.Ceiling(_chart.XToBarIndex(right)));
        for (int i = first; i <= last; i++)
        {
            if (bars.LowPrices[i] < middle + (room / 2) && bars.HighPrices[i] > middle - (room / 2))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsFree(double middle, double room)
    {
        foreach (double other in _taken)
        {
            if (Math.Abs(other - middle) < Touching * room)
            {
                return false;
            }
        }

        return true;
    }
}
