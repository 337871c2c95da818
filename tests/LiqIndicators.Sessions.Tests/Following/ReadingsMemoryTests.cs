using LiqIndicators.Analytics.Market;
using LiqIndicators.MarketData.Feeds;
using LiqIndicators.Sessions.Funding;
using LiqIndicators.Sessions.Tape;

namespace LiqIndicators.Sessions.Tests.Following;

/// <summary>What a session remembers while its market goes on and on.</summary>
public sealed class ReadingsMemoryTests
{
    private const int Day = 288;

    // 32 days of five minutes, and an eighth more before the oldest leave.
    private const int Most = (32 * Day) + (32 * Day / 8) + 1;

    private static readonly DateTime StartUtc = new(2026, 5, 4, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Advance_SixtyDaysMore_RemembersNoMoreReadings()
    {
        FundingSession session = new(new FundingOptions(), new EndlessFeed(historyBars: 30 * Day));
        List<int> counts = [];
        for (int days = 30; days <= 120; days += 30)
        {
            session.Advance(StartUtc.AddDays(days));
            counts.Add(session.RememberedReadings);
        }

        Assert.Equal(30 * Day, counts[0]);
        Assert.All(counts, count => Assert.InRange(count, 30 * Day, Most));
    }

    [Fact]
    public void Advance_FeedOfALongerHistory_RemembersAllOfIt()
    {
        FundingSession session = new(new FundingOptions(), new EndlessFeed(historyBars: 90 * Day));

        session.Advance(StartUtc.AddDays(90));

        Assert.Equal(90 * Day, session.RememberedReadings);
    }

    [Fact]
    public void ReadingsOver_WithinWhatAChartAsksFor_AreThoseOfASessionThatForgetsNothing()
    {
        TapeSession bounded = new(new TapeOptions(), new EndlessFeed(historyBars: 30 * Day));
        TapeSession all = new(new TapeOptions(), new EndlessFeed(historyBars: int.MaxValue));
        DateTime endUtc = StartUtc.AddDays(100);
        bounded.Advance(endUtc);
        all.Advance(endUtc);
        Assert.Equal(100 * Day, all.RememberedReadings);

        // The bar of a month, and bars of hours back to where a feed that starts again begins.
        Assert.Equal(all.ReadingsOver(endUtc.AddDays(-31), endUtc), bounded.ReadingsOver(endUtc.AddDays(-31), endUtc));
        Assert.All(Enumerable.Range(0, 30 * 24), hours =>
        {
            DateTime openedUtc = endUtc.AddHours(-hours - 1);
            Assert.Equal(all.ReadingsOver(openedUtc, openedUtc.AddHours(1)), bounded.ReadingsOver(openedUtc, openedUtc.AddHours(1)));
        });
    }

    /// <summary>Bars of five minutes without end.</summary>
    private sealed class EndlessFeed(int historyBars) : IMarketFeed
    {
        private static readonly TimeSpan Bar = TimeSpan.FromMinutes(5);

        private int _next;

        public int Generation => 0;

        public ReadOnlySpan<VenueBar> Venues => default;

        public bool TryTake(DateTime asOfUtc, out MarketBar bar)
        {
            bool isThere = StartUtc + (Bar * (_next + 1)) <= asOfUtc;
            double price = 100 + (_next % 11);
            bar = isThere ? new MarketBar(StartUtc + (Bar * _next++), price, price + 1, price - 1, price, 5, 50 + (_next % 7), 0.0001, 8, _next % 5, 2) : default;
            return isThere;
        }

        public MarginTerms? TermsOf(string venue) => null;

        public BookDepth? BookNow() => null;

        public FeedStatus StatusAt(DateTime asOfUtc) =>
            new("endless", Bar, StartUtc, StartUtc + (Bar * _next), FeedQuality.Good, HistoryBars: historyBars);
    }
}
