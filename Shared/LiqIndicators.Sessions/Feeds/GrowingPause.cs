namespace LiqIndicators.Sessions.Feeds;

/// <summary>Pauses that double with each failure, from one second up, with a jitter of a quarter: nobody comes back at the same moment as all others.</summary>
internal static class GrowingPause
{
    private const double FirstSeconds = 1;

    /// <summary>Seconds to wait.</summary>
    /// <param name="failures">Failures one after another; from 1.</param>
    /// <param name="longestSeconds">Where the doubling ends, before the jitter.</param>
    /// <param name="jitter">Source of the jitter.</param>
    public static double Seconds(int failures, double longestSeconds, Random jitter) =>
        Math.Min(FirstSeconds * Math.Pow(2, failures - 1), longestSeconds) * (0.75 + (0.5 * jitter.NextDouble()));
}
