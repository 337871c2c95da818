using LiqIndicators.Terminal.Rendering.Fonts;
using LiqIndicators.Terminal.Rendering.Layout;
using LiqIndicators.Terminal.Rendering.Scenes;
using SkiaSharp;

namespace LiqIndicators.Terminal.Rendering;

/// <summary>Draws the grid behind the candles and the time axis below them.</summary>
internal static class GridPainter
{
    /// <summary>Draws lines at the numbers of the pane's axis and at the labels of the time axis.</summary>
    /// <param name="pane">Where to draw.</param>
    /// <param name="step">Distance of the numbers, or null where the axis has none.</param>
    /// <param name="times">Labels of the time axis.</param>
    public static void Paint(PaneCanvas pane, double? step, IReadOnlyList<TimeTick> times)
    {
        using SKPaint grid = Paints.Fill(pane.Palette.Grid);
        using SKPaint major = Paints.Fill(pane.Palette.Separator);
        IEnumerable<double> values = step is double distance
            ? NiceTicks.Between(pane.Pane.Range.Low, pane.Pane.Range.High, distance)
            : [];
        foreach (double value in values)
        {
            pane.Canvas.DrawRect(SKRect.Create(pane.Pane.Left, MathF.Floor((float)pane.Pane.YOf(value)), pane.Pane.Width, 1), grid);
        }

        foreach (TimeTick tick in times)
        {
            // A day begins at the left edge of its first bar.
            float x = MathF.Floor((float)pane.Layout.XOf(tick.IsMajor ? tick.Bar - 0.5 : tick.Bar));
            pane.Canvas.DrawRect(SKRect.Create(x, pane.Pane.Top, 1, pane.Pane.Height), tick.IsMajor ? major : grid);
        }
    }

    /// <summary>Draws the labels of the time axis; those cut by an edge are left out.</summary>
    public static void PaintTimes(SKCanvas canvas, SceneLayout layout, int top, int right, IReadOnlyList<TimeTick> times, ScenePalette palette)
    {
        using Letters regular = new(SceneLayout.AxisFontSize);
        using Letters bold = new(SceneLayout.AxisFontSize, isBold: true);
        float textTop = top + ((SceneLayout.TimeAxisHeight - regular.LineHeight) / 2);
        foreach (TimeTick tick in times)
        {
            Letters letters = tick.IsMajor ? bold : regular;
            float width = letters.Measure(tick.Text).Width;
            float left = (float)layout.XOf(tick.Bar) - (width / 2);
            if (left >= 2 && left + width <= layout.Price.Right - 2)
            {
                letters.Draw(canvas, tick.Text, left, textTop, tick.IsMajor ? palette.Foreground : palette.Muted);
            }
        }

        regular.Draw(canvas, "UTC", layout.Price.Right, textTop, palette.Muted, right - layout.Price.Right, SceneHorizontal.Center);
    }
}
