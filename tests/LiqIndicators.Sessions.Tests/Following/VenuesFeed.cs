using LiqIndicators.Analytics.Market;
using LiqIndicators.MarketData.Feeds;

namespace LiqIndicators.Sessions.Tests.Following;

/// <summary>A feed whose bars come from other venues than it says itself, and which has an order book when it is given one.</summary>
/// <param name="feed">Where the bars come from.</param>
/// <param name="venues">What the venues say of every bar; none for what the feed itself says.</param>
internal sealed class VenuesFeed(IMarketFeed feed, params VenueBar[] venues) : IMarketFeed
{
    public BookDepth? Book { get; set; }

    /// <summary>What is wrong with the data besides.</summary>
    public FeedQuality Besides { get; set; }

    public int Generation => feed.Generation;

    public ReadOnlySpan<VenueBar> Venues => venues.Length > 0 ? venues : feed.Venues;

    public bool TryTake(DateTime asOfUtc, out MarketBar bar) => feed.TryTake(asOfUtc, out bar);

    public MarginTerms? TermsOf(string venue) => feed.TermsOf(venue);

    public BookDepth? BookNow() => Book;

    public FeedStatus StatusAt(DateTime asOfUtc)
    {
        FeedStatus status = feed.StatusAt(asOfUtc);
        return status with { Quality = status.Quality | Besides };
    }
}
