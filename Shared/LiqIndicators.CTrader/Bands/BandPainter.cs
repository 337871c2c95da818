using System.Numerics;
using cAlgo.API;
using LiqIndicators.CTrader.Drawing;
using LiqIndicators.Sessions.Bands;

namespace LiqIndicators.CTrader.Bands;

/// <summary>Puts bands on the price chart.</summary>
internal sealed class BandPainter
{
    // Opacity of the five strengths, out of 255: from 12% to 55%, so that candles stay the subject.
    private static readonly int[] Alphas = { 31, 56, 84, 112, 140 };
    private const int TraceAlpha = 36;

    // The halo of a band, to where other kernels would put its amount: much fainter than the band itself.
    private const int HaloAlpha = 14;

    // Behind the candles, stronger bands over weaker ones, halos behind all bands.
    private const int BandZIndex = -100;
    private const int HaloZIndex = -110;

    // Bands reach at least this many bars beyond the last one, and are stretched once in as many bars.
    private const int BarsAhead = 100;

    private readonly RectanglePool _bands;

    internal BandPainter(Chart chart) => _bands = new RectanglePool(chart, "LiqBand");

    /// <summary>Draws the bands of a moment.</summary>
    /// <param name="shapes">Bands, largest first.</param>
    /// <param name="palette">Colours.</param>
    /// <param name="isStale">Whether the data are too old: the drawing is then grey.</param>
    /// <param name="nowUtc">Opening time of the chart's last bar.</param>
    /// <param name="barLength">Length of the chart's bars, for the reach to the right.</param>
    internal void Paint(IReadOnlyList<BandShape> shapes, ChartPalette palette, bool isStale, DateTime nowUtc, TimeSpan barLength)
    {
        DateTime edgeUtc = EdgeUtc(nowUtc, barLength);

        // One pool for both, so that the chart never holds more objects than the shapes ask for, not even while they change.
        _bands.Begin(shapes.Select(shape => shape.Id).Concat(shapes.Where(shape => shape.Spread.IsKnown).Select(shape => -shape.Id)));
        foreach (BandShape shape in shapes)
        {
            if (shape.Spread.IsKnown)
            {
                Color halo = Color.FromArgb(HaloAlpha, isStale ? palette.Stale : palette.Of(shape.Side));
                _bands.Set(-shape.Id, shape.StartUtc, shape.Spread.OuterLowPrice, edgeUtc, shape.Spread.OuterHighPrice, halo, HaloZIndex);
            }

            int alpha = shape.Strength == BandShape.Trace ? TraceAlpha : Alphas[shape.Strength];
            Color color = Color.FromArgb(alpha, isStale ? palette.Stale : palette.Of(shape.Side));
            _bands.Set(shape.Id, shape.StartUtc, shape.LowPrice, shape.EndUtc ?? edgeUtc, shape.HighPrice, color, BandZIndex + shape.Strength);
        }

        _bands.End();
    }

    // Steps counted from the beginning of time: the edge is the same whenever the first band was drawn. Bars without a fixed
    // length differ from one to the next, which must not move it either.
    private static DateTime EdgeUtc(DateTime nowUtc, TimeSpan barLength)
    {
        ulong seconds = BitOperations.RoundUpToPowerOf2((ulong)Math.Max(1, Math.Ceiling(barLength.TotalSeconds)));
        long step = BarsAhead * (long)seconds * TimeSpan.TicksPerSecond;
        return new DateTime(((nowUtc.Ticks / step) + 2) * step, DateTimeKind.Utc);
    }
}
