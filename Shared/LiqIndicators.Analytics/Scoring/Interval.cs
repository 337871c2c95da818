namespace LiqIndicators.Analytics.Scoring;

/// <summary>A number with its 95 % interval, unless another confidence is said.</summary>
/// <param name="Value">The number; NaN when it cannot be computed.</param>
/// <param name="Low">Lower end; NaN when none could be computed.</param>
/// <param name="High">Upper end; NaN when none could be computed.</param>
public readonly record struct Interval(double Value, double Low, double High)
{
    /// <summary>Whether the interval holds a number.</summary>
    public bool Contains(double number) => Low <= number && number <= High;
}
