using LiqIndicators.Analytics.Market;
using LiqIndicators.FakeExchange.Markets;
using LiqIndicators.MarketData.Feeds;
using LiqIndicators.Sessions.Feeds;

namespace LiqIndicators.Sessions.Tests.Feeds;

/// <summary>Bars of five minutes added up to longer ones, with every venue's part.</summary>
public sealed class LongerBarsFeedTests
{
    private static readonly TimeSpan Five = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15);
    private static readonly DateTime NoonUtc = new(2026, 5, 4, 12, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void TryTake_WholeSpan_IsTheBarOfItAndNotBeforeItsClose()
    {
        LongerBarsFeed feed = new(Recorded(0, 1, 2), Quarter);

        Assert.False(feed.TryTake(NoonUtc.AddMinutes(14), out _));
        Assert.True(feed.TryTake(NoonUtc.AddMinutes(15), out MarketBar bar));

        // Bar i: opens at 100 + i, 10 above and below, closes at 101 + i; 2 + i coins, open interest 50 + i, 7 + i and 3 of liquidations.
        Assert.Equal(new MarketBar(NoonUtc, 100, 112, 90, 103, 9, 52, 3 / 1024.0, 8, 24, 9), bar);
        VenueBar venue = Assert.Single(feed.Venues.ToArray());
        Assert.Equal((9, 52, 24, 9), (venue.VolumeQuantity, venue.OpenInterestQuantity, venue.LiquidatedLongNotional, venue.LiquidatedShortNotional));
        Assert.Equal(6, venue.LongPrints);
        Assert.Equal((Quarter, NoonUtc, NoonUtc.AddMinutes(15)), Times(feed.StatusAt(NoonUtc.AddMinutes(16))));
    }

    [Fact]
    public void TryTake_SpanThatBeginsLate_IsLeftOut()
    {
        LongerBarsFeed feed = new(Recorded(1, 2, 3, 4, 5), Quarter);

        Assert.True(feed.TryTake(NoonUtc.AddHours(1), out MarketBar bar));
        Assert.Equal((NoonUtc.AddMinutes(15), 103, 106), (bar.TimeUtc, bar.Open, bar.Close));
        Assert.False(feed.TryTake(NoonUtc.AddHours(1), out _));
    }

    [Fact]
    public void TryTake_BarMissingWithin_HasNoSumsOfWhatIsNotKnown()
    {
        LongerBarsFeed feed = new(Recorded(0, 2), Quarter);

        Assert.True(feed.TryTake(NoonUtc.AddHours(1), out MarketBar bar));
        Assert.Equal((100, 112, 90, 103, 52), (bar.Open, bar.High, bar.Low, bar.Close, bar.OpenInterestQuantity));
        Assert.Equal((double.NaN, double.NaN, double.NaN), (bar.VolumeQuantity, bar.LiquidatedLongNotional, bar.LiquidatedShortNotional));
        Assert.Equal((double.NaN, double.NaN), (feed.Venues[0].VolumeQuantity, feed.Venues[0].LongPrints));
        Assert.True(feed.StatusAt(NoonUtc.AddHours(1)).Quality.HasFlag(FeedQuality.Gap));
    }

    [Fact]
    public void TryTake_LastBarMissing_LeavesTheSpanOutAndSaysSo()
    {
        LongerBarsFeed feed = new(Recorded(0, 1, 2, 3, 4, 6, 7, 8), Quarter);

        Assert.True(feed.TryTake(NoonUtc.AddHours(1), out MarketBar first));
        Assert.False(feed.StatusAt(NoonUtc.AddHours(1)).Quality.HasFlag(FeedQuality.Gap));
        Assert.True(feed.TryTake(NoonUtc.AddHours(1), out MarketBar second));

        Assert.Equal((NoonUtc, NoonUtc.AddMinutes(30)), (first.TimeUtc, second.TimeUtc));
        Assert.True(feed.StatusAt(NoonUtc.AddHours(1)).Quality.HasFlag(FeedQuality.Gap));
    }

    [Fact]
    public void TryTake_LiveFeedThatStartsAgain_StartsAgainAndAddsUpEveryHour()
    {
        Market market = new();
        LongerBarsFeed feed = new(market.Feed, TimeSpan.FromHours(1));
        List<MarketBar> hours = [];
        int generation = feed.Generation;
        market.Time.RunUntil(market.Time.NowUtc.AddHours(2), () =>
        {
            market.Feed.Pump();
            while (feed.TryTake(market.Time.NowUtc, out MarketBar bar))
            {
                if (feed.Generation != generation)
                {
                    generation = feed.Generation;
                    hours.Clear();
                }

                Assert.Equal(2, feed.Venues.Length);
                Assert.Equal(bar.VolumeQuantity, feed.Venues[0].VolumeQuantity + feed.Venues[1].VolumeQuantity, tolerance: 1e-9 * bar.VolumeQuantity);
                hours.Add(bar);
            }
        });

        Assert.NotEqual(0, generation);
        Assert.InRange(hours.Count, 48, 50);
        foreach (MarketBar hour in hours)
        {
            long number = FakeMarket.NumberOf(hour.TimeUtc);
            MarketBar[] parts = [.. Enumerable.Range(0, 12).Select(i => Market.Expected(number + i))];
            Assert.Equal((parts[0].Open, parts.Max(part => part.High), parts.Min(part => part.Low), parts[^1].Close), (hour.Open, hour.High, hour.Low, hour.Close));
            Assert.Equal(parts.Sum(part => part.VolumeQuantity), hour.VolumeQuantity, tolerance: 1e-9 * hour.VolumeQuantity);
            Assert.Equal(parts[^1].OpenInterestQuantity, hour.OpenInterestQuantity, tolerance: 1e-9 * hour.OpenInterestQuantity);
        }

        Assert.Equal(hours[^1].TimeUtc.AddHours(1), feed.StatusAt(market.Time.NowUtc).LastPublishedUtc);
    }

    [Theory]
    [InlineData(7)]
    [InlineData(0)]
    [InlineData(3)]
    public void Constructor_PeriodThatBarsDoNotMakeUp_IsRefused(int minutes) => Assert.Throws<ArgumentOutOfRangeException>(
        "period", () => new LongerBarsFeed(Recorded(0), TimeSpan.FromMinutes(minutes)));

    private static (TimeSpan, DateTime?, DateTime?) Times(FeedStatus status) => (status.BarLength, status.HistoryStartUtc, status.LastPublishedUtc);

    private static RecordedFeed Recorded(params int[] numbers)
    {
        MarketBar[] bars = [.. numbers.Select(i => new MarketBar(
            NoonUtc + (Five * i), 100 + i, 110 + i, 90 + i, 101 + i, 2 + i, 50 + i, (i + 1) / 1024.0, 8, 7 + i, 3))];
        VenueBar[] venues = [.. bars.Select(bar => new VenueBar(
            "Binance BTCUSDT",
            bar.VolumeQuantity,
            bar.OpenInterestQuantity,
            bar.FundingRate,
            8,
            double.NaN,
            double.NaN,
            bar.LiquidatedLongNotional,
            bar.LiquidatedShortNotional,
            2,
            1,
            SamplesLiquidations: true))];
        return new RecordedFeed("test", bars, Five, venues);
    }
}
