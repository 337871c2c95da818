using LiqIndicators.Analytics.Market;
using LiqIndicators.MarketData.Feeds;
using LiqIndicators.MarketData.Rows;
using LiqIndicators.MarketData.Venues;
using LiqIndicators.Sessions.Feeds;
using LiqIndicators.Workbench.Live;

namespace LiqIndicators.Workbench.Tests.Live;

/// <summary>What is told of a venue is that of now, or nothing.</summary>
public sealed class VenuePictureTests
{
    private static readonly TimeSpan Bar = TimeSpan.FromMinutes(5);
    private static readonly DateTime Noon = new(2026, 5, 4, 12, 0, 0, DateTimeKind.Utc);

    // 30 coins: at the mark price of 110 as told now, at the close of 100 as of the newest bar.
    [Theory]
    [InlineData(true, FeedQuality.Good, 3300.0)]
    [InlineData(true, FeedQuality.Stale, 3300.0)]
    [InlineData(false, FeedQuality.Good, 3000.0)]
    [InlineData(false, FeedQuality.Stale, null)]
    public void OpenInterest_OfNowOrOfTheNewestBar_IsNoneOnceBothAreOld(bool hasState, FeedQuality candles, double? expected)
    {
        MarketStateRow state = new(Noon, "BTCUSDT", MarkPrice: 110, OpenInterestQuantity: 30);
        MarketBar bar = new(Noon - Bar, 100, 100, 100, 100, 1, 30, 0.0001, 8, double.NaN, double.NaN);
        FeedSourceReport report = new(
            VenueId.Bybit, "BTCUSDT", FeedSourceState.Up, "", candles, bar.TimeUtc, HasStream: true, hasState, TimeSpan.Zero, hasState ? state : null, bar, 1)
        {
            Series = new SeriesQuality(candles, candles, FeedQuality.Good, FeedQuality.Good),
        };

        VenuePicture picture = VenuePicture.Of(report, Bar, Noon);

        Assert.Equal(expected, picture.OpenInterestNotional);
        Assert.Equal(hasState ? 110.0 : null, picture.MarkPrice);
    }
}
