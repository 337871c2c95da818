using LiqIndicators.Analytics.Market;
using LiqIndicators.FakeExchange.Markets;
using LiqIndicators.FakeExchange.Venues;
using LiqIndicators.FakeExchange.Virtual;
using LiqIndicators.MarketData.Ports;
using LiqIndicators.MarketData.Venues;
using LiqIndicators.Sessions.Feeds;
using LiqIndicators.Sessions.Feeds.Symbols;

namespace LiqIndicators.Sessions.Tests.Feeds;

/// <summary>Inverse contracts and a vendor with a key: each in its own format.</summary>
public sealed class OtherContractsTests
{
    private const string Key = "planted-1a2b3c-key";

    private static readonly SimulatedVenues World = SimulatedVenues.Instance;

    // A fifth of the venue's coins: the inverse contracts of the exchange of the tests.
    [Fact]
    public void Inverse_BarsAndPrints_AreCoinsAndDollarsAsTheLinearOnes()
    {
        Market market = new(sources: [Source(VenueId.Bybit, "bybit:BTCUSD")]);
        Dictionary<DateTime, VenueBar> told = [];

        market.Run(TimeSpan.FromMinutes(40), bar => told[bar.TimeUtc] = market.Feed.Venues[0]);

        MarketBar bar = market.Bars[^1];
        long number = FakeMarket.NumberOf(bar.TimeUtc);
        (_, _, _, decimal close, decimal volume) = World.Candle(VenueId.Bybit, number);
        Assert.Equal("Bybit BTCUSD", market.Feed.StatusAt(market.Time.NowUtc).Source);
        Assert.Equal((double)close, bar.Close);
        Assert.Equal(1, bar.VolumeQuantity / (double)(0.2m * volume), tolerance: 1e-9);
        // Dollars at the price of the next bar's opening, which is this one's close, in whole contracts.
        Assert.Equal((double)(0.2m * World.OpenInterest(VenueId.Bybit, number + 1) * close), bar.OpenInterestNotional, tolerance: 1);
        DateTime[] covered = [.. told.Where(item => !double.IsNaN(item.Value.LiquidatedLongNotional)).Select(item => item.Key)];
        Assert.InRange(covered.Length, 6, 8);
        double longs = covered.Sum(timeUtc => Dollars(PositionSide.Long, FakeMarket.NumberOf(timeUtc)));
        Assert.True(longs + covered.Sum(timeUtc => Dollars(PositionSide.Short, FakeMarket.NumberOf(timeUtc))) > 0, "Nothing was liquidated.");
        Assert.Equal(longs, covered.Sum(timeUtc => told[timeUtc].LiquidatedLongNotional));

        static double Dollars(PositionSide side, long number) => (double)World.Liquidations(VenueId.Bybit, number)
            .Where(row => row.Side == side).Sum(row => Math.Round(row.Quantity * 0.2m * row.Price));
    }

    [Fact]
    public void Vendor_WithTheRightKey_GivesTheSumOverItsExchanges()
    {
        Market market = new(sources: [Source(VenueId.Binance), Source(VenueId.CoinGlass)]);
        Vendor(market).Key = Key;
        int bars = 0;

        market.Run(TimeSpan.FromMinutes(20), bar =>
        {
            VenueBar vendor = market.Feed.Venues[1];
            if (!double.IsNaN(vendor.LiquidatedLongNotional))
            {
                bars++;
                VenueId[] summed = [VenueId.Binance, VenueId.Bybit, VenueId.Okx, VenueId.Hyperliquid, VenueId.BitMex];
                double Sum(PositionSide side) => (double)summed.Sum(venue => World.Liquidated(venue, side, FakeMarket.NumberOf(bar.TimeUtc)));
                Assert.Equal((Sum(PositionSide.Long), Sum(PositionSide.Short)), (vendor.LiquidatedLongNotional, vendor.LiquidatedShortNotional));
                Assert.Equal((vendor.LiquidatedLongNotional, vendor.LiquidatedShortNotional), (bar.LiquidatedLongNotional, bar.LiquidatedShortNotional));
            }
        });

        Assert.InRange(bars, 570, 2_000);
        Assert.All(
            market.Venues.Requests.Where(request => request.Request.Venue != VenueId.CoinGlass), request => Assert.Null(request.Request.Key));
        // The plan's budget was read from the headers.
        Assert.InRange(market.Venues.Budgets.MostUsed["CoinGlass requests"], 0.01, 0.5);
    }

