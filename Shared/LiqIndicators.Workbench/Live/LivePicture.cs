using LiqIndicators.MarketData.Feeds;
using LiqIndicators.Sessions.Cascade;
using LiqIndicators.Sessions.Feeds;
using LiqIndicators.Sessions.Funding;
using LiqIndicators.Workbench.Replay;

namespace LiqIndicators.Workbench.Live;

/// <summary>What is known of a market now, by venue and in sum; null where a number is not available.</summary>
/// <param name="Symbol">The user's word for the market.</param>
/// <param name="AsOfUtc">When.</param>
/// <param name="IsComplete">Whether everything that was asked for is there.</param>
/// <param name="Missing">What is not, and why; one line each.</param>
/// <param name="Venues">By venue.</param>
/// <param name="Sum">All venues together.</param>
internal sealed record LivePicture(
    string Symbol,
    DateTime AsOfUtc,
    bool IsComplete,
    IReadOnlyList<string> Missing,
    IReadOnlyList<VenuePicture> Venues,
    MarketPicture Sum)
{
    /// <summary>Whether waiting longer brings nothing that is missing: all that is, is of venues that refuse.</summary>
    internal bool IsFinal { get; private init; }

    /// <summary>How much of all venues' history is loaded; percent.</summary>
    internal double LoadedPct => IsFinal || Venues.Count == 0 ? 100 : Venues.Average(venue => venue.LoadedPct);

    internal static LivePicture Of(string symbol, LiveMarketFeed feed, LiveReadings readings, DateTime nowUtc)
    {
        IReadOnlyList<FeedSourceReport> reports = feed.Report();
        List<string> missing = [.. reports.Select(Lack).OfType<string>().Distinct()];
        if (!feed.IsComplete)
        {
            missing.Add("history is being loaded");
        }
        else if (readings.Bands.Map is not { IsReady: true })
        {
            missing.Add("clusters: no open interest is there to make a map of");
        }

        TimeSpan barLength = feed.StatusAt(nowUtc).BarLength;
        VenuePicture[] venues =
        [
            .. reports.Select(report => VenuePicture.Of(report, barLength, nowUtc) with
            {
                Tiers = readings.Bands.TiersOf($"{report.Venue} {report.Symbol}") ?? "none",
            }),
        ];
        FeedSourceReport[] refusing = [.. reports.Where(report => report.State == FeedSourceState.NotAvailable)];
        return new LivePicture(
            symbol,
            nowUtc,
            missing.Count == 0,
            missing,
            venues,
            MarketPicture.Of(venues, readings, nowUtc))
        {
            IsFinal = refusing.Length == reports.Count || (feed.IsComplete && missing.Count == refusing.Select(Lack).Distinct().Count()),
        };
    }

    internal static double? Available(double? value) => value is { } number && double.IsFinite(number) ? number : null;

    private static string? Lack(FeedSourceReport report) => report switch
    {
        { State: FeedSourceState.NotAvailable } => $"{report.Venue}: not available here: {report.Reason}",
        { State: FeedSourceState.Pausing } => $"{report.Venue}: asked to wait: {report.Reason}",
        { State: FeedSourceState.Loading } => FormattableString.Invariant($"{report.Venue}: {100 * report.LoadedShare:0}% of its history is loaded {report.Reason}").TrimEnd(),
        { Quality: var quality } when quality.HasFlag(FeedQuality.Estimated) => null,
        { LastBar: null } => $"{report.Venue}: no closed bar",
        { Market: null, HasStream: true } => $"{report.Venue}: its stream says nothing",
        { Market: null or { OpenInterestQuantity: null, OpenInterestNotional: null }, LastBar.OpenInterestQuantity: double.NaN } => $"{report.Venue}: no open interest",
        _ => null,
    };
}

/// <summary>All venues together.</summary>
/// <param name="Source">Venues and instruments in one line.</param>
/// <param name="LastBarUtc">When the newest bar was published.</param>
/// <param name="Flags">What is wrong with the sum.</param>
/// <param name="NotCounted">Venues that were asked for and whose open interest the map does not hold.</param>
/// <param name="OpenInterestNotional">Sum over the venues that tell it now, each by its weight; quote currency, one side.</param>
/// <param name="Price">Close of the newest bar.</param>
/// <param name="FundingPctPerEightHours">Weighted by open interest; percent, positive when longs pay.</param>
/// <param name="FundingPressure">In (-100, 100), positive when longs are under pressure.</param>
/// <param name="Imbalance">Open shorts less longs over their sum within 5% of the price.</param>
/// <param name="Map">What the map of liquidations says; null before it holds mass.</param>
/// <param name="Clusters">Standing clusters, nearest first.</param>
/// <param name="Risk">How near a cascade is.</param>
internal sealed record MarketPicture(
    string Source,
    DateTime? LastBarUtc,
    IReadOnlyList<string> Flags,
    IReadOnlyList<string> NotCounted,
    double? OpenInterestNotional,
    double? Price,
    double? FundingPctPerEightHours,
    double? FundingPressure,
    double? Imbalance,
    MapPicture? Map,
    IReadOnlyList<ClusterLine> Clusters,
    RiskPicture Risk)
{
    internal static MarketPicture Of(IReadOnlyList<VenuePicture> venues, LiveReadings readings, DateTime nowUtc)
    {
        FeedStatus status = readings.StatusAt(nowUtc);
        double price = readings.Bands.Map?.LastPrice ?? double.NaN;
        FundingReadings funding = readings.Funding.ReadingsAsOf(nowUtc);
        double[] interest = [.. venues.Select(venue => venue.Weight * venue.OpenInterestNotional).OfType<double>()];
        return new MarketPicture(
            status.Source,
            status.LastPublishedUtc,
            FlagNames.Of(status.Quality),
            status.NotCounted ?? [],
            interest.Length > 0 ? interest.Sum() : null,
            LivePicture.Available(price),
            LivePicture.Available(funding.RatePctPerEightHours),
            LivePicture.Available(funding.Pressure),
            LivePicture.Available(readings.Bands.ReadingsAsOf(nowUtc).Imbalance),
            MapPicture.Of(readings.Bands, status),
            ClusterLine.Of(readings.Bands.Tracker, price),
            RiskPicture.Of(readings.Cascade.ReadingsAsOf(nowUtc)));
    }
}

/// <summary>How near a cascade is.</summary>
/// <param name="LongScore">Share of a fall that forced closing of longs would make; in [0, 100).</param>
/// <param name="ShortScore">Share of a rise that forced closing of shorts would make; in [0, 100).</param>
/// <param name="LongEndPrice">Where a shock would carry a fall to.</param>
/// <param name="ShortEndPrice">Where a shock would carry a rise to.</param>
/// <param name="Long1Pct">Probability that longs are flushed within an hour, as of the last full hour.</param>
/// <param name="Short1Pct">Probability that shorts are flushed within an hour, as of the last full hour.</param>
internal sealed record RiskPicture(
    double? LongScore, double? ShortScore, double? LongEndPrice, double? ShortEndPrice, double? Long1Pct, double? Short1Pct)
{
    internal static RiskPicture Of(CascadeReadings readings) => new(
        LivePicture.Available(readings.LongScore),
        LivePicture.Available(readings.ShortScore),
        LivePicture.Available(readings.LongEndPrice),
        LivePicture.Available(readings.ShortEndPrice),
        LivePicture.Available(readings.Long1Pct),
        LivePicture.Available(readings.Short1Pct));
}
