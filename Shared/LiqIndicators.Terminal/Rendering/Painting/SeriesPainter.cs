using LiqIndicators.Terminal.Rendering.Scenes;
using SkiaSharp;

namespace LiqIndicators.Terminal.Rendering;

/// <summary>Draws the outputs of indicators and the fills between them.</summary>
internal static class SeriesPainter
{
    /// <summary>Draws one output over the bars in sight.</summary>
    public static void Paint(PaneCanvas pane, SceneSeries series)
    {
        (int first, int last) = InSight(pane, series.Values.Count);
        switch (series.Kind)
        {
            case SceneSeriesKind.Histogram:
                PaintHistogram(pane, series, first, last);
                break;
            case SceneSeriesKind.Points:
                PaintPoints(pane, series, first, last);
                break;
            default:
                PaintLine(pane, series, first, last);
                break;
        }
    }

    /// <summary>Draws the fill between two outputs, one trapezium per pair of bars, parted where they cross.</summary>
    public static void Paint(PaneCanvas pane, SceneCloud cloud)
    {
        (int first, int last) = InSight(pane, Math.Min(cloud.First.Count, cloud.Second.Count));
        using SKPath above = new();
        using SKPath below = new();
        for (int bar = first; bar < last; bar++)
        {
            double d1 = cloud.First[bar] - cloud.Second[bar];
            double d2 = cloud.First[bar + 1] - cloud.Second[bar + 1];
            if (!double.IsFinite(d1) || !double.IsFinite(d2))
            {
                continue;
            }

            if (d1 * d2 < 0)
            {
                double x = bar + (d1 / (d1 - d2));
                double y = cloud.First[bar] + ((x - bar) * (cloud.First[bar + 1] - cloud.First[bar]));
                (d1 > 0 ? above : below).AddPoly(
                    [pane.PointOf(bar, cloud.First[bar]), pane.PointOf(x, y), pane.PointOf(bar, cloud.Second[bar])], close: true);
                (d2 > 0 ? above : below).AddPoly(
                    [pane.PointOf(x, y), pane.PointOf(bar + 1, cloud.First[bar + 1]), pane.PointOf(bar + 1, cloud.Second[bar + 1])], close: true);
            }
            else if (d1 != 0 || d2 != 0)
            {
                (d1 + d2 > 0 ? above : below).AddPoly(
                    [
                        pane.PointOf(bar, cloud.First[bar]), pane.PointOf(bar + 1, cloud.First[bar + 1]),
                        pane.PointOf(bar + 1, cloud.Second[bar + 1]), pane.PointOf(bar, cloud.Second[bar]),
                    ],
                    close: true);
            }
        }

        // Not smoothed: smoothing would leave a seam between neighbours.
        using SKPaint aboveFill = Paints.Fill(cloud.FirstAbove);
        using SKPaint belowFill = Paints.Fill(cloud.SecondAbove);
        above.FillType = SKPathFillType.Winding;
        below.FillType = SKPathFillType.Winding;
        pane.Canvas.DrawPath(above, aboveFill);
        pane.Canvas.DrawPath(below, belowFill);
    }

    private static void PaintLine(PaneCanvas pane, SceneSeries series, int first, int last)
    {
        bool joins = series.Kind == SceneSeriesKind.Line;
        int previous = joins ? LastNumberBefore(series.Values, first) : -1;
        using SKPath path = new();
        SceneColor color = series.Stroke.Color;
        for (int bar = first; bar <= last; bar++)
        {
            if (!double.IsFinite(series.Values[bar]))
            {
                previous = joins ? previous : -1;
                continue;
            }

            if (previous >= 0)
            {
                SceneColor wanted = ColorOf(series, bar);
                if (wanted != color)
                {
                    Flush(pane, path, series.Stroke with { Color = color });
                    color = wanted;
                }

                if (path.IsEmpty)
                {
                    path.MoveTo(pane.PointOf(previous, series.Values[previous]));
                }

                path.LineTo(pane.PointOf(bar, series.Values[bar]));
            }

            if (previous < 0)
            {
                path.MoveTo(pane.PointOf(bar, series.Values[bar]));
            }

            previous = bar;
        }

        Flush(pane, path, series.Stroke with { Color = color });
    }

    private static void Flush(PaneCanvas pane, SKPath path, SceneStroke stroke)
    {
        if (!path.IsEmpty)
        {
            using SKPaint paint = Paints.Line(stroke);
            pane.Canvas.DrawPath(path, paint);
            path.Reset();
        }
    }

    private static void PaintHistogram(PaneCanvas pane, SceneSeries series, int first, int last)
    {
        int width = (int)Math.Max(1, Math.Min(Math.Floor(pane.Layout.BarWidth * 0.7), Math.Max(series.Stroke.Width, 1) * 5));
        for (int bar = first; bar <= last; bar++)
        {
            if (!double.IsFinite(series.Values[bar]))
            {
                continue;
            }

            SKRectI box = pane.BoxOf(bar, 0, bar, series.Values[bar]);
            int left = (int)Math.Floor(pane.Layout.XOf(bar)) - (width / 2);
            using SKPaint paint = Paints.Fill(ColorOf(series, bar));
            pane.Canvas.DrawRect(SKRect.Create(left, box.Top, width, box.Height), paint);
        }
    }

    private static void PaintPoints(PaneCanvas pane, SceneSeries series, int first, int last)
    {
        float radius = (float)Math.Max(1.5, series.Stroke.Width);
        for (int bar = first; bar <= last; bar++)
        {
            if (double.IsFinite(series.Values[bar]))
            {
                using SKPaint paint = Paints.Fill(ColorOf(series, bar), smooth: true);
                pane.Canvas.DrawCircle(pane.PointOf(bar, series.Values[bar]), radius, paint);
            }
        }
    }

    private static SceneColor ColorOf(SceneSeries series, int bar) =>
        series.ValueColors is { } colors && bar < colors.Count ? colors[bar] ?? series.Stroke.Color : series.Stroke.Color;

    private static int LastNumberBefore(IReadOnlyList<double> values, int bar)
    {
        for (int i = bar - 1; i >= 0; i--)
        {
            if (double.IsFinite(values[i]))
            {
                return i;
            }
        }

        return -1;
    }

    // One bar more at each end: lines enter and leave the picture instead of starting inside it.
    private static (int First, int Last) InSight(PaneCanvas pane, int count)
    {
        SceneView view = pane.Layout.View;
        return (Math.Max(0, view.FirstBar - 1), Math.Min(count - 1, view.LastBar + view.RightMarginBars + 1));
    }
}