    [Theory]
    [InlineData(VenueId.CoinGlass, "401")]
    [InlineData(VenueId.Coinalyze, "401")]
    public void Vendor_WithAWrongKey_IsLeftOutWithTheReasonAndTheKeyIsNotShown(VenueId id, string reason)
    {
        Market market = new(sources: [Source(VenueId.Binance), Source(id)]);
        Vendor(market).Key = "another-key";
        ((FakeCoinalyze)market.Venues.All.Of(VenueId.Coinalyze)).Key = "another-key";

        market.Run(TimeSpan.FromMinutes(5));

        FeedSourceReport report = market.Feed.Report()[1];
        Assert.Equal(FeedSourceState.NotAvailable, report.State);
        Assert.Contains(reason, report.Reason, StringComparison.Ordinal);
        Assert.True(market.Feed.IsComplete);
        Assert.InRange(market.Bars.Count, 570, 590);
        // Those under way when the first answer came; then it is left alone for an hour.
        Assert.InRange(market.Venues.Requests.Count(request => request.Request.Venue == id), 1, 4);
        string shown = string.Join('\n', market.Log.Concat(market.Blobs.Texts.Values).Append(report.ToString()).Append(market.Feed.StatusAt(market.Time.NowUtc).ToString()));
        Assert.DoesNotContain(Key, shown, StringComparison.Ordinal);
    }

    [Fact]
    public void Vendor_KeyThatIsNotSent_IsAskedForAsTheVendorDoes()
    {
        FakeCoinGlass vendor = new(World);

        TransportReply reply = vendor.Answer(
            FakeRequest.Of(new Uri("https://x/api/futures/liquidation/aggregated-history?exchange_list=Binance&symbol=BTC"), null), Market.StartUtc);

        // Word for word what the service answers; the status is 200.
        Assert.Equal((200, "{\"code\":\"401\",\"msg\":\"API key missing.\"}"), (reply.Status, reply.Body));
    }

    [Fact]
    public void Vendor_PlanWithoutTheInterval_IsTurnedOffWithTheVendorsWords()
    {
        Market market = new(sources: [Source(VenueId.Binance), Source(VenueId.CoinGlass)]);
        Vendor(market).ShortestInterval = TimeSpan.FromHours(4);

        market.Run(TimeSpan.FromHours(2));

        Assert.Equal(FeedSourceState.NotAvailable, market.Feed.Report()[1].State);
        Assert.Contains("Upgrade plan", market.Feed.Report()[1].Reason, StringComparison.Ordinal);
        Assert.InRange(market.Venues.Requests.Count(request => request.Request.Venue == VenueId.CoinGlass), 1, 4);
    }

    [Fact]
    public void Vendor_PlanThatGoesBackADay_GivesThatDay()
    {
        Market market = new(sources: [Source(VenueId.Binance), Source(VenueId.CoinGlass)]);
        Vendor(market).Depth = TimeSpan.FromDays(1);
        int bars = 0;

        market.Run(TimeSpan.FromHours(1), bar => bars = double.IsNaN(bar.LiquidatedLongNotional) ? bars : bars + 1);

        Assert.True(market.Feed.IsComplete);
        Assert.InRange(market.Bars.Count, 570, 600);
        Assert.InRange(market.Venues.Requests.Count(request => request.Request.Venue == VenueId.CoinGlass), 1, 40);
    }

    [Fact]
    public void FourCharts_OnEveryVenue_StayBelowHalfOfEveryBudget()
    {
        VirtualTime time = new(Market.StartUtc);
        VirtualExchanges venues = new(time);
        Market[] charts = [.. Enumerable.Range(1, 4).Select(seed => new Market(
            new LiveFeedOptions { Seed = seed }, time: time, venues: venues, sources: FaultDayTests.Sources(VenueId.CoinGlass)))];

        time.RunUntil(time.NowUtc.AddMinutes(10), () => Array.ForEach(charts, chart => chart.Pump()));

        Assert.All(venues.Budgets.MostUsed, used => Assert.True(used.Value < 0.5, $"{used.Key}: {used.Value}"));
        Assert.Equal(
            ["Binance", "BinanceCoinM", "BitMex", "Bybit", "CoinGlass", "Hyperliquid", "Okx"],
            venues.Budgets.MostUsed.Keys.Select(name => name.Split(' ')[0]).Distinct().Order(StringComparer.Ordinal));
    }

    private static FeedSource Source(VenueId venue, string instrument = "") =>
        VenueSymbols.SourceOf(VenueCatalog.Create(venue, Key), SymbolResolver.Resolve(new BrokerSymbol("BTCUSD"), instrument))!;

    private static FakeCoinGlass Vendor(Market market) => (FakeCoinGlass)market.Venues.All.Of(VenueId.CoinGlass);
}
