namespace LiqIndicators.Analytics.Statistics;

/// <summary>Where a number stands in a window that contains it, by order statistics.</summary>
/// <param name="Count">Numbers in the window.</param>
/// <param name="Median">Middle number, or the mean of the two middle ones.</param>
/// <param name="MedianAbsoluteDeviation">Median of the absolute distances from the median, unscaled; at least 0.</param>
/// <param name="PercentileRank">Share of the window below the number, equal ones counted half; in (0, 1).</param>
/// <param name="RobustZ">
/// Distance from the median over <see cref="Scale"/>; NaN when more than half of the window is equal to the median.
/// </param>
public readonly record struct RobustSummary(
    int Count, double Median, double MedianAbsoluteDeviation, double PercentileRank, double RobustZ)
{
    /// <summary>Makes the deviation of a normal distribution out of its median absolute deviation: 1 / Phi^-1(3/4).</summary>
    public const double NormalConsistency = 1.482602218505602;

    /// <summary>Spread in the unit of a standard deviation: 1.4826 times the median absolute deviation.</summary>
    public double Scale => NormalConsistency * MedianAbsoluteDeviation;
}
