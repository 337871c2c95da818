using cAlgo.API;
using LiqIndicators.CTrader.Drawing;
using LiqIndicators.CTrader.Feeds;
using LiqIndicators.Sessions.Bands;

namespace LiqIndicators.CTrader.Bands;

/// <summary>Puts the map as it stands on the price chart: bars from the right edge, behind the candles, as a volume profile.</summary>
internal sealed class HistogramPainter
{
    private const int BarAlpha = 96;
    private const int BarZIndex = -100;

    // The fullest row reaches over this share of the chart.
    private const double LongestShare = 0.22;

    private readonly Chart _chart;
    private readonly RectanglePool _bars;

    internal HistogramPainter(Chart chart)
    {
        _chart = chart;
        _bars = new RectanglePool(chart, "LiqRow");
    }

    /// <summary>Draws the rows of a moment; draw again when the chart has been scrolled or zoomed.</summary>
    /// <param name="rows">Rows in sight.</param>
    /// <param name="palette">Colours.</param>
    /// <param name="isStale">Whether the data are too old: the drawing is then grey.</param>
    internal void Paint(IReadOnlyList<HistogramRow> rows, ChartPalette palette, bool isStale)
    {
        DateTime edgeUtc = ChartTime.Utc(_chart.XToTime(_chart.Width));
        _bars.Begin(rows.Select(row => row.Id));
        foreach (HistogramRow row in rows)
        {
            DateTime startUtc = ChartTime.Utc(_chart.XToTime(_chart.Width * (1 - (LongestShare * row.Share))));
            Color color = Color.FromArgb(BarAlpha, isStale ? palette.Stale : palette.Of(row.Side));
            _bars.Set(row.Id, startUtc, row.LowPrice, edgeUtc, row.HighPrice, color, BarZIndex);
        }

        _bars.End();
    }
}
