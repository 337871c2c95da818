namespace LiqIndicators.Terminal.Rendering.Scenes;

/// <summary>Something drawn at bars and values of a pane and clipped to it.</summary>
/// <remarks>
/// Horizontal positions count bars: the centre of bar <c>i</c> is <c>i</c>; fractions and positions beyond either end
/// are legal, and infinities reach the edge. A shape with a NaN coordinate is not drawn.
/// </remarks>
public abstract record SceneShape
{
    /// <summary>Order: below 0 behind the candles and series, otherwise in front; equal ones in the order given.</summary>
    public int ZIndex { get; init; }
}

/// <summary>A rectangle between two corners given in any order; at least one pixel high and wide.</summary>
/// <param name="X1">Bar of one corner.</param>
/// <param name="Y1">Value of that corner.</param>
/// <param name="X2">Bar of the opposite corner.</param>
/// <param name="Y2">Value of the opposite corner.</param>
/// <param name="Fill">Inside, or null for none.</param>
/// <param name="Border">Outline, or null for none.</param>
public sealed record SceneRectangle(double X1, double Y1, double X2, double Y2, SceneColor? Fill, SceneStroke? Border = null) : SceneShape;

/// <summary>An ellipse within the rectangle of two corners.</summary>
/// <param name="X1">Bar of one corner.</param>
/// <param name="Y1">Value of that corner.</param>
/// <param name="X2">Bar of the opposite corner.</param>
/// <param name="Y2">Value of the opposite corner.</param>
/// <param name="Fill">Inside, or null for none.</param>
/// <param name="Border">Outline, or null for none.</param>
public sealed record SceneEllipse(double X1, double Y1, double X2, double Y2, SceneColor? Fill, SceneStroke? Border = null) : SceneShape;

/// <summary>A closed outline through the points in order.</summary>
/// <param name="Points">At least three points.</param>
/// <param name="Fill">Inside, or null for none.</param>
/// <param name="Border">Outline, or null for none.</param>
public sealed record ScenePolygon(IReadOnlyList<ScenePoint> Points, SceneColor? Fill, SceneStroke? Border = null) : SceneShape;

/// <summary>A point of a pane.</summary>
/// <param name="X">Bar.</param>
/// <param name="Y">Value.</param>
public readonly record struct ScenePoint(double X, double Y);

/// <summary>A straight line between two points.</summary>
/// <param name="X1">Bar of the start.</param>
/// <param name="Y1">Value of the start.</param>
/// <param name="X2">Bar of the end.</param>
/// <param name="Y2">Value of the end.</param>
/// <param name="Stroke">How it is drawn.</param>
public sealed record SceneSegment(double X1, double Y1, double X2, double Y2, SceneStroke Stroke) : SceneShape
{
    /// <summary>Whether the line goes on beyond its end to the edge of the pane.</summary>
    public bool ExtendsToInfinity { get; init; }

    /// <summary>Whether the end carries an arrow head.</summary>
    public bool HasArrowHead { get; init; }
}

/// <summary>A line at one value over the whole width.</summary>
/// <param name="Y">Value.</param>
/// <param name="Stroke">How it is drawn.</param>
public sealed record SceneHorizontalLine(double Y, SceneStroke Stroke) : SceneShape;

/// <summary>A line at one bar over the whole height.</summary>
/// <param name="X">Bar.</param>
/// <param name="Stroke">How it is drawn.</param>
public sealed record SceneVerticalLine(double X, SceneStroke Stroke) : SceneShape;

/// <summary>A text beside a point; <c>\n</c> breaks lines.</summary>
/// <param name="X">Bar of the anchor.</param>
/// <param name="Y">Value of the anchor.</param>
/// <param name="Text">What it says.</param>
/// <param name="Color">Colour of the letters.</param>
public sealed record SceneText(double X, double Y, string Text, SceneColor Color) : SceneShape
{
    /// <summary>Pixels; &gt; 0.</summary>
    public double FontSize { get; init; } = SceneStaticText.DefaultFontSize;

    /// <summary>Whether the heavier face is used.</summary>
    public bool IsBold { get; init; }

    /// <summary>On which side of the anchor the text lies.</summary>
    public SceneHorizontal Horizontal { get; init; }

    /// <summary>On which side of the anchor the text lies.</summary>
    public SceneVertical Vertical { get; init; }
}

/// <summary>A small sign centred on a point.</summary>
/// <param name="X">Bar.</param>
/// <param name="Y">Value.</param>
/// <param name="Kind">Its form.</param>
/// <param name="Color">Its colour.</param>
public sealed record SceneIcon(double X, double Y, SceneIconKind Kind, SceneColor Color) : SceneShape;

/// <summary>Form of a sign.</summary>
public enum SceneIconKind
{
    /// <summary>Arrow that points up.</summary>
    UpArrow,

    /// <summary>Arrow that points down.</summary>
    DownArrow,

    /// <summary>Disc.</summary>
    Circle,

    /// <summary>Square on its side.</summary>
    Square,

    /// <summary>Square on its corner.</summary>
    Diamond,

    /// <summary>Star of five points.</summary>
    Star,

    /// <summary>Triangle that points up.</summary>
    UpTriangle,

    /// <summary>Triangle that points down.</summary>
    DownTriangle,
}
