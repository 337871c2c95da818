using LiqIndicators.Analytics;

namespace LiqIndicators.Sessions.Feeds;

/// <summary>Choices of <see cref="LiveMarketFeed"/>; immutable, checked once.</summary>
public sealed record LiveFeedOptions
{
    /// <summary>Length of a bar; five minutes by default, the finest open interest that venues keep.</summary>
    public TimeSpan BarLength { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>History to load; in [1, 90] days; 30 days by default, as far as the largest venue keeps open interest.</summary>
    public TimeSpan History { get; init; } = TimeSpan.FromDays(30);

    /// <summary>Most requests under way at a time, over all venues; in [1, 16]; 4 by default.</summary>
    public int MaximumInFlight { get; init; } = 4;

    /// <summary>
    /// Share of a venue's budget that one feed takes; in (0, 0.5]; 12% by default: charts cannot see each other's requests,
    /// and four of them stay below half.
    /// </summary>
    public double OwnBudgetShare { get; init; } = 0.12;

    /// <summary>Share of a venue's budget at which a feed waits, whoever used it; in (0, 1]; half by default.</summary>
    public double TotalBudgetShare { get; init; } = 0.5;

    /// <summary>How long a closed bar waits for what is missing of it before it is handed out with an estimate; two and a half minutes by default.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(150);

    /// <summary>Age from which on data are stale: the bar after the newest has closed, and nobody told it within the <see cref="Grace"/>.</summary>
    public TimeSpan LongestAge => BarLength + Grace;

    /// <summary>Shortest time between two restarts of the bars because published values were revised; 15 minutes by default.</summary>
    public TimeSpan RevisionInterval { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How often the cache is written; ten minutes by default.</summary>
    public TimeSpan CacheInterval { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Seed of the jitter that keeps several feeds from asking in step.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Options of one of several feeds of an algo, which together ask no more than one chart.</summary>
    /// <param name="feeds">Feeds of the algo; at least 1.</param>
    /// <param name="instance">Name of the algo's instance: charts with different names do not ask in step.</param>
    public static LiveFeedOptions ForOneOf(int feeds, string instance)
    {
        ArgumentNullException.ThrowIfNull(instance);
        LiveFeedOptions options = new();
        // FNV-1a: the same for the same name on every run, as the runtime's own hash is not.
        uint seed = instance.Aggregate(2166136261, (hash, letter) => unchecked((hash ^ letter) * 16777619));
        return options with { OwnBudgetShare = Math.Max(options.OwnBudgetShare / feeds, 0.001), Seed = (int)(seed & int.MaxValue) };
    }

    /// <summary>Bars of the history.</summary>
    public int HistoryBars => (int)(History / BarLength);

    /// <summary>Returns these options, checked.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public LiveFeedOptions Checked()
    {
        Guard.InRange(BarLength.TotalMinutes, 1, 1440, nameof(BarLength));
        Guard.InRange(History.TotalDays, 1, 90, nameof(History));
        Guard.InRange(HistoryBars, 12, 130_000, nameof(HistoryBars));
        Guard.InRange(MaximumInFlight, 1, 16);
        Guard.InRange(OwnBudgetShare, 0.001, 0.5);
        Guard.InRange(TotalBudgetShare, OwnBudgetShare, 1);
        Guard.InRange(Grace.TotalSeconds, 1, 3600, nameof(Grace));
        Guard.InRange(RevisionInterval.TotalSeconds, 1, 86_400, nameof(RevisionInterval));
        Guard.InRange(CacheInterval.TotalSeconds, 1, 86_400, nameof(CacheInterval));
        return this;
    }
}
