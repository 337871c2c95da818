using LiqIndicators.Analytics.Market;
using LiqIndicators.MarketData.Feeds;
using LiqIndicators.MarketData.Rows;
using LiqIndicators.MarketData.Venues;

namespace LiqIndicators.Sessions.Feeds;

/// <summary>What a user should know about one venue of a feed.</summary>
/// <param name="Venue">The venue.</param>
/// <param name="Symbol">Its name of the instrument; empty while that is not settled.</param>
/// <param name="State">Whether it takes part.</param>
/// <param name="Reason">Why not, in the venue's words; empty when it does.</param>
/// <param name="Quality">What is wrong with its bars.</param>
/// <param name="LastBarUtc">Opening time of its newest closed bar; null while there is none.</param>
/// <param name="HasStream">Whether it has a stream that is followed.</param>
/// <param name="IsStreaming">Whether data come by its stream now; a handshake alone does not count.</param>
/// <param name="ClockSkew">Its clock less ours; zero while unknown.</param>
/// <param name="Market">Its prices, open interest and predicted funding as last heard, if that is no longer ago than two bars; null otherwise.</param>
/// <param name="LastBar">Its newest closed bar, the newest with open interest if that is not long past; null while there is none.</param>
/// <param name="LoadedShare">Share of the history's bars that are there; in [0, 1].</param>
public sealed record FeedSourceReport(
    VenueId Venue,
    string Symbol,
    FeedSourceState State,
    string Reason,
    FeedQuality Quality,
    DateTime? LastBarUtc,
    bool HasStream,
    bool IsStreaming,
    TimeSpan ClockSkew,
    MarketStateRow? Market,
    MarketBar? LastBar,
    double LoadedShare)
{
    /// <summary>What is wrong with each of its series.</summary>
    public SeriesQuality Series { get; init; }

    /// <summary>Hours from one payment of funding to the next: as the venue tells now, else as it paid last; null while neither is known.</summary>
    public double? FundingIntervalHours { get; init; }

    /// <summary>How much its open interest, volume and liquidations count in sums; 1 counts them as they are. Nothing in this report is weighed.</summary>
    public double Weight { get; init; } = 1;

    /// <summary>Whether its open interest is part of the sum: not while it refuses, tells none, or tells it for much shorter than the others.</summary>
    public bool IsCounted { get; init; }
}
