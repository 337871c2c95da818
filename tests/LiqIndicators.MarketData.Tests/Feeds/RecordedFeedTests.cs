using LiqIndicators.Analytics.Market;
using LiqIndicators.MarketData.Feeds;

namespace LiqIndicators.MarketData.Tests.Feeds;

public sealed class RecordedFeedTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public void TryTake_BarNotClosedYet_IsNotHandedOut()
    {
        RecordedFeed feed = new("test", [Bar(0)], Hour);

        Assert.False(feed.TryTake(At(1).AddTicks(-1), out MarketBar early));
        Assert.Equal(default, early);
        Assert.True(feed.TryTake(At(1), out MarketBar bar));
        Assert.Equal(At(0), bar.TimeUtc);
        Assert.False(feed.TryTake(At(9), out _));
    }

    [Fact]
    public void TryTake_BarThatWasToldLate_IsHandedOutNoSooner()
    {
        RecordedFeed feed = new("test", [Bar(0), Bar(1)], Hour, [Slice("a", 1), Slice("a", 2)], delays: [90, 0.5]);

        Assert.False(feed.TryTake(At(1).AddSeconds(89), out _));
        Assert.True(feed.TryTake(At(1).AddSeconds(90), out _));
        Assert.False(feed.TryTake(At(2), out _));
        Assert.True(feed.TryTake(At(2).AddSeconds(0.5), out _));
        Assert.Throws<ArgumentException>(() => new RecordedFeed("test", [Bar(0), Bar(1)], Hour, [Slice("a", 1), Slice("a", 2)], delays: [90]));
    }

    [Fact]
    public void Venues_Recording_AreTheMarketItselfAndNothingMore()
    {
        RecordedFeed feed = new("test", [Bar(0), Bar(1) with { OpenInterestQuantity = 20 }], Hour);

        Assert.True(feed.Venues.IsEmpty);
        Drain(feed, At(2));

        VenueBar expected = new("test", 1, 20, 0, 8, double.NaN, double.NaN, 0, 0, double.NaN, double.NaN, false);
        Assert.Equal([expected], feed.Venues.ToArray());
        Assert.Null(feed.BookNow());
    }

    [Fact]
    public void Venues_RecordedSlices_BelongToTheirBar()
    {
        VenueBar[] slices = [Slice("a", 1), Slice("b", 2), Slice("a", 3), Slice("b", 4)];
        RecordedFeed feed = new("test", [Bar(0), Bar(1)], Hour, slices);

        Assert.True(feed.Venues.IsEmpty);
        Assert.True(feed.TryTake(At(1), out _));
        Assert.False(feed.TryTake(At(1), out _));
        Assert.Equal(slices[..2], feed.Venues.ToArray());
        Assert.True(feed.TryTake(At(2), out _));
        Assert.Equal(slices[2..], feed.Venues.ToArray());
        Assert.Throws<ArgumentException>(() => new RecordedFeed("test", [Bar(0), Bar(1)], Hour, slices[..3]));
        Assert.Throws<ArgumentException>(() => new RecordedFeed("test", [], Hour, slices));
    }

    [Fact]
    public void StatusAt_BeforeTheFirstBar_IsEmpty()
    {
        RecordedFeed feed = new("test", [Bar(0)], Hour);

        Assert.Equal(FeedQuality.Empty, feed.StatusAt(At(0)).Quality);
        Assert.Null(feed.StatusAt(At(0)).AgeAt(At(0)));
    }

    [Fact]
    public void StatusAt_MissingBarAndSilence_SaysGapAndStale()
    {
        RecordedFeed feed = new("test", [Bar(0), Bar(2)], Hour);
        Drain(feed, At(3));

        Assert.Equal(FeedQuality.Gap, feed.StatusAt(At(5)).Quality);
        Assert.Equal(FeedQuality.Gap | FeedQuality.Stale, feed.StatusAt(At(5).AddTicks(1)).Quality);
        Assert.Equal(2 * Hour, feed.StatusAt(At(5)).AgeAt(At(5)));
        Assert.Equal(At(0), feed.StatusAt(At(5)).HistoryStartUtc);
    }

    [Fact]
    public void StatusAt_SeriesThatNeverCame_AreNamed()
    {
        MarketBar bare = Bar(0) with { OpenInterestQuantity = double.NaN, LiquidatedLongNotional = double.NaN };
        RecordedFeed feed = new("test", [bare], Hour);
        Drain(feed, At(1));

        Assert.Equal(FeedQuality.NoOpenInterest | FeedQuality.NoLiquidations, feed.StatusAt(At(1)).Quality);
    }

    [Fact]
    public void Constructor_NoBarLength_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new RecordedFeed("test", [], TimeSpan.Zero));

    private static void Drain(RecordedFeed feed, DateTime asOfUtc)
    {
        while (feed.TryTake(asOfUtc, out _))
        {
        }
    }

    private static DateTime At(int hour) => new(2026, 1, 1, hour, 0, 0, DateTimeKind.Utc);

    private static MarketBar Bar(int hour) => new(At(hour), 100, 101, 99, 100, 1, 10, 0, 8, 0, 0);

    private static VenueBar Slice(string name, double volume) => default(VenueBar) with { Venue = name, VolumeQuantity = volume };
}
