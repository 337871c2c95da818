using LiqIndicators.MarketData.Feeds;
using LiqIndicators.Sessions.Feeds;

namespace LiqIndicators.Workbench.Live;

/// <summary>One venue now; null where a number is not available.</summary>
/// <param name="Venue">The venue.</param>
/// <param name="Symbol">Its name of the instrument.</param>
/// <param name="State">loading, up, pausing or notAvailable.</param>
/// <param name="Reason">Why not up, in the venue's words; empty otherwise.</param>
/// <param name="Flags">What is wrong with its bars.</param>
/// <param name="IsCounted">Whether the map holds its open interest.</param>
/// <param name="LoadedPct">Part of the history that is loaded; percent.</param>
/// <param name="LastBarUtc">Opening time of its newest closed bar, the newest with open interest if that is not long past.</param>
/// <param name="LastBarAgeSeconds">Time since its very newest bar closed.</param>
/// <param name="LastPrice">Close of that bar; quote currency per base unit.</param>
/// <param name="MarkPrice">As its stream says, not longer ago than two bars; quote currency per base unit.</param>
/// <param name="IndexPrice">As its stream says, not longer ago than two bars; quote currency per base unit.</param>
/// <param name="OpenInterestNotional">As told not longer ago than two bars, else at the close of the newest bar unless that is overdue; quote currency, one side.</param>
/// <param name="FundingPctPerEightHours">Last paid; percent, positive when longs pay.</param>
/// <param name="PredictedFundingPct">Due next, for the venue's interval; percent.</param>
/// <param name="FundingIntervalHours">Hours from one payment to the next.</param>
/// <param name="NextFundingUtc">When that is due.</param>
/// <param name="IsStreaming">Whether data come by its stream.</param>
/// <param name="ClockSkewSeconds">Its clock less this machine's.</param>
internal sealed record VenuePicture(
    string Venue,
    string Symbol,
    string State,
    string Reason,
    IReadOnlyList<string> Flags,
    bool IsCounted,
    double LoadedPct,
    DateTime? LastBarUtc,
    double? LastBarAgeSeconds,
    double? LastPrice,
    double? MarkPrice,
    double? IndexPrice,
    double? OpenInterestNotional,
    double? FundingPctPerEightHours,
    double? PredictedFundingPct,
    double? FundingIntervalHours,
    DateTime? NextFundingUtc,
    bool IsStreaming,
    double ClockSkewSeconds)
{
    /// <summary>What is wrong with each series; null where nothing tells them apart.</summary>
    public SeriesFlags? Series { get; init; }

    /// <summary>How much its open interest, volume and liquidations count in every sum; 1 counts them as they are. Nothing else here is weighed.</summary>
    public double Weight { get; init; } = 1;

    /// <summary>Margin table on which the map places the venue's positions; none where the kernel is taken as it is.</summary>
    public string Tiers { get; init; } = "none";

    internal static VenuePicture Of(FeedSourceReport report, TimeSpan barLength, DateTime nowUtc) => new(
        report.Venue.ToString(),
        report.Symbol,
        char.ToLowerInvariant(report.State.ToString()[0]) + report.State.ToString()[1..],
        report.Reason,
        FlagNames.Of(report.Quality),
        report.IsCounted,
        Math.Round(100 * report.LoadedShare, 1),
        report.LastBar?.TimeUtc,
        report.LastBarUtc is { } openedUtc ? Math.Round((nowUtc - openedUtc - barLength).TotalSeconds, 1) : null,
        LivePicture.Available(report.LastBar?.Close),
        (double?)report.Market?.MarkPrice,
        (double?)report.Market?.IndexPrice,
        InterestOf(report),
        LivePicture.Available(800 * report.LastBar?.FundingRate / report.LastBar?.FundingIntervalHours),
        100 * (double?)report.Market?.PredictedFundingRate,
        report.FundingIntervalHours,
        report.Market?.NextFundingUtc,
        report.IsStreaming,
        Math.Round(report.ClockSkew.TotalSeconds, 3))
    {
        Series = SeriesFlags.Of(report.Series),
        Weight = report.Weight,
    };

    // That of a bar is not that of now once bars are overdue.
    private static double? InterestOf(FeedSourceReport report) =>
        (double?)(report.Market?.OpenInterestNotional ?? (report.Market?.OpenInterestQuantity * report.Market?.MarkPrice))
        ?? (report.Series.Candles.HasFlag(FeedQuality.Stale) ? null : LivePicture.Available(report.LastBar?.OpenInterestNotional));
}

/// <summary>What is wrong with each series of a venue.</summary>
/// <param name="Candles">Of prices and volume.</param>
/// <param name="OpenInterest">Of open interest.</param>
/// <param name="Funding">Of payments.</param>
/// <param name="Liquidations">Of prints.</param>
internal sealed record SeriesFlags(
    IReadOnlyList<string> Candles, IReadOnlyList<string> OpenInterest, IReadOnlyList<string> Funding, IReadOnlyList<string> Liquidations)
{
    internal static SeriesFlags Of(in SeriesQuality quality) => new(
        FlagNames.Of(quality.Candles), FlagNames.Of(quality.OpenInterest), FlagNames.Of(quality.Funding), FlagNames.Of(quality.Liquidations));
}

/// <summary>Flags as words for programs and people.</summary>
internal static class FlagNames
{
    internal static IReadOnlyList<string> Of<TFlags>(TFlags flags)
        where TFlags : struct, Enum =>
        [.. Enum.GetValues<TFlags>().Where(flag => !flag.Equals(default(TFlags)) && flags.HasFlag(flag)).Select(flag => char.ToLowerInvariant(flag.ToString()[0]) + flag.ToString()[1..])];
}
