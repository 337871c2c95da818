using LiqIndicators.Terminal.Rendering.Fonts;
using LiqIndicators.Terminal.Rendering.Scenes;
using SkiaSharp;

namespace LiqIndicators.Terminal.Rendering;

/// <summary>Draws the named lines of a pane.</summary>
internal static class LevelPainter
{
    /// <summary>Draws the lines over the whole width, and their words at the right end on the side away from the middle of the pane.</summary>
    public static void Paint(PaneCanvas pane, IReadOnlyList<SceneLevel> levels)
    {
        SceneStroke quiet = new(pane.Palette.Muted.WithAlpha(110), 1, SceneLineStyle.Lines);
        using Letters letters = new(11);
        foreach (SceneLevel level in levels.Where(level => double.IsFinite(level.Value)))
        {
            float y = MathF.Floor(pane.PointOf(0, level.Value).Y) + 0.5f;
            using SKPaint paint = Paints.Line(level.Stroke ?? quiet);
            pane.Canvas.DrawLine(pane.Pane.Left, y, pane.Pane.Right, y, paint);
            if (level.Label.Length > 0)
            {
                float width = letters.Measure(level.Label).Width;
                bool fitsAbove = y - letters.LineHeight >= pane.Pane.Top;
                bool fitsBelow = y + letters.LineHeight <= pane.Pane.Bottom;
                bool isUpper = y < (pane.Pane.Top + pane.Pane.Bottom) / 2.0;
                float top = (isUpper && fitsAbove) || !fitsBelow ? y - letters.LineHeight : y;
                letters.Draw(pane.Canvas, level.Label, pane.Pane.Right - width - 6, top, pane.Palette.Muted);
            }
        }
    }
}
