using LiqIndicators.Terminal.Rendering.Fonts;
using LiqIndicators.Terminal.Rendering.Layout;
using LiqIndicators.Terminal.Rendering.Scenes;
using SkiaSharp;

namespace LiqIndicators.Terminal.Rendering;

/// <summary>Draws the numbers of a pane's axis and the plates on it.</summary>
internal static class AxisPainter
{
    private const int TagHeight = 18;
    private const float TextLeft = 8;

    /// <summary>Draws the numbers that keep clear of the plates and of the edges, then the plates.</summary>
    /// <param name="canvas">The whole picture.</param>
    /// <param name="pane">The pane whose axis it is.</param>
    /// <param name="axisRight">Column after the axis.</param>
    /// <param name="step">Distance of the numbers.</param>
    /// <param name="numbers">How they are written.</param>
    /// <param name="tags">Plates; the first keeps its place, the others make room.</param>
    /// <param name="palette">Colours of the chart itself.</param>
    public static void Paint(
        SKCanvas canvas, PaneLayout pane, int axisRight, double step, SceneNumberFormat numbers, IReadOnlyList<AxisTag> tags, ScenePalette palette)
    {
        canvas.Save();
        canvas.ClipRect(new SKRect(pane.Right, pane.Top, axisRight, pane.Bottom));
        int[] tops = Places(pane, tags);
        using Letters letters = new(SceneLayout.AxisFontSize);
        int digits = NiceTicks.Digits(step);
        foreach (double value in NiceTicks.Between(pane.Range.Low, pane.Range.High, step))
        {
            double y = pane.YOf(value);
            bool fits = y - (letters.LineHeight / 2) >= pane.Top && y + (letters.LineHeight / 2) <= pane.Bottom;
            bool isClear = Array.TrueForAll(tops, top => Math.Abs(top + (TagHeight / 2) - y) > (TagHeight / 2) + (letters.LineHeight / 2) - 1);
            if (fits && isClear)
            {
                letters.Draw(canvas, numbers.Format(value, digits), pane.Right + TextLeft, (float)(y - (letters.LineHeight / 2)), palette.Muted);
            }
        }

        for (int i = tags.Count - 1; i >= 0; i--)
        {
            PaintTag(canvas, pane, axisRight, tags[i], tops[i]);
        }

        canvas.Restore();
    }

    private static void PaintTag(SKCanvas canvas, PaneLayout pane, int axisRight, AxisTag tag, int top)
    {
        using SKPaint plate = Paints.Fill(tag.Color.WithAlpha(255), smooth: true);
        canvas.DrawRoundRect(SKRect.Create(pane.Right + 2, top, axisRight - pane.Right - 4, TagHeight), 3, 3, plate);
        using Letters letters = new(SceneLayout.AxisFontSize, isBold: true);
        SceneColor ink = SceneColor.FromRgb(tag.Color.Luma > 0.5 ? 0x10141A : 0xFFFFFF);
        letters.Draw(canvas, tag.Text, pane.Right + TextLeft, top + ((TagHeight - letters.LineHeight) / 2), ink);
    }

    /// <summary>Top of each plate: at its value where that is free, otherwise at the nearest free place.</summary>
    private static int[] Places(PaneLayout pane, IReadOnlyList<AxisTag> tags)
    {
        List<int> taken = [];
        foreach (AxisTag tag in tags)
        {
            int limit = Math.Max(pane.Top, pane.Bottom - TagHeight);
            int wanted = (int)Math.Clamp(Math.Round(pane.YOf(tag.Value)) - (TagHeight / 2), pane.Top, limit);
            int place = wanted;
            for (int shift = 0; shift <= pane.Height; shift++)
            {
                if (IsFree(taken, wanted - shift) && wanted - shift >= pane.Top)
                {
                    place = wanted - shift;
                    break;
                }

                if (IsFree(taken, wanted + shift) && wanted + shift <= limit)
                {
                    place = wanted + shift;
                    break;
                }
            }

            taken.Add(place);
        }

        return [.. taken];
    }

    private static bool IsFree(List<int> taken, int top) => taken.TrueForAll(other => Math.Abs(other - top) >= TagHeight);
}
