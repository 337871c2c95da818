namespace LiqIndicators.Terminal.Rendering.Scenes;

/// <summary>One output of an indicator: a value per bar.</summary>
/// <param name="Name">Its title.</param>
/// <param name="Kind">How the values are drawn.</param>
/// <param name="Values">Value of bar 0, 1, ...; NaN for none; entries beyond the last candle lie in the empty room to its right.</param>
/// <param name="Stroke">Colour, thickness and pattern.</param>
public sealed record SceneSeries(string Name, SceneSeriesKind Kind, IReadOnlyList<double> Values, SceneStroke Stroke)
{
    /// <summary>Colours of single values; a missing or null entry takes the colour of the stroke.</summary>
    public IReadOnlyList<SceneColor?>? ValueColors { get; init; }

    /// <summary>Whether the last value stands on the axis.</summary>
    public bool ShowsLastValue { get; init; }
}

/// <summary>How the values of a series are drawn.</summary>
public enum SceneSeriesKind
{
    /// <summary>Joined, also over NaN.</summary>
    Line,

    /// <summary>Joined, broken at NaN.</summary>
    DiscontinuousLine,

    /// <summary>Bars from zero.</summary>
    Histogram,

    /// <summary>Dots.</summary>
    Points,
}

/// <summary>A soft fill between two series.</summary>
/// <param name="First">One edge, a value per bar; NaN leaves a gap.</param>
/// <param name="Second">The other edge.</param>
/// <param name="FirstAbove">Fill where the first edge lies above the second.</param>
/// <param name="SecondAbove">Fill where it lies below.</param>
public sealed record SceneCloud(
    IReadOnlyList<double> First, IReadOnlyList<double> Second, SceneColor FirstAbove, SceneColor SecondAbove);

/// <summary>A row of coloured cells, one per bar, at the foot of a pane or, alone, over its whole height.</summary>
/// <param name="Label">What the row tells, or empty.</param>
/// <param name="Colors">Colour of bar 0, 1, ...; null leaves the cell empty.</param>
public sealed record SceneRibbon(string Label, IReadOnlyList<SceneColor?> Colors);

/// <summary>A named line at a value of an indicator window.</summary>
/// <param name="Value">Where it lies.</param>
/// <param name="Stroke">How it is drawn, or null for the quiet colour of the theme.</param>
/// <param name="Label">Word at its right end, or empty.</param>
public sealed record SceneLevel(double Value, SceneStroke? Stroke = null, string Label = "");
