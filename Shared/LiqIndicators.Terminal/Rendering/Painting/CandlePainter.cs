using LiqIndicators.Terminal.Rendering.Scenes;
using SkiaSharp;

namespace LiqIndicators.Terminal.Rendering;

/// <summary>Draws candles on whole pixels, so that equal bars look equal.</summary>
internal static class CandlePainter
{
    /// <summary>Draws the bars in sight.</summary>
    public static void Paint(PaneCanvas pane, IReadOnlyList<SceneCandle> candles)
    {
        SceneView view = pane.Layout.View;
        int body = BodyWidth(pane.Layout.BarWidth);
        using SKPaint bullOutline = Paints.Fill(pane.Palette.BullOutline);
        using SKPaint bullFill = Paints.Fill(pane.Palette.BullFill);
        using SKPaint bearOutline = Paints.Fill(pane.Palette.BearOutline);
        using SKPaint bearFill = Paints.Fill(pane.Palette.BearFill);
        for (int bar = Math.Max(0, view.FirstBar); bar <= Math.Min(candles.Count - 1, view.LastBar); bar++)
        {
            SceneCandle candle = candles[bar];
            if (!candle.IsComplete)
            {
                continue;
            }

            bool isRising = candle.Close >= candle.Open;
            using SKPaint? ownOutline = candle.Outline is SceneColor outline ? Paints.Fill(outline) : null;
            using SKPaint? ownFill = candle.Fill is SceneColor fill ? Paints.Fill(fill) : null;
            PaintOne(pane, candle, bar, body, ownOutline ?? (isRising ? bullOutline : bearOutline), ownFill ?? (isRising ? bullFill : bearFill));
        }
    }

    /// <summary>Pixels of a body: odd, so that the wick stands in its middle, and with at least a pixel between neighbours that leave room for it.</summary>
    private static int BodyWidth(double barWidth)
    {
        // Three pixels are the least that tell a body from a wick, so they come as soon as they fit.
        int width = barWidth is >= 3.5 and < 5 ? 3 : (int)Math.Floor(barWidth * 0.7);
        return Math.Max(1, width % 2 == 0 ? width - 1 : width);
    }

    private static void PaintOne(PaneCanvas pane, SceneCandle candle, int bar, int body, SKPaint outline, SKPaint fill)
    {
        int middle = (int)Math.Floor(pane.Layout.XOf(bar));
        int left = middle - (body / 2);
        int high = Row(pane, candle.High);
        int low = Math.Max(Row(pane, candle.Low), high);
        int top = Row(pane, Math.Max(candle.Open, candle.Close));
        int bottom = Math.Max(Row(pane, Math.Min(candle.Open, candle.Close)), top);

        pane.Canvas.DrawRect(SKRect.Create(middle, high, 1, low - high + 1), outline);
        pane.Canvas.DrawRect(SKRect.Create(left, top, body, bottom - top + 1), outline);
        if (body > 2 && bottom - top > 1)
        {
            pane.Canvas.DrawRect(SKRect.Create(left + 1, top + 1, body - 2, bottom - top - 1), fill);
        }
    }

    private static int Row(PaneCanvas pane, double value) => (int)Math.Floor(pane.PointOf(0, value).Y);
}
