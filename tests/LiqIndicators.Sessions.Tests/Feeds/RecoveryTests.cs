using LiqIndicators.Analytics.Market;
using LiqIndicators.FakeExchange.Markets;
using LiqIndicators.MarketData.Ports;
using LiqIndicators.MarketData.Venues;
using LiqIndicators.Sessions.Feeds;
using LiqIndicators.Sessions.Feeds.Symbols;

namespace LiqIndicators.Sessions.Tests.Feeds;

/// <summary>What comes late reaches the bars: from vendors, from venues whose open interest does not count, and from those that were away.</summary>
public sealed class RecoveryTests
{
    private static readonly SimulatedVenues World = SimulatedVenues.Instance;

    [Fact]
    public void Vendor_SumsThatComeLate_ReplaceWhatTheVenuesPrinted()
    {
        Market market = Follow(VenueId.Binance, VenueId.CoinGlass);
        market.Run(TimeSpan.FromMinutes(1));
        DateTime downUtc = market.Time.NowUtc;
        market.Venues.Fault = (request, _) =>
            request.Venue == VenueId.CoinGlass && market.Time.NowUtc < downUtc.AddMinutes(20) ? TransportReply.Answer(200, "{\"code\":\"500\",\"msg\":\"Server Error\"}") : null;
        market.Run(TimeSpan.FromMinutes(20));
        double before = At(market, downUtc).LiquidatedLongNotional;

        market.Run(TimeSpan.FromMinutes(40));

        Assert.NotEqual(VendorSum(downUtc), before);
        Assert.Equal(VendorSum(downUtc), At(market, downUtc).LiquidatedLongNotional);
    }

    [Fact]
    public void Vendor_ThatWasAwayAtTheStart_JoinsWhenItIsBack()
    {
        Market market = Follow(VenueId.Binance, VenueId.CoinGlass);
        market.Venues.Fault = (request, _) =>
            request.Venue == VenueId.CoinGlass && market.Time.NowUtc < Market.StartUtc.AddMinutes(30) ? TransportReply.Answer(403, "{}") : null;
        int venues = 0;
        market.Run(TimeSpan.FromMinutes(50), _ => venues = market.Feed.Venues.Length);
        Assert.Equal(1, venues);

        market.Run(TimeSpan.FromMinutes(50), _ => venues = market.Feed.Venues.Length);

        Assert.Equal(2, venues);
        Assert.Equal(VendorSum(Market.StartUtc), At(market, Market.StartUtc).LiquidatedLongNotional);
    }

    [Fact]
    public void Venue_WithoutOpenInterestThatWasAwayAtTheStart_IsToldOfWhenItIsBack()
    {
        Market market = Follow(VenueId.Binance, VenueId.BitMex);
        market.Venues.Fault = (request, _) =>
            request.Venue == VenueId.BitMex && market.Time.NowUtc < Market.StartUtc.AddMinutes(30) ? TransportReply.Answer(403, "{}") : null;
        string[] venues = [];

        market.Run(TimeSpan.FromMinutes(100), _ => venues = [.. market.Feed.Venues.ToArray().Select(venue => venue.Venue)]);

        Assert.Equal(["Binance BTCUSDT", "BitMex XBTUSD"], venues);
    }

    [Fact]
    public void InstrumentList_InOtherFields_IsAskedForAgain()
    {
        Market market = Follow(VenueId.Okx);
        market.Venues.Fault = (request, body) => request.Source == "instruments" && market.Time.NowUtc < Market.StartUtc.AddMinutes(1)
            ? TransportReply.Answer(200, body.Replace("\"data\"", "\"payload\"", StringComparison.Ordinal))
            : null;
        market.Run(TimeSpan.FromMinutes(2));
        Assert.Empty(market.Bars);

        market.Run(TimeSpan.FromMinutes(6));

        Assert.Equal(FeedSourceState.Up, market.Feed.Report()[0].State);
        Assert.InRange(market.Bars.Count, 570, 590);
        Assert.Equal(2, market.Venues.Requests.Count(request => request.Request.Source == "instruments"));
    }

    [Fact]
    public void FundingPaid_ToldLateByAVenueWithoutHistory_IsThatOfItsBars()
    {
        Market market = Follow(VenueId.Binance, VenueId.Hyperliquid);
        DateTime paidUtc = Market.StartUtc.Date.AddHours(13);
        market.Venues.Fault = (request, body) => request.Body?.Contains("fundingHistory", StringComparison.Ordinal) == true
            && market.Time.NowUtc > paidUtc.AddMinutes(-5) && market.Time.NowUtc < paidUtc.AddMinutes(20) ? TransportReply.Answer(500, body) : null;
        Dictionary<DateTime, double> told = [];

        market.Run(TimeSpan.FromMinutes(105), bar => told[bar.TimeUtc] = market.Feed.Venues[1].FundingRate);

        Assert.Equal((double)(World.Funding(FakeMarket.NumberOf(paidUtc)) / 8), told[paidUtc], tolerance: 1e-12);
        Assert.NotEqual(told[paidUtc.AddMinutes(-10)], told[paidUtc]);
    }

    private static Market Follow(params VenueId[] venues) => new(sources:
        [.. venues.Select(venue => VenueSymbols.SourceOf(VenueCatalog.Create(venue, "key"), SymbolResolver.Resolve(new BrokerSymbol("BTCUSD")))!)]);

    private static MarketBar At(Market market, DateTime timeUtc) =>
        market.Bars.Single(bar => bar.TimeUtc == FakeMarket.TimeOf(FakeMarket.NumberOf(timeUtc)));

    private static double VendorSum(DateTime timeUtc)
    {
        VenueId[] summed = [VenueId.Binance, VenueId.Bybit, VenueId.Okx, VenueId.Hyperliquid, VenueId.BitMex];
        return (double)summed.Sum(venue => World.Liquidated(venue, PositionSide.Long, FakeMarket.NumberOf(timeUtc)));
    }
}
