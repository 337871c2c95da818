using LiqIndicators.Analytics.Market;
using LiqIndicators.Analytics.OpenInterest;

namespace LiqIndicators.Analytics.Scoring;

/// <summary>Settings of <see cref="FlushTest"/>.</summary>
public sealed record FlushTestOptions
{
    /// <summary>Fall of an hour that counts as extreme; deviations of the hours before it, &gt; 0.</summary>
    public double ExtremeSigmas { get; init; } = 3;

    /// <summary>
    /// Drop of open interest in that hour that confirms a flush; fraction in (0, 1). Twice as much is published for five
    /// minutes; within an hour part of it is rebuilt, and of the falls of the reference months one reaches that.
    /// </summary>
    public double FlushDrop { get; init; } = 0.01;
}

/// <summary>What followed extreme falls, with open interest dropped and with open interest kept.</summary>
/// <param name="HorizonHours">Hours ahead.</param>
/// <param name="FlushedEvents">Falls on which open interest dropped.</param>
/// <param name="KeptEvents">Falls on which it did not.</param>
/// <param name="FlushedMeanBps">Mean return after the former; basis points, NaN without any.</param>
/// <param name="KeptMeanBps">Mean return after the latter.</param>
/// <param name="DifferenceBps">The former minus the latter.</param>
/// <param name="DifferenceT">Its t-value with days as clusters; NaN with fewer than two clusters in either.</param>
public readonly record struct FlushTestResult(
    int HorizonHours,
    int FlushedEvents,
    int KeptEvents,
    double FlushedMeanBps,
    double KeptMeanBps,
    double DifferenceBps,
    double DifferenceT);

/// <summary>Whether a drop of open interest on an extreme fall says something about what follows.</summary>
public static class FlushTest
{
    /// <summary>Forward returns after extreme falls, split by what open interest did in the hour of the fall.</summary>
    /// <remarks>
    /// The t-value is the difference over <c>sqrt(v1 + v2)</c> with <c>v = sum over days of (sum of the day's residuals)^2 / n^2</c>:
    /// hours of one day are not independent.
    /// </remarks>
    /// <param name="bars">Hourly bars in time order.</param>
    /// <param name="horizonHours">Hours ahead; in [1, 168].</param>
    /// <param name="options">What counts as extreme and as a flush.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static FlushTestResult Run(ReadOnlySpan<MarketBar> bars, int horizonHours, FlushTestOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Guard.InRange(horizonHours, 1, 168);
        Guard.Positive(options.ExtremeSigmas);
        Guard.InRange(options.FlushDrop, double.Epsilon, 0.999999);
        List<(DateTime Day, double Return)> flushed = [];
        List<(DateTime Day, double Return)> kept = [];
        for (int t = CascadeEvents.VolatilityHours + 1; t + horizonHours < bars.Length; t++)
        {
            double fall = Math.Log(bars[t].Close / bars[t - 1].Close);
            double change = OpenInterestMath.Change(bars[t - 1].OpenInterestQuantity, bars[t].OpenInterestQuantity);
            if (!(fall <= -options.ExtremeSigmas * CascadeEvents.Sigma(bars, t - 1)) || double.IsNaN(change))
            {
                continue;
            }

            double after = 1e4 * Math.Log(bars[t + horizonHours].Close / bars[t].Close);
            (change <= -options.FlushDrop ? flushed : kept).Add((bars[t].TimeUtc.Date, after));
        }

        (double flushedMean, double flushedVariance, int flushedDays) = Summary(flushed);
        (double keptMean, double keptVariance, int keptDays) = Summary(kept);
        double difference = flushedMean - keptMean;
        return new FlushTestResult(
            horizonHours,
            flushed.Count,
            kept.Count,
            flushedMean,
            keptMean,
            difference,
            flushedDays < 2 || keptDays < 2 ? double.NaN : difference / Math.Sqrt(flushedVariance + keptVariance));
    }

    private static (double Mean, double Variance, int Days) Summary(List<(DateTime Day, double Return)> events)
    {
        if (events.Count == 0)
        {
            return (double.NaN, double.NaN, 0);
        }

        double mean = events.Average(e => e.Return);
        double[] days = [.. events.GroupBy(e => e.Day, (_, of) => of.Sum(e => e.Return - mean))];
        return (mean, days.Sum(sum => sum * sum) / ((double)events.Count * events.Count), days.Length);
    }
}
