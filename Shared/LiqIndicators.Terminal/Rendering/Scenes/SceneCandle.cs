namespace LiqIndicators.Terminal.Rendering.Scenes;

/// <summary>One bar of the chart. A bar with a NaN price is left out of the picture but keeps its place.</summary>
/// <param name="TimeUtc">Opening time, UTC.</param>
/// <param name="Open">First price; quote currency per base unit.</param>
/// <param name="High">Highest price; quote currency per base unit.</param>
/// <param name="Low">Lowest price; quote currency per base unit.</param>
/// <param name="Close">Last price; quote currency per base unit.</param>
public readonly record struct SceneCandle(DateTime TimeUtc, double Open, double High, double Low, double Close)
{
    /// <summary>Colour of its body, or null for that of the chart.</summary>
    public SceneColor? Fill { get; init; }

    /// <summary>Colour of its outline and wick, or null for that of the chart.</summary>
    public SceneColor? Outline { get; init; }

    /// <summary>Whether every price is a finite number.</summary>
    public bool IsComplete =>
        double.IsFinite(Open) && double.IsFinite(High) && double.IsFinite(Low) && double.IsFinite(Close);
}
