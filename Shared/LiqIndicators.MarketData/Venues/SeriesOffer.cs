namespace LiqIndicators.MarketData.Venues;

/// <summary>How a venue serves the history of a series.</summary>
/// <param name="MaxRows">Most rows of one answer.</param>
/// <param name="Depth">How far back it goes; null when there is no limit worth naming.</param>
/// <param name="IsEstimate">Whether it is a stand-in: a sum over more than the instrument, or a vendor's revisable figure.</param>
/// <param name="MaxBars">Latest bars that exist, where the venue keeps a number of bars; null otherwise.</param>
/// <param name="Delay">How long after its time a row may take to be there; what is newer is told by the venue's present state.</param>
public sealed record SeriesOffer(int MaxRows, TimeSpan? Depth = null, bool IsEstimate = false, int? MaxBars = null, TimeSpan Delay = default)
{
    /// <summary>Earliest time that can be asked for.</summary>
    /// <param name="nowUtc">Now; UTC.</param>
    /// <param name="interval">Interval of the series.</param>
    /// <returns>UTC; <see cref="DateTime.UnixEpoch"/> when there is no limit.</returns>
    public DateTime EarliestUtc(DateTime nowUtc, TimeSpan interval)
    {
        DateTime byDepth = Depth is { } depth ? nowUtc - depth : DateTime.UnixEpoch;
        DateTime byBars = MaxBars is { } bars ? nowUtc - (interval * bars) : DateTime.UnixEpoch;
        return byDepth > byBars ? byDepth : byBars;
    }
}
