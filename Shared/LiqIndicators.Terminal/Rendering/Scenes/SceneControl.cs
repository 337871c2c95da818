namespace LiqIndicators.Terminal.Rendering.Scenes;

/// <summary>A panel, text or button laid out in pixels above the chart.</summary>
public abstract record SceneControl
{
    /// <summary>Room kept free around it.</summary>
    public SceneThickness Margin { get; init; }

    /// <summary>Place within its slot.</summary>
    public SceneHorizontal Horizontal { get; init; } = SceneHorizontal.Stretch;

    /// <summary>Place within its slot.</summary>
    public SceneVertical Vertical { get; init; } = SceneVertical.Stretch;

    /// <summary>Pixels without the margin; NaN takes what the content needs.</summary>
    public double Width { get; init; } = double.NaN;

    /// <summary>Pixels without the margin; NaN takes what the content needs.</summary>
    public double Height { get; init; } = double.NaN;

    /// <summary>Least width in pixels without the margin.</summary>
    public double MinWidth { get; init; }

    /// <summary>Opacity of itself and its children, in [0, 1].</summary>
    public double Opacity { get; init; } = 1;
}

/// <summary>Pixels at the four sides.</summary>
/// <param name="Left">At the left.</param>
/// <param name="Top">At the top.</param>
/// <param name="Right">At the right.</param>
/// <param name="Bottom">At the bottom.</param>
public readonly record struct SceneThickness(double Left, double Top, double Right, double Bottom)
{
    /// <summary>The same at all sides.</summary>
    public static SceneThickness Uniform(double pixels) => new(pixels, pixels, pixels, pixels);

    /// <summary>Left and right together.</summary>
    public double Across => Left + Right;

    /// <summary>Top and bottom together.</summary>
    public double Down => Top + Bottom;
}

/// <summary>A box around one child.</summary>
public sealed record SceneBorder : SceneControl
{
    /// <summary>Inside.</summary>
    public SceneColor Background { get; init; }

    /// <summary>Colour of the outline.</summary>
    public SceneColor BorderColor { get; init; }

    /// <summary>Thickness of the outline in pixels; its left side counts for the drawing.</summary>
    public SceneThickness BorderThickness { get; init; }

    /// <summary>Radius of the corners in pixels.</summary>
    public double CornerRadius { get; init; }

    /// <summary>Room between the outline and the child.</summary>
    public SceneThickness Padding { get; init; }

    /// <summary>What it holds, or null.</summary>
    public SceneControl? Child { get; init; }
}

/// <summary>Children one after the other.</summary>
public sealed record SceneStackPanel : SceneControl
{
    /// <summary>Side by side instead of one below the other.</summary>
    public bool IsHorizontal { get; init; }

    /// <summary>Inside.</summary>
    public SceneColor Background { get; init; }

    /// <summary>In order.</summary>
    public IReadOnlyList<SceneControl> Children { get; init; } = [];
}

/// <summary>Children on top of each other in one slot.</summary>
public sealed record SceneOverlay : SceneControl
{
    /// <summary>Inside.</summary>
    public SceneColor Background { get; init; }

    /// <summary>From back to front.</summary>
    public IReadOnlyList<SceneControl> Children { get; init; } = [];
}

/// <summary>Children in rows and columns.</summary>
public sealed record SceneGrid : SceneControl
{
    /// <summary>Inside.</summary>
    public SceneColor Background { get; init; }

    /// <summary>Widths from left to right; at least one.</summary>
    public IReadOnlyList<SceneLength> Columns { get; init; } = [SceneLength.Auto];

    /// <summary>Heights from top to bottom; at least one.</summary>
    public IReadOnlyList<SceneLength> Rows { get; init; } = [SceneLength.Auto];

    /// <summary>What lies where.</summary>
    public IReadOnlyList<SceneGridCell> Cells { get; init; } = [];
}

/// <summary>A child of a grid; positions outside the grid mean its last row or column.</summary>
/// <param name="Control">What lies there.</param>
/// <param name="Row">First row, from 0.</param>
/// <param name="Column">First column, from 0.</param>
/// <param name="RowSpan">Rows it covers.</param>
/// <param name="ColumnSpan">Columns it covers.</param>
public sealed record SceneGridCell(SceneControl Control, int Row, int Column, int RowSpan = 1, int ColumnSpan = 1);

/// <summary>Width of a column or height of a row.</summary>
/// <param name="Kind">What the value means.</param>
/// <param name="Value">Pixels, or the weight of a share.</param>
public readonly record struct SceneLength(SceneLengthKind Kind, double Value)
{
    /// <summary>As much as the content needs.</summary>
    public static SceneLength Auto => default;

    /// <summary>A fixed length.</summary>
    public static SceneLength Pixels(double pixels) => new(SceneLengthKind.Pixels, pixels);

    /// <summary>A share of what the others leave, never less than the content needs.</summary>
    public static SceneLength Share(double weight) => new(SceneLengthKind.Share, weight);
}

/// <summary>What a length means.</summary>
public enum SceneLengthKind
{
    /// <summary>As the content needs.</summary>
    Auto,

    /// <summary>Pixels.</summary>
    Pixels,

    /// <summary>Share of the rest.</summary>
    Share,
}

/// <summary>Words; <c>\n</c> breaks lines.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Color">Colour of the letters.</param>
public sealed record SceneTextBlock(string Text, SceneColor Color) : SceneControl
{
    /// <summary>Pixels; &gt; 0.</summary>
    public double FontSize { get; init; } = SceneStaticText.DefaultFontSize;

    /// <summary>Whether the heavier face is used.</summary>
    public bool IsBold { get; init; }

    /// <summary>Where the lines lie within the width of the block.</summary>
    public SceneHorizontal TextAlignment { get; init; } = SceneHorizontal.Left;

    /// <summary>Behind the words.</summary>
    public SceneColor Background { get; init; }

    /// <summary>Room around the words.</summary>
    public SceneThickness Padding { get; init; }
}

/// <summary>A button with its words.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Color">Colour of the letters.</param>
/// <param name="Background">Inside.</param>
public sealed record SceneButton(string Text, SceneColor Color, SceneColor Background) : SceneControl
{
    /// <summary>Colour of the outline.</summary>
    public SceneColor BorderColor { get; init; }

    /// <summary>Radius of the corners in pixels.</summary>
    public double CornerRadius { get; init; } = 4;

    /// <summary>Room around the words.</summary>
    public SceneThickness Padding { get; init; } = new(10, 4, 10, 4);

    /// <summary>Pixels; &gt; 0.</summary>
    public double FontSize { get; init; } = SceneStaticText.DefaultFontSize;

    /// <summary>Whether the heavier face is used.</summary>
    public bool IsBold { get; init; }
}

/// <summary>A control whose top left corner moves with the chart.</summary>
/// <param name="Control">What lies there.</param>
/// <param name="X">Bar of its left edge, or null for the left edge of the pane.</param>
/// <param name="Y">Value of its top edge, or null for the top edge of the pane.</param>
public sealed record SceneAnchoredControl(SceneControl Control, double? X, double? Y);
