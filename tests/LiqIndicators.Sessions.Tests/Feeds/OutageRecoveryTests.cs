using LiqIndicators.FakeExchange.Markets;
using LiqIndicators.FakeExchange.Venues;
using LiqIndicators.MarketData.Ports;
using LiqIndicators.MarketData.Venues;
using LiqIndicators.Sessions.Feeds;
using LiqIndicators.Sessions.Feeds.Symbols;

namespace LiqIndicators.Sessions.Tests.Feeds;

/// <summary>After hours without a network what was missed is asked for in pages, the newest first; and what a venue does not have costs little.</summary>
public sealed class OutageRecoveryTests
{
    [Fact]
    public void TenHoursWithoutANetwork_AreCaughtUpInAFewPagesNewestFirst()
    {
        VenueId[] venues = [VenueId.Binance, VenueId.Bybit, VenueId.Okx, VenueId.Hyperliquid, VenueId.BitMex];
        Market market = Follow(venues);
        bool isDown = false;
        market.Venues.Fault = (_, _) => isDown ? TransportReply.None("no route") : null;
        market.Streams.IsSilent = (_, _) => isDown;
        market.Run(TimeSpan.FromHours(1));
        isDown = true;
        int up = market.Log.Count;
        int asked = market.Venues.Requests.Count;
        market.Run(TimeSpan.FromHours(10));
        int before = market.Venues.Requests.Count;
        int lines = market.Log.Count - up;
        // Pauses grow to 45 s at least: 800 of them are ten hours, and some shorter ones come first.
        Assert.All(
            market.Venues.Requests.Skip(asked).GroupBy(request => request.Request.Venue), venue => Assert.InRange(venue.Count(), 400, 810));
        DateTime backUtc = market.Time.NowUtc;
        isDown = false;

        market.Run(TimeSpan.FromMinutes(2));
        IReadOnlyList<FeedSourceReport> soon = market.Feed.Report();
        market.Run(TimeSpan.FromMinutes(10));

        // 12:02:30 and eleven hours are 23:02:30: the bar that closed at 23:00 is the newest.
        Assert.All(soon, report => Assert.Equal(new DateTime(2026, 5, 4, 22, 55, 0, DateTimeKind.Utc), report.LastBarUtc));
        (string Series, int Requests)[] series = [.. market.Venues.Requests.Skip(before)
            .GroupBy(request => $"{request.Request.Venue} {request.Request.Source}", (name, requests) => (name, requests.Count()))];
        Assert.All(series, one => Assert.True(one.Requests <= 5, string.Join('\n', series)));
        Assert.All(market.Feed.Report(), report => Assert.Equal((FeedSourceState.Up, 1), (report.State, report.LoadedShare)));
        Assert.All(market.Bars, bar => Assert.False(double.IsNaN(bar.Close)));
        Assert.Equal(FakeMarket.NumberOf(market.Bars[^1].TimeUtc) - FakeMarket.NumberOf(market.Bars[0].TimeUtc) + 1, market.Bars.Count);
        // A venue that goes on failing in the same way is named once for each thing that was asked.
        Assert.InRange(lines, 1, 40);
    }

    // An hour has twelve closes; the bar without a row is asked for again eleven times.
    [Fact]
    public void BarThatAVenueDoesNotHave_CostsAHandfulOfRequests()
    {
        Market market = Follow(VenueId.Binance, VenueId.BitMex);
        long quiet = FakeMarket.NumberOf(Market.StartUtc.AddMinutes(30));
        ((FakeBitMex)market.Venues.All.Of(VenueId.BitMex)).IsWithoutTrade = number => number == quiet;
        market.Run(TimeSpan.FromMinutes(20));
        int before = Asked();

        market.Run(TimeSpan.FromHours(1));

        Assert.InRange(Asked() - before, 12, 12 + 12);
        int Asked() => market.Venues.Requests.Count(request => request.Request.Source == "trade/bucketed");
    }

    private static Market Follow(params VenueId[] venues) => new(sources:
        [.. venues.Select(venue => VenueSymbols.SourceOf(VenueCatalog.Create(venue, "key"), SymbolResolver.Resolve(new BrokerSymbol("BTCUSD")))!)]);
}
