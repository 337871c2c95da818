using LiqIndicators.Analytics.Market;
using LiqIndicators.FakeExchange.Markets;
using LiqIndicators.FakeExchange.Venues;
using LiqIndicators.FakeExchange.Virtual;
using LiqIndicators.MarketData.Feeds;
using LiqIndicators.MarketData.Venues;
using LiqIndicators.Sessions.Feeds;
using LiqIndicators.Sessions.Feeds.Symbols;

namespace LiqIndicators.Sessions.Tests.Feeds;

/// <summary>A vendor's sums: kept from start to start, followed while they are still being added up, and asked for no further back than the key's plan goes.</summary>
public sealed class VendorSeriesTests
{
    private static readonly VenueId[] Summed = [VenueId.Binance, VenueId.Bybit, VenueId.Okx, VenueId.Hyperliquid, VenueId.BitMex];

    [Theory]
    [InlineData(VenueId.CoinGlass)]
    [InlineData(VenueId.Coinalyze)]
    public void WarmStart_WithAVendor_AsksOnlyForTheTail(VenueId vendor)
    {
        Market first = Follow(vendor, new LiveFeedOptions());
        first.Run(TimeSpan.FromMinutes(10));
        first.Feed.Stop();
        double told = At(first, Market.StartUtc.AddDays(-3)).LiquidatedLongNotional;

        Market second = Follow(vendor, new LiveFeedOptions(), first.Blobs, new VirtualTime(first.Time.NowUtc.AddHours(1)));
        second.Run(TimeSpan.FromSeconds(8));

        Assert.True(second.Feed.IsComplete);
        Assert.InRange(second.Feed.RequestsSent, 1, 6);
        Assert.Single(second.Venues.Requests, request => request.Request.Venue == vendor);
        Assert.False(double.IsNaN(told));
        Assert.Equal(told, At(second, Market.StartUtc.AddDays(-3)).LiquidatedLongNotional);
    }

    [Fact]
    public void SumsThatTheVendorGoesOnAdding_AreReplacedWithoutAnotherRequest()
    {
        Market market = Follow(VenueId.CoinGlass, Market.TwoDays);
        // Half at the close, nine tenths after four minutes, all after forty.
        ((FakeCoinGlass)market.Venues.All.Of(VenueId.CoinGlass)).ToldShare = age => age.TotalMinutes < 4 ? 0.5m : age.TotalMinutes < 40 ? 0.9m : 1;
        market.Run(TimeSpan.FromMinutes(2));
        int before = Asked(market);
        bool wasRevised = market.Feed.StatusAt(market.Time.NowUtc).Quality.HasFlag(FeedQuality.Revised);

        market.Run(TimeSpan.FromHours(2));

        Assert.InRange(Asked(market) - before, 24, 26);
        Assert.False(wasRevised);
        Assert.True(market.Feed.StatusAt(market.Time.NowUtc).Quality.HasFlag(FeedQuality.Revised));
        foreach (MarketBar bar in market.Bars.Where(bar => bar.TimeUtc >= Market.StartUtc && bar.TimeUtc < market.Time.NowUtc.AddMinutes(-70)))
        {
            Assert.Equal(VendorSum(bar.TimeUtc), bar.LiquidatedLongNotional, tolerance: 1e-9 * VendorSum(bar.TimeUtc));
        }
    }

    // Bars that closed shortly before the feed stopped were still low.
    [Fact]
    public void SumsThatWereLowAtTheStop_AreReplacedAtTheNextStart()
    {
        Market first = Follow(VenueId.CoinGlass, Market.TwoDays);
        FakeCoinGlass vendor = (FakeCoinGlass)first.Venues.All.Of(VenueId.CoinGlass);
        vendor.ToldShare = age => age.TotalMinutes < 10 ? 0.5m : 1;
        first.Run(TimeSpan.FromMinutes(20));
        first.Feed.Stop();

        Market second = Follow(VenueId.CoinGlass, Market.TwoDays, first.Blobs, new VirtualTime(first.Time.NowUtc.AddHours(5)));
        second.Run(TimeSpan.FromMinutes(1));

        DateTime newestUtc = FakeMarket.TimeOf(FakeMarket.NumberOf(first.Time.NowUtc) - 1);
        Assert.Equal(VendorSum(newestUtc) / 2, At(first, newestUtc).LiquidatedLongNotional, tolerance: 1e-9 * VendorSum(newestUtc));
        Assert.Equal(VendorSum(newestUtc), At(second, newestUtc).LiquidatedLongNotional, tolerance: 1e-9 * VendorSum(newestUtc));
        Assert.Equal(1, Asked(second));
    }

    // Seven days are 2,016 bars: two pages of 1,000 and what is left of a third, which is refused before; then one request a bar for three hours.
    [Fact]
    public void PlanThatGoesBackSevenDays_IsLearntFromOneRefusal()
    {
        Market market = Follow(VenueId.CoinGlass, new LiveFeedOptions());
        ((FakeCoinGlass)market.Venues.All.Of(VenueId.CoinGlass)).Depth = TimeSpan.FromDays(7);

        market.Run(TimeSpan.FromHours(3));

        Assert.InRange(Asked(market), 3 + 36, 6 + 36);
        string line = Assert.Single(market.Log, line => line.Contains("earliest allowed", StringComparison.Ordinal));
        Assert.StartsWith("CoinGlass BTCUSDT has nothing before 2026-04-27 12:02: ", line, StringComparison.Ordinal);
        Assert.True(market.Feed.IsComplete);
        Assert.False(double.IsNaN(At(market, Market.StartUtc.AddDays(-7).AddMinutes(15)).LiquidatedLongNotional));
        Assert.True(double.IsNaN(At(market, Market.StartUtc.AddDays(-7).AddMinutes(-15)).LiquidatedLongNotional));
    }

    private static Market Follow(VenueId vendor, LiveFeedOptions options, MemoryBlobs? blobs = null, VirtualTime? time = null) => new(
        options,
        blobs,
        time,
        sources: [.. new[] { VenueId.Binance, VenueId.Bybit, vendor }.Select(venue =>
            VenueSymbols.SourceOf(VenueCatalog.Create(venue, "key"), SymbolResolver.Resolve(new BrokerSymbol("BTCUSD")))!)]);

    private static int Asked(Market market) => market.Venues.Requests.Count(request => request.Request.Venue == VenueId.CoinGlass);

    private static MarketBar At(Market market, DateTime timeUtc) =>
        market.Bars.Single(bar => bar.TimeUtc == FakeMarket.TimeOf(FakeMarket.NumberOf(timeUtc)));

    private static double VendorSum(DateTime timeUtc) =>
        (double)Summed.Sum(venue => SimulatedVenues.Instance.Liquidated(venue, PositionSide.Long, FakeMarket.NumberOf(timeUtc)));
}
