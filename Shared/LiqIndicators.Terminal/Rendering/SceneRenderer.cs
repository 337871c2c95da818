using LiqIndicators.Terminal.Rendering.Layout;
using LiqIndicators.Terminal.Rendering.Scenes;
using SkiaSharp;

namespace LiqIndicators.Terminal.Rendering;

/// <summary>Draws scenes. The same scene gives the same bytes on every machine: only embedded fonts, no hinting of the system.</summary>
public static class SceneRenderer
{
    /// <summary>The picture of a scene as a PNG file.</summary>
    /// <exception cref="ArgumentException">The size of the scene or a height share is outside its range.</exception>
    public static byte[] ToPng(Scene scene)
    {
        SceneLayout layout = SceneLayout.Of(scene);
        SKImageInfo info = new(scene.Width, scene.Height, SKColorType.Rgba8888, SKAlphaType.Premul);
        using SKSurface surface = SKSurface.Create(info)
            ?? throw new InvalidOperationException($"No picture of {scene.Width} by {scene.Height} pixels could be made.");
        Paint(surface.Canvas, scene, layout);
        using SKImage image = surface.Snapshot();
        using SKData data = image.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    private static void Paint(SKCanvas canvas, Scene scene, SceneLayout layout)
    {
        ScenePalette palette = scene.Palette;
        canvas.Clear(palette.Background.WithAlpha(255).ToSkia());
        IReadOnlyList<TimeTick> times = TimeTicks.For(scene.Candles, layout.View, layout.BarWidth, leastGap: 84);

        double priceStep = SceneLayout.PriceStep(layout.Price.Range, layout.Price.Height);
        AxisTag? last = LastPriceTag(scene, layout, priceStep);
        PaintPane(canvas, scene, layout, layout.Price, scene.Price, priceStep, times, scene.Candles, last);
        for (int i = 0; i < layout.Windows.Count; i++)
        {
            PaneLayout pane = layout.Windows[i];
            PaintPane(canvas, scene, layout, pane, scene.Windows[i], SceneLayout.WindowStep(pane.Range, pane.Height), times, [], null);
        }

        PaintFrame(canvas, scene, layout);
        GridPainter.PaintTimes(canvas, layout, scene.Height - SceneLayout.TimeAxisHeight, scene.Width, times, palette);
    }

    private static void PaintPane(
        SKCanvas canvas,
        Scene scene,
        SceneLayout layout,
        PaneLayout area,
        ScenePane content,
        double step,
        IReadOnlyList<TimeTick> times,
        IReadOnlyList<SceneCandle> candles,
        AxisTag? lastPrice)
    {
        SKRect box = new(area.Left, area.Top, area.Right, area.Bottom);
        PaneCanvas pane = new(canvas, layout, area, scene.Palette);

        // Rows of cells alone have no values, so no numbers on an axis either.
        bool hasScale = content.Ribbons.Count == 0 || content.Series.Count > 0 || content.Clouds.Count > 0;
        canvas.Save();
        canvas.ClipRect(box);
        GridPainter.Paint(pane, hasScale ? step : null, times);
        ShapePainter.Paint(pane, content.Shapes, inFront: false);
        foreach (SceneCloud cloud in content.Clouds)
        {
            SeriesPainter.Paint(pane, cloud);
        }

        RibbonPainter.Paint(pane, content);
        LevelPainter.Paint(pane, content.Levels);
        CandlePainter.Paint(pane, candles);
        foreach (SceneSeries series in content.Series)
        {
            SeriesPainter.Paint(pane, series);
        }

        if (lastPrice is not null)
        {
            SceneStroke dotted = new(lastPrice.Color.WithAlpha(150), 1, SceneLineStyle.DotsRare);
            ShapePainter.Paint(pane, [new SceneHorizontalLine(lastPrice.Value, dotted)], inFront: true);
        }

        ShapePainter.Paint(pane, content.Shapes, inFront: true);
        StaticTextPainter.PaintTitle(pane, content);
        StaticTextPainter.Paint(pane, content);
        foreach (SceneAnchoredControl anchored in content.AnchoredControls)
        {
            SKPoint corner = pane.PointOf(anchored.X ?? layout.View.FirstBar - 0.5, anchored.Y ?? area.Range.High);
            SKSize size = ControlSizes.OuterSize(anchored.Control);
            ControlPainter.Paint(canvas, anchored.Control, SKRect.Create(corner.X, corner.Y, size.Width, size.Height));
        }

        foreach (SceneControl control in content.Controls)
        {
            ControlPainter.Paint(canvas, control, box);
        }

        canvas.Restore();
        if (hasScale)
        {
            AxisPainter.Paint(canvas, area, scene.Width, step, content.Numbers, Tags(content, area, layout.View, step, lastPrice), scene.Palette);
        }
    }

    private static void PaintFrame(SKCanvas canvas, Scene scene, SceneLayout layout)
    {
        using SKPaint edge = Paints.Fill(scene.Palette.Separator);
        foreach (PaneLayout pane in layout.Windows.Prepend(layout.Price))
        {
            canvas.DrawRect(SKRect.Create(0, pane.Bottom, scene.Width, SceneLayout.PaneGap), edge);
        }

        canvas.DrawRect(SKRect.Create(layout.Price.Right, 0, 1, scene.Height - SceneLayout.TimeAxisHeight), edge);
    }

    private static AxisTag? LastPriceTag(Scene scene, SceneLayout layout, double step)
    {
        int newest = scene.Candles.Count - 1;
        bool isInSight = newest >= layout.View.FirstBar && newest <= layout.View.LastBar;
        double? price = scene.LastPrice ?? (newest >= 0 && isInSight ? scene.Candles[newest].Close : null);
        return price is double value && double.IsFinite(value)
            ? new AxisTag(value, scene.Price.Numbers.Format(value, NiceTicks.Digits(step)), scene.Palette.LastPrice)
            : null;
    }

    private static List<AxisTag> Tags(ScenePane content, PaneLayout area, SceneView view, double step, AxisTag? lastPrice)
    {
        List<AxisTag> tags = [];
        if (lastPrice is not null && lastPrice.Value >= area.Range.Low && lastPrice.Value <= area.Range.High)
        {
            tags.Add(lastPrice);
        }

        foreach (SceneSeries series in content.Series.Where(series => series.ShowsLastValue))
        {
            // The bar that is still open may have no value yet; a value older than the one before it is not the last one any more.
            for (int bar = Math.Min(series.Values.Count - 1, view.LastBar); bar >= Math.Max(view.FirstBar, view.LastBar - 1) && bar >= 0; bar--)
            {
                if (double.IsFinite(series.Values[bar]))
                {
                    SceneColor color = series.ValueColors is { } colors && bar < colors.Count
                        ? colors[bar] ?? series.Stroke.Color
                        : series.Stroke.Color;
                    tags.Add(new AxisTag(series.Values[bar], content.Numbers.Format(series.Values[bar], NiceTicks.Digits(step) + 1), color));
                    break;
                }
            }
        }

        return tags;
    }
}
