using LiqIndicators.Analytics.Liquidation;
using LiqIndicators.Analytics.Liquidation.Forecast;

namespace LiqIndicators.Workbench.Report;

/// <summary>Collects every band of a replay, from the bar that first showed it to the one that ended it: never earlier than it was known.</summary>
internal sealed class ReportBands
{
    // More than this the page could not show; the largest are kept.
    private const int Most = 1500;

    private readonly Dictionary<int, ReportBand> _standing = [];
    private readonly List<ReportBand> _ended = [];
    private readonly Dictionary<int, int> _placeOfEnded = [];

    /// <summary>Takes what stands and what ended after a bar.</summary>
    internal void Take(int bar, ClusterTracker tracker, LiquidationForecast forecast)
    {
        foreach (TrackedCluster cluster in tracker.Live)
        {
            double expected = forecast.Scale(cluster.Side) * cluster.Notional;
            _standing[cluster.Id] = _standing.TryGetValue(cluster.Id, out ReportBand known)
                ? known with { Cluster = cluster, Expected = Math.Max(known.Expected, expected) }
                : new ReportBand(cluster, bar, null, expected);
        }

        // What an ended cluster came to is known only some bars later, so all that are remembered are looked at again.
        for (int age = 0; age < tracker.EndedCount; age++)
        {
            TrackedCluster cluster = tracker.Ended(age);
            if (_standing.Remove(cluster.Id, out ReportBand ended))
            {
                _placeOfEnded[cluster.Id] = _ended.Count;
                _ended.Add(ended with { Cluster = cluster, LastBar = bar });
            }
            else if (_placeOfEnded.TryGetValue(cluster.Id, out int place))
            {
                _ended[place] = _ended[place] with { Cluster = cluster };
            }
        }
    }

    /// <summary>The bands worth drawing, largest last, so that they lie on top.</summary>
    internal IReadOnlyList<ReportBand> All() =>
    [
        .. _ended.Concat(_standing.Values)
            .Where(band => band.Expected > 0)
            .OrderByDescending(band => band.Expected)
            .Take(Most)
            .Reverse(),
    ];
}
