using LiqIndicators.Terminal.Rendering.Fonts;
using LiqIndicators.Terminal.Rendering.Scenes;
using SkiaSharp;

namespace LiqIndicators.Terminal.Rendering;

/// <summary>Draws rows of coloured cells without gaps between the bars.</summary>
internal static class RibbonPainter
{
    private const int FootRowHeight = 14;
    private const int TitleHeight = 24;

    /// <summary>Draws the ribbons of a pane: over the room below its title when there is nothing else, otherwise at its foot.</summary>
    public static void Paint(PaneCanvas pane, ScenePane content)
    {
        if (content.Ribbons.Count == 0)
        {
            return;
        }

        bool isAlone = content.Series.Count == 0 && content.Clouds.Count == 0;
        int room = pane.Pane.Height - TitleHeight;
        int height = isAlone ? Math.Max(2, room / content.Ribbons.Count) : FootRowHeight;
        int top = pane.Pane.Bottom - (height * content.Ribbons.Count);
        foreach (SceneRibbon ribbon in content.Ribbons)
        {
            PaintRow(pane, ribbon, top, top + height - 2);
            top += height;
        }
    }

    private static void PaintRow(PaneCanvas pane, SceneRibbon ribbon, int top, int bottom)
    {
        SceneView view = pane.Layout.View;
        for (int bar = Math.Max(0, view.FirstBar); bar <= Math.Min(ribbon.Colors.Count - 1, view.LastBar); bar++)
        {
            if (ribbon.Colors[bar] is not SceneColor color)
            {
                continue;
            }

            int left = (int)Math.Round(pane.Layout.XOf(bar - 0.5));
            int right = (int)Math.Round(pane.Layout.XOf(bar + 0.5));
            using SKPaint paint = Paints.Fill(color);
            pane.Canvas.DrawRect(new SKRect(left, top, Math.Max(right, left + 1), bottom), paint);
        }

        if (ribbon.Label.Length > 0)
        {
            using Letters letters = new(11);
            float textTop = top + ((bottom - top - letters.LineHeight) / 2);
            SKSize size = letters.Measure(ribbon.Label);
            using SKPaint plate = Paints.Fill(pane.Palette.Background.WithAlpha(200), smooth: true);
            pane.Canvas.DrawRoundRect(SKRect.Create(6, textTop, size.Width + 8, size.Height), 3, 3, plate);
            letters.Draw(pane.Canvas, ribbon.Label, 10, textTop, pane.Palette.Foreground);
        }
    }
}
