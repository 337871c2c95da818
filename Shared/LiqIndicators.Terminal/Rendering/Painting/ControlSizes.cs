using LiqIndicators.Terminal.Rendering.Fonts;
using LiqIndicators.Terminal.Rendering.Scenes;
using SkiaSharp;

namespace LiqIndicators.Terminal.Rendering;

/// <summary>How much room controls need and where they lie in a slot.</summary>
internal static class ControlSizes
{
    /// <summary>Pixels a control needs with its margin.</summary>
    public static SKSize OuterSize(SceneControl control)
    {
        SKSize size = Size(control);
        return new SKSize(size.Width + (float)control.Margin.Across, size.Height + (float)control.Margin.Down);
    }

    /// <summary>The box a control fills within a slot, without its margin, on whole pixels.</summary>
    public static SKRect Place(SceneControl control, SKRect slot)
    {
        SKSize size = Size(control);
        SKRect free = new(
            slot.Left + (float)control.Margin.Left,
            slot.Top + (float)control.Margin.Top,
            slot.Right - (float)control.Margin.Right,
            slot.Bottom - (float)control.Margin.Bottom);
        float width = control.Horizontal == SceneHorizontal.Stretch && double.IsNaN(control.Width) ? free.Width : size.Width;
        float height = control.Vertical == SceneVertical.Stretch && double.IsNaN(control.Height) ? free.Height : size.Height;
        float left = control.Horizontal switch
        {
            SceneHorizontal.Left => free.Left,
            SceneHorizontal.Right => free.Right - width,
            _ => free.Left + ((free.Width - width) / 2),
        };
        float top = control.Vertical switch
        {
            SceneVertical.Top => free.Top,
            SceneVertical.Bottom => free.Bottom - height,
            _ => free.Top + ((free.Height - height) / 2),
        };
        return SKRect.Create(MathF.Round(left), MathF.Round(top), MathF.Round(width), MathF.Round(height));
    }

    /// <summary>Widths of the columns of a grid within a width; NaN asks for what they need.</summary>
    public static float[] Columns(SceneGrid grid, float width) =>
        Lengths(grid.Columns, width, grid.Cells.Select(cell => (Span(cell.Column, cell.ColumnSpan, grid.Columns.Count), OuterSize(cell.Control).Width)));

    /// <summary>Heights of the rows of a grid within a height; NaN asks for what they need.</summary>
    public static float[] Rows(SceneGrid grid, float height) =>
        Lengths(grid.Rows, height, grid.Cells.Select(cell => (Span(cell.Row, cell.RowSpan, grid.Rows.Count), OuterSize(cell.Control).Height)));

    /// <summary>First and last row or column that a cell covers, drawn into the grid.</summary>
    public static (int First, int Last) Span(int first, int span, int count)
    {
        int from = Math.Clamp(first, 0, count - 1);
        return (from, Math.Clamp(first + span - 1, from, count - 1));
    }

    private static SKSize Size(SceneControl control)
    {
        SKSize content = control switch
        {
            SceneBorder border => Grow(border.Child is null ? default : OuterSize(border.Child), border.Padding, border.BorderThickness),
            SceneStackPanel stack => OfStack(stack),
            SceneOverlay overlay => OfOverlay(overlay),
            SceneGrid grid => new SKSize(Columns(grid, float.NaN).Sum(), Rows(grid, float.NaN).Sum()),
            SceneTextBlock text => Grow(OfText(text.Text, text.FontSize, text.IsBold), text.Padding, default),
            SceneButton button => Grow(OfText(button.Text, button.FontSize, button.IsBold), button.Padding, SceneThickness.Uniform(1)),
            _ => throw new NotSupportedException($"No size for a {control.GetType().Name}."),
        };
        float width = double.IsNaN(control.Width) ? Math.Max(content.Width, (float)control.MinWidth) : (float)control.Width;
        return new SKSize(width, double.IsNaN(control.Height) ? content.Height : (float)control.Height);
    }

    private static SKSize OfText(string text, double fontSize, bool isBold)
    {
        using Letters letters = new(fontSize, isBold);
        SKSize size = letters.Measure(text);
        return new SKSize(MathF.Ceiling(size.Width), size.Height);
    }

    private static SKSize OfStack(SceneStackPanel stack)
    {
        SKSize total = default;
        foreach (SceneControl child in stack.Children)
        {
            SKSize size = OuterSize(child);
            total = stack.IsHorizontal
                ? new SKSize(total.Width + size.Width, Math.Max(total.Height, size.Height))
                : new SKSize(Math.Max(total.Width, size.Width), total.Height + size.Height);
        }

        return total;
    }

    private static SKSize OfOverlay(SceneOverlay overlay)
    {
        SKSize total = default;
        foreach (SceneControl child in overlay.Children)
        {
            SKSize size = OuterSize(child);
            total = new SKSize(Math.Max(total.Width, size.Width), Math.Max(total.Height, size.Height));
        }

        return total;
    }

    private static float[] Lengths(IReadOnlyList<SceneLength> wanted, float total, IEnumerable<((int First, int Last) Span, float Size)> cells)
    {
        float[] lengths = new float[wanted.Count];
        for (int i = 0; i < lengths.Length; i++)
        {
            lengths[i] = wanted[i].Kind == SceneLengthKind.Pixels ? (float)wanted[i].Value : 0;
        }

        // Cells of one row or column first; what a wider one still lacks goes to its last flexible part.
        foreach (((int first, int last), float size) in cells.OrderBy(cell => cell.Span.Last - cell.Span.First))
        {
            float covered = lengths[first..(last + 1)].Sum();
            int flexible = last;
            while (flexible > first && wanted[flexible].Kind == SceneLengthKind.Pixels)
            {
                flexible--;
            }

            if (size > covered && wanted[flexible].Kind != SceneLengthKind.Pixels)
            {
                lengths[flexible] += size - covered;
            }
        }

        double weight = wanted.Where(w => w.Kind == SceneLengthKind.Share).Sum(w => w.Value);
        float rest = float.IsNaN(total) ? 0 : total - lengths.Sum();
        for (int i = 0; i < lengths.Length && weight > 0 && rest > 0; i++)
        {
            lengths[i] += wanted[i].Kind == SceneLengthKind.Share ? (float)(rest * wanted[i].Value / weight) : 0;
        }

        return lengths;
    }

    private static SKSize Grow(SKSize size, SceneThickness a, SceneThickness b) =>
        new(size.Width + (float)(a.Across + b.Across), size.Height + (float)(a.Down + b.Down));
}
