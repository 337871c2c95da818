using cAlgo.API;
using LiqIndicators.Terminal.Rendering.Scenes;

namespace LiqIndicators.Terminal.Charting.Pictures;

/// <summary>Writes the platform's controls into those of a scene. Invisible children stay out.</summary>
internal sealed class ControlWriter(ScenePalette palette, ColorTheme theme)
{
    private const double GripWidth = 26;
    private const double GripHeight = 3;

    private readonly ControlState _state = theme == ColorTheme.Dark ? ControlState.DarkTheme : ControlState.LightTheme;

    /// <summary>The control with all that is inside it.</summary>
    /// <exception cref="NotSupportedException">There is no picture of such a control.</exception>
    public SceneControl Write(ControlBase control)
    {
        SceneControl written = control switch
        {
            Border border => BorderOf(border),
            StackPanel stack => new SceneStackPanel
            {
                IsHorizontal = stack.Orientation == Orientation.Horizontal,
                Background = Background(stack),
                Children = Children(stack),
            },
            WrapPanel wrap => new SceneStackPanel
            {
                IsHorizontal = wrap.Orientation == Orientation.Horizontal,
                Background = Background(wrap),
                Children = Children(wrap),
            },
            DockPanel dock => new SceneStackPanel
            {
                IsHorizontal = dock.VisualChildren.Any(child => child.Dock is Dock.Left or Dock.Right),
                Background = Background(dock),
                Children = Children(dock),
            },
            Grid grid => GridOf(grid),
            Canvas canvas => new SceneOverlay { Background = Background(canvas), Children = [.. Visible(canvas).Select(OnCanvas)] },
            CustomControl custom => new SceneOverlay { Children = Children(custom) },
            TextBlock text => TextOf(text),
            TextBox box => ButtonLike(box, box.Text, box.CornerRadius()),
            Button button => button.Content is { } content ? Framed(button, content) : ButtonLike(button, button.Text, button.CornerRadius),
            ToggleButton toggle => toggle.Content is { } content ? Framed(toggle, content) : ButtonLike(toggle, toggle.Text, toggle.CornerRadius),
            CheckBox check => ButtonLike(check, (check.IsChecked == true ? "■ " : "□ ") + check.Text, default),
            _ => throw new NotSupportedException($"No picture of a {control.GetType().Name}."),
        };
        return written with
        {
            Margin = control.Margin.ToScene(),
            Horizontal = control.HorizontalAlignment.ToScene(),
            Vertical = control.VerticalAlignment.ToScene(),
            Width = control.Width,
            Height = control.Height,
            MinWidth = control.MinWidth,
            Opacity = control.Opacity,
        };
    }

    /// <summary>A control that the user can drag: at its pixels, below its grip.</summary>
    /// <exception cref="NotSupportedException">There is no picture of such a control.</exception>
    public SceneControl WriteDraggable(ChartDraggable draggable)
    {
        SceneControl child = Write(draggable.Child) with { Horizontal = SceneHorizontal.Left, Vertical = SceneVertical.Top };
        SceneBorder grip = new()
        {
            Width = GripWidth,
            Height = GripHeight,
            CornerRadius = GripHeight / 2,
            Background = palette.Muted,
            Horizontal = SceneHorizontal.Center,
            Vertical = SceneVertical.Top,
            Margin = new SceneThickness(0, 3, 0, 0),
        };
        return new SceneOverlay
        {
            Horizontal = SceneHorizontal.Left,
            Vertical = SceneVertical.Top,
            Margin = new SceneThickness(draggable.X, draggable.Y, 0, 0),
            Children = draggable.ShowGrip ? [child, grip] : [child],
        };
    }

    private static IEnumerable<ControlBase> Visible(ControlBase parent) => parent.VisualChildren.Where(child => child.IsVisible);

    private static bool IsBold(Control control) => control.Styled(ControlProperty.FontWeight, FontWeight.Normal) >= FontWeight.DemiBold;

    private SceneControl[] Children(ControlBase parent) => [.. Visible(parent).Select(Write)];

    private SceneControl OnCanvas(ControlBase child)
    {
        SceneControl written = Write(child);
        double left = double.IsNaN(child.Left) ? 0 : child.Left;
        double top = double.IsNaN(child.Top) ? 0 : child.Top;
        return written with
        {
            Horizontal = SceneHorizontal.Left,
            Vertical = SceneVertical.Top,
            Margin = new SceneThickness(written.Margin.Left + left, written.Margin.Top + top, written.Margin.Right, written.Margin.Bottom),
        };
    }

    private SceneBorder BorderOf(Border border) => new()
    {
        Background = Background(border),
        BorderColor = ColorOf(border, ControlProperty.BorderColor) ?? default,
        BorderThickness = border.BorderThickness.ToScene(),
        CornerRadius = border.CornerRadius.TopLeft,
        Padding = border.Padding.ToScene(),
        Child = border.Child is { IsVisible: true } child ? Write(child) : null,
    };

    private SceneBorder Framed(Control control, ControlBase content) => new()
    {
        Background = ColorOf(control, ControlProperty.BackgroundColor) ?? palette.Separator,
        CornerRadius = control.CornerRadius().TopLeft,
        Padding = control.Padding.ToScene(),
        Child = content.IsVisible ? Write(content) : null,
    };

    private SceneButton ButtonLike(Control control, string? text, CornerRadius radius)
    {
        SceneButton button = new(
            text ?? "",
            (ColorOf(control, ControlProperty.ForegroundColor) ?? palette.Foreground).Faded(control.IsEnabled ? 1 : 0.5),
            ColorOf(control, ControlProperty.BackgroundColor) ?? palette.Separator)
        {
            BorderColor = ColorOf(control, ControlProperty.BorderColor) ?? default,
            CornerRadius = radius.TopLeft,
            FontSize = control.FontSize,
            IsBold = IsBold(control),
        };
        return control.Padding == default ? button : button with { Padding = control.Padding.ToScene() };
    }

    private SceneTextBlock TextOf(TextBlock text) => new(text.Text ?? "", ColorOf(text, ControlProperty.ForegroundColor) ?? palette.Foreground)
    {
        FontSize = text.FontSize,
        IsBold = IsBold(text),
        Background = Background(text),
        Padding = text.Padding.ToScene(),
        TextAlignment = text.TextAlignment switch
        {
            TextAlignment.Right => SceneHorizontal.Right,
            TextAlignment.Center => SceneHorizontal.Center,
            _ => SceneHorizontal.Left,
        },
    };

    private SceneGrid GridOf(Grid grid) => new()
    {
        Background = Background(grid),
        Columns = [.. grid.Columns.Select(column => LengthOf(column.Width))],
        Rows = [.. grid.Rows.Select(row => LengthOf(row.Height))],
        Cells =
        [
            .. Visible(grid).Select(child =>
            {
                GridCell cell = grid.CellOf(child);
                return new SceneGridCell(Write(child), cell.Row, cell.Column, cell.RowSpan, cell.ColumnSpan);
            }),
        ],
    };

    private static SceneLength LengthOf(GridLength length) => length.UnitType switch
    {
        GridUnitType.Pixel => SceneLength.Pixels(length.Value),
        GridUnitType.Star => SceneLength.Share(length.Value),
        _ => SceneLength.Auto,
    };

    private SceneColor Background(ControlBase control) => ColorOf(control, ControlProperty.BackgroundColor) ?? default;

    private SceneColor? ColorOf(ControlBase control, ControlProperty property) => control.Styled<Color?>(property, null, _state)?.ToScene();
}
