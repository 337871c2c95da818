using LiqIndicators.Terminal.Rendering.Scenes;
using SkiaSharp;

namespace LiqIndicators.Terminal.Rendering;


/// <summary>From the scene's colours and strokes to those of the picture library.</summary>
internal static class Paints
{
    /// <summary>The same colour.</summary>
    public static SKColor ToSkia(this SceneColor color) => new(color.Red, color.Green, color.Blue, color.Alpha);

    /// <summary>A paint that fills.</summary>
    public static SKPaint Fill(SceneColor color, bool smooth = false) =>
        new() { Color = color.ToSkia(), Style = SKPaintStyle.Fill, IsAntialias = smooth };

    /// <summary>A paint that draws lines. The caller disposes of it.</summary>
    public static SKPaint Line(SceneStroke stroke, bool smooth = true)
    {
        float width = (float)Math.Max(0.5, double.IsFinite(stroke.Width) ? stroke.Width : 1);
        SKPaint paint = new()
        {
            Color = stroke.Color.ToSkia(),
            Style = SKPaintStyle.Stroke,
            StrokeWidth = width,
            IsAntialias = smooth,
            StrokeJoin = SKStrokeJoin.Round,
        };
        float[] pattern = Pattern(stroke.Style, width);
        if (pattern.Length > 0)
        {
            using SKPathEffect dash = SKPathEffect.CreateDash(pattern, 0);
            paint.PathEffect = dash;
        }

        return paint;
    }

    private static float[] Pattern(SceneLineStyle style, float width) => style switch
    {
        SceneLineStyle.Solid => [],
        SceneLineStyle.Dots => [width, 2 * width],
        SceneLineStyle.DotsRare => [width, 4 * width],
        SceneLineStyle.DotsVeryRare => [width, 8 * width],
        SceneLineStyle.LinesDots => [6 * width, 3 * width, width, 3 * width],
        SceneLineStyle.Lines => [6 * width, 4 * width],
        _ => throw new ArgumentOutOfRangeException(nameof(style), style, "Unknown line style."),
    };
}
