using LiqIndicators.Terminal.Rendering.Layout;
using LiqIndicators.Terminal.Rendering.Scenes;
using SkiaSharp;

namespace LiqIndicators.Terminal.Rendering;

/// <summary>What a painter of one pane needs: where to draw, and how bars and values become pixels.</summary>
/// <param name="Canvas">Already clipped to the pane.</param>
/// <param name="Layout">Layout of the whole picture.</param>
/// <param name="Pane">Layout of this pane.</param>
/// <param name="Palette">Colours of the chart itself.</param>
internal sealed record PaneCanvas(SKCanvas Canvas, SceneLayout Layout, PaneLayout Pane, ScenePalette Palette)
{
    /// <summary>Pixel position of a point. Far points are drawn in near: the library works with single precision.</summary>
    public SKPoint PointOf(double bar, double value) => new(Near(Layout.XOf(bar), Pane.Width), Near(Pane.YOf(value), Pane.Height));

    /// <summary>Box in whole pixels between two corners in any order; at least one pixel each way.</summary>
    public SKRectI BoxOf(double x1, double y1, double x2, double y2)
    {
        SKPoint a = PointOf(x1, y1);
        SKPoint b = PointOf(x2, y2);
        int left = (int)MathF.Round(Math.Min(a.X, b.X));
        int top = (int)MathF.Round(Math.Min(a.Y, b.Y));
        int right = (int)MathF.Round(Math.Max(a.X, b.X));
        int bottom = (int)MathF.Round(Math.Max(a.Y, b.Y));
        return new SKRectI(left, top, Math.Max(right, left + 1), Math.Max(bottom, top + 1));
    }

    private static float Near(double position, int size) => (float)Math.Clamp(position, -20.0 * size, 20.0 * size);
}
