using LiqIndicators.Terminal.Rendering.Fonts;
using LiqIndicators.Terminal.Rendering.Scenes;
using SkiaSharp;

namespace LiqIndicators.Terminal.Rendering;

/// <summary>Draws panels, texts and buttons, each within the slot its parent gives it.</summary>
internal static class ControlPainter
{
    /// <summary>Draws a control in a slot.</summary>
    /// <param name="canvas">Where to draw.</param>
    /// <param name="control">What to draw.</param>
    /// <param name="slot">Room the parent leaves, margin included.</param>
    /// <param name="opacity">Opacity of the parents, in [0, 1].</param>
    public static void Paint(SKCanvas canvas, SceneControl control, SKRect slot, double opacity = 1)
    {
        SKRect box = ControlSizes.Place(control, slot);
        double own = opacity * control.Opacity;
        switch (control)
        {
            case SceneBorder border:
                PaintBox(canvas, box, border.Background.Faded(own), border.BorderColor.Faded(own), border.BorderThickness.Left, border.CornerRadius);
                if (border.Child is not null)
                {
                    Paint(canvas, border.Child, Shrink(Shrink(box, border.BorderThickness), border.Padding), own);
                }

                break;
            case SceneStackPanel stack:
                PaintBox(canvas, box, stack.Background.Faded(own), default, 0, 0);
                PaintStack(canvas, stack, box, own);
                break;
            case SceneOverlay overlay:
                PaintBox(canvas, box, overlay.Background.Faded(own), default, 0, 0);
                foreach (SceneControl child in overlay.Children)
                {
                    Paint(canvas, child, box, own);
                }

                break;
            case SceneGrid grid:
                PaintBox(canvas, box, grid.Background.Faded(own), default, 0, 0);
                PaintGrid(canvas, grid, box, own);
                break;
            case SceneTextBlock text:
                PaintBox(canvas, box, text.Background.Faded(own), default, 0, 0);
                using (Letters letters = new(text.FontSize, text.IsBold))
                {
                    SKRect inside = Shrink(box, text.Padding);
                    letters.Draw(canvas, text.Text, inside.Left, inside.Top, text.Color.Faded(own), inside.Width, text.TextAlignment);
                }

                break;
            case SceneButton button:
                PaintBox(canvas, box, button.Background.Faded(own), button.BorderColor.Faded(own), 1, button.CornerRadius);
                using (Letters letters = new(button.FontSize, button.IsBold))
                {
                    float height = letters.Measure(button.Text).Height;
                    float top = box.Top + ((box.Height - height) / 2);
                    letters.Draw(canvas, button.Text, box.Left, top, button.Color.Faded(own), box.Width, SceneHorizontal.Center);
                }

                break;
            default:
                throw new NotSupportedException($"No way to draw a {control.GetType().Name}.");
        }
    }

    private static void PaintBox(SKCanvas canvas, SKRect box, SceneColor background, SceneColor outline, double thickness, double radius)
    {
        if (background.Alpha > 0)
        {
            using SKPaint fill = Paints.Fill(background, smooth: true);
            canvas.DrawRoundRect(box, (float)radius, (float)radius, fill);
        }

        if (outline.Alpha > 0 && thickness > 0)
        {
            float half = (float)thickness / 2;
            using SKPaint line = Paints.Line(new SceneStroke(outline, thickness));
            float inner = Math.Max(0, (float)radius - half);
            canvas.DrawRoundRect(SKRect.Inflate(box, -half, -half), inner, inner, line);
        }
    }

    private static void PaintStack(SKCanvas canvas, SceneStackPanel stack, SKRect box, double opacity)
    {
        float left = box.Left;
        float top = box.Top;
        foreach (SceneControl child in stack.Children)
        {
            SKSize size = ControlSizes.OuterSize(child);
            SKRect slot = stack.IsHorizontal
                ? new SKRect(left, box.Top, left + size.Width, box.Bottom)
                : new SKRect(box.Left, top, box.Right, top + size.Height);
            Paint(canvas, child, slot, opacity);
            left += stack.IsHorizontal ? size.Width : 0;
            top += stack.IsHorizontal ? 0 : size.Height;
        }
    }

    private static void PaintGrid(SKCanvas canvas, SceneGrid grid, SKRect box, double opacity)
    {
        float[] columns = Edges(ControlSizes.Columns(grid, box.Width), box.Left);
        float[] rows = Edges(ControlSizes.Rows(grid, box.Height), box.Top);
        foreach (SceneGridCell cell in grid.Cells)
        {
            (int firstColumn, int lastColumn) = ControlSizes.Span(cell.Column, cell.ColumnSpan, grid.Columns.Count);
            (int firstRow, int lastRow) = ControlSizes.Span(cell.Row, cell.RowSpan, grid.Rows.Count);
            SKRect slot = new(columns[firstColumn], rows[firstRow], columns[lastColumn + 1], rows[lastRow + 1]);
            Paint(canvas, cell.Control, slot, opacity);
        }
    }

    private static float[] Edges(float[] lengths, float start)
    {
        float[] edges = new float[lengths.Length + 1];
        edges[0] = start;
        for (int i = 0; i < lengths.Length; i++)
        {
            edges[i + 1] = edges[i] + lengths[i];
        }

        return edges;
    }

    private static SKRect Shrink(SKRect box, SceneThickness by) =>
        new(box.Left + (float)by.Left, box.Top + (float)by.Top, box.Right - (float)by.Right, box.Bottom - (float)by.Bottom);
}
