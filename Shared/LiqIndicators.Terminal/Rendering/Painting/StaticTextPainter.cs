using LiqIndicators.Terminal.Rendering.Fonts;
using LiqIndicators.Terminal.Rendering.Scenes;
using SkiaSharp;

namespace LiqIndicators.Terminal.Rendering;

/// <summary>Draws the titles of a pane and the texts that stay in place.</summary>
internal static class StaticTextPainter
{
    private const float Edge = 10;
    private const double TitleSize = 12.5;
    private const double SubtitleSize = 11.5;

    /// <summary>Draws title and subtitle at the top left.</summary>
    public static void PaintTitle(PaneCanvas pane, ScenePane content)
    {
        float left = Edge;
        float top = pane.Pane.Top + 5;
        if (content.Title.Length > 0)
        {
            using Letters letters = new(TitleSize, isBold: true);
            letters.Draw(pane.Canvas, content.Title, left, top, pane.Palette.Foreground);
            left += letters.Measure(content.Title).Width + 10;
        }

        if (content.Subtitle.Length > 0)
        {
            using Letters letters = new(SubtitleSize);
            letters.Draw(pane.Canvas, content.Subtitle, left, top + 0.5f, pane.Palette.Muted);
        }
    }

    /// <summary>Draws the texts at edges and in the middle; those at the top left stand below the title.</summary>
    public static void Paint(PaneCanvas pane, ScenePane content)
    {
        bool hasTitle = content.Title.Length > 0 || content.Subtitle.Length > 0;
        foreach (SceneStaticText text in content.StaticTexts)
        {
            using Letters letters = new(text.FontSize, text.IsBold);
            SKSize size = letters.Measure(text.Text);
            float left = text.Horizontal switch
            {
                SceneHorizontal.Left => pane.Pane.Left + Edge,
                SceneHorizontal.Right => pane.Pane.Right - Edge - size.Width,
                _ => pane.Pane.Left + ((pane.Pane.Width - size.Width) / 2),
            };
            float underTitle = hasTitle && text.Horizontal == SceneHorizontal.Left ? 22 : 0;
            float top = text.Vertical switch
            {
                SceneVertical.Top => pane.Pane.Top + 6 + underTitle,
                SceneVertical.Bottom => pane.Pane.Bottom - 6 - size.Height,
                _ => pane.Pane.Top + ((pane.Pane.Height - size.Height) / 2),
            };
            letters.Draw(pane.Canvas, text.Text, left, top, text.Color, size.Width, text.Horizontal);
        }
    }
}
