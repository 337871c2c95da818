namespace LiqIndicators.Analytics.Scoring;

/// <summary>A range that holds a figure with a stated confidence, in the figure's own unit.</summary>
/// <param name="Low">Lower end; NaN when it cannot be told.</param>
/// <param name="High">Upper end; NaN when it cannot be told.</param>
public readonly record struct ConfidenceInterval(double Low, double High)
{
    /// <summary>Nothing can be said.</summary>
    public static ConfidenceInterval Unknown => new(double.NaN, double.NaN);
}
