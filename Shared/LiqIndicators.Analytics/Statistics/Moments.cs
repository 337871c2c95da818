namespace LiqIndicators.Analytics.Statistics;

/// <summary>Count, sum, mean and population deviation of a set of numbers.</summary>
/// <param name="Count">How many numbers; at least 0.</param>
/// <param name="Sum">Their sum; 0 for none.</param>
/// <param name="Mean">Their mean; NaN for none.</param>
/// <param name="Deviation">Root of the mean squared distance from the mean (normalizer: the count); NaN for none.</param>
public readonly record struct Moments(int Count, double Sum, double Mean, double Deviation)
{
    /// <summary>Distance of a number from the mean in deviations; NaN when the deviation is 0 or there are no numbers.</summary>
    public double ZScore(double value) => Deviation > 0 ? (value - Mean) / Deviation : double.NaN;
}
