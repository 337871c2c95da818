using LiqIndicators.Analytics.Liquidation;
using LiqIndicators.Analytics.Market;
using LiqIndicators.MarketData.Feeds;
using LiqIndicators.Sessions.Bands;
using LiqIndicators.Workbench.Commands;
using LiqIndicators.Workbench.Recordings;

namespace LiqIndicators.Workbench.Replay;

/// <summary>What a replay found, for a page of text or for a program.</summary>
/// <param name="Market">Name of the recording.</param>
/// <param name="FromUtc">Opening time of its first bar.</param>
/// <param name="ToUtc">Close of its last bar.</param>
/// <param name="Bars">How many bars it holds.</param>
/// <param name="Price">Last price; quote currency per base unit.</param>
/// <param name="OpenInterestNotional">Open interest at the end, one side; quote currency; null when not published.</param>
/// <param name="SeededShare">Share of the map's mass whose entry is unknown because the recording began after it.</param>
/// <param name="Imbalance">Shorts less longs over their sum within 5%; null when the map is empty.</param>
/// <param name="LongClusters">What became of clusters of longs.</param>
/// <param name="ShortClusters">What became of clusters of shorts.</param>
/// <param name="Nearest">Standing clusters, nearest first.</param>
/// <param name="Pictures">Paths of the pictures.</param>
internal sealed record ReplaySummary(
    string Market,
    DateTime FromUtc,
    DateTime ToUtc,
    int Bars,
    double Price,
    double? OpenInterestNotional,
    double? SeededShare,
    double? Imbalance,
    ClusterCounts LongClusters,
    ClusterCounts ShortClusters,
    IReadOnlyList<ClusterLine> Nearest,
    IReadOnlyList<string> Pictures)
{
    /// <summary>Runs the bands' session over the whole recording and sums it up.</summary>
    internal static ReplaySummary Of(RecordedMarket market, IReadOnlyList<string> pictures)
    {
        DateTime endUtc = market.Bars[^1].TimeUtc + market.BarLength;
        LiquidationBandsSession session = new(new LiquidationBandsOptions(), new RecordedFeed(market.Name, market.Bars, market.BarLength));
        session.Advance(endUtc);
        double price = market.Bars[^1].Close;
        LiquidationMap? map = session.Map is { IsReady: true } ready ? ready : null;
        return new ReplaySummary(
            market.Name,
            market.Bars[0].TimeUtc,
            endUtc,
            market.Bars.Count,
            price,
            Available(market.Bars[^1].OpenInterestNotional),
            map is null ? null : Available((map.SeededShare(PositionSide.Long) + map.SeededShare(PositionSide.Short)) / 2),
            Available(session.ReadingsAsOf(endUtc).Imbalance),
            ClusterCounts.Of(session.Tracker, PositionSide.Long),
            ClusterCounts.Of(session.Tracker, PositionSide.Short),
            ClusterLine.Of(session.Tracker, price),
            pictures);
    }

    private static double? Available(double value) => double.IsNaN(value) ? null : value;
}

/// <summary>A standing cluster.</summary>
/// <param name="Side">long or short: side of the positions.</param>
/// <param name="LowPrice">Quote currency per base unit.</param>
/// <param name="HighPrice">Quote currency per base unit.</param>
/// <param name="Notional">Open mass; quote currency.</param>
/// <param name="Distance">From the last price to the nearer edge; fraction, negative below the price.</param>
/// <param name="State">What has become of it.</param>
/// <param name="FormedUtc">When it was first found.</param>
internal sealed record ClusterLine(
    string Side, double LowPrice, double HighPrice, double Notional, double Distance, string State, DateTime FormedUtc)
{
    /// <summary>Standing clusters, nearest to the price first.</summary>
    internal static IReadOnlyList<ClusterLine> Of(ClusterTracker tracker, double price) =>
    [
        .. tracker.Live.ToArray()
            .OrderBy(cluster => Math.Abs(cluster.NearPrice - price))
            .Select(cluster => new ClusterLine(
                SideNames.Of(cluster.Side),
                cluster.LowPrice,
                cluster.HighPrice,
                cluster.Notional,
                (cluster.NearPrice / price) - 1,
                cluster.State.ToString(),
                cluster.FormedUtc)),
    ];
}

/// <summary>How many clusters of a side ended how; of those still remembered.</summary>
/// <param name="Standing">Standing now.</param>
/// <param name="Accelerated">Price went through and ran on.</param>
/// <param name="Absorbed">Price went through and stayed.</param>
/// <param name="Consumed">Price went through; the answer is not known yet.</param>
internal sealed record ClusterCounts(int Standing, int Accelerated, int Absorbed, int Consumed)
{
    internal static ClusterCounts Of(ClusterTracker tracker, PositionSide side)
    {
        TrackedCluster[] ended =
            [.. Enumerable.Range(0, tracker.EndedCount).Select(tracker.Ended).Where(cluster => cluster.Side == side)];
        return new ClusterCounts(
            tracker.Live.ToArray().Count(cluster => cluster.Side == side),
            ended.Count(cluster => cluster.State == ClusterState.Accelerated),
            ended.Count(cluster => cluster.State == ClusterState.Absorbed),
            ended.Count(cluster => cluster.State == ClusterState.Consumed));
    }
}
