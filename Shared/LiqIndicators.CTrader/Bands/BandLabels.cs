using cAlgo.API;
using LiqIndicators.CTrader.Drawing;
using LiqIndicators.CTrader.Feeds;
using LiqIndicators.Sessions.Bands;

namespace LiqIndicators.CTrader.Bands;

/// <summary>Writes the labels of the largest bands at the right edge of what the user sees: none over another, none over the last price.</summary>
internal sealed class BandLabels
{
    // Height of a label in pixels with the room around it, and its distance from the edge.
    private const double Height = 18;
    private const double Edge = 6;

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
            _taken.Clear();
            _taken.Add(price);
            if (!double.IsNaN(ownStopOutPrice))
            {
                // Above its line, which would strike it through; below where there is no room above.
                double above = ownStopOutPrice + (room / 2);
                Add("your stop-out, estimated", above <= top - (room / 2) ? above : ownStopOutPrice - (room / 2), palette.Text);
            }

            foreach (BandShape shape in shapes)
            {
                if (shape.Label.Length > 0 && shape.StartUtc < edgeUtc)
                {
                    // The middle of what is seen of it.
                    Add(shape.Label, (Math.Max(shape.LowPrice, bottom) + Math.Min(shape.HighPrice, top)) / 2, isStale ? palette.Stale : palette.Text);
                }
            }

            void Add(string text, double middle, Color color)
            {
                if (middle >= bottom + (room / 2) && middle <= top - (room / 2) && IsFree(middle, room))
                {
                    _taken.Add(middle);
                    _labels.Add(text, edgeUtc, middle, color);
                }
            }
        }

        _labels.End();
    }

    private bool IsFree(double middle, double room)
    {
        foreach (double other in _taken)
        {
            if (Math.Abs(other - middle) < room)
            {
                return false;
            }
        }

        return true;
    }
}
