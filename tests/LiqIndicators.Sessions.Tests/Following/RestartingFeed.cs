using LiqIndicators.Analytics.Market;
using LiqIndicators.MarketData.Feeds;

namespace LiqIndicators.Sessions.Tests.Following;

/// <summary>A recording of hours that starts again from its first bar when told to.</summary>
internal sealed class RestartingFeed(IReadOnlyList<MarketBar> bars) : IMarketFeed
{
    private RecordedFeed _feed = Open(bars);

    public int Generation { get; private set; }

    public ReadOnlySpan<VenueBar> Venues => _feed.Venues;

    public void Restart()
    {
        Generation++;
        _feed = Open(bars);
    }

    public bool TryTake(DateTime asOfUtc, out MarketBar bar) => _feed.TryTake(asOfUtc, out bar);

    public MarginTerms? TermsOf(string venue) => null;

    public BookDepth? BookNow() => null;

    public FeedStatus StatusAt(DateTime asOfUtc) => _feed.StatusAt(asOfUtc);

    private static RecordedFeed Open(IReadOnlyList<MarketBar> bars) => new("test", bars, TimeSpan.FromHours(1));
}
