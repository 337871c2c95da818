using LiqIndicators.Analytics.Market;
using LiqIndicators.FakeExchange.Markets;
using LiqIndicators.FakeExchange.Venues;
using LiqIndicators.FakeExchange.Virtual;
using LiqIndicators.MarketData.Ports;
using LiqIndicators.MarketData.Venues;
using LiqIndicators.MarketData.Venues.Binance;
using LiqIndicators.MarketData.Venues.Coinalyze;
using LiqIndicators.Sessions.Feeds;
using LiqIndicators.Sessions.Feeds.Opening;
using LiqIndicators.Sessions.Feeds.Symbols;

namespace LiqIndicators.Sessions.Tests.Feeds;

/// <summary>What each venue published about a bar, and what is known about now only.</summary>
public sealed class VenueSlicesTests
{
    [Fact]
    public void Venues_BeforeTheFirstBar_AreNone()
    {
        Market market = new();

        Assert.True(market.Feed.Venues.IsEmpty);
    }

    [Fact]
    public void Venues_EveryBar_HoldWhatEachVenueSaidAndAddUpToTheBar()
    {
        Market market = new();
        int bars = 0;

        market.Run(TimeSpan.FromMinutes(30), bar =>
        {
            bars++;
            ReadOnlySpan<VenueBar> venues = market.Feed.Venues;
            Assert.Equal(2, venues.Length);
            long number = FakeMarket.NumberOf(bar.TimeUtc);
            AssertSlice("Binance BTCUSDT", VenueId.Binance, number, bar, venues[0]);
            AssertSlice("Bybit BTCUSDT", VenueId.Bybit, number, bar, venues[1]);
            Assert.Equal(bar.VolumeQuantity, venues[0].VolumeQuantity + venues[1].VolumeQuantity, tolerance: 1e-9 * bar.VolumeQuantity);
        });

        Assert.InRange(bars, 576, 2_000);
    }

    [Fact]
    public void Venues_OneOfThemWeighed_CountsByItsWeightInEverySum()
    {
        SymbolMatch match = SymbolResolver.Resolve(new BrokerSymbol("BTCUSD"));
        Market plain = new();
        Market weighed = new(sources:
        [
            VenueSymbols.SourceOf(new BinanceVenue(), match)!,
            VenueSymbols.SourceOf(VenueCatalog.Create(VenueId.Bybit, ""), match)! with { Weight = 0.25 },
        ]);
        Dictionary<DateTime, (MarketBar Bar, VenueBar[] Venues)> told = [];
        plain.Run(TimeSpan.FromMinutes(30), bar => told[bar.TimeUtc] = (bar, plain.Feed.Venues.ToArray()));
        int liquidated = 0;

        weighed.Run(TimeSpan.FromMinutes(30), bar =>
        {
            (MarketBar whole, VenueBar[] venues) = told[bar.TimeUtc];
            AssertClose(venues[0].OpenInterestQuantity + (venues[1].OpenInterestQuantity / 4), bar.OpenInterestQuantity);
            AssertClose(venues[0].VolumeQuantity + (venues[1].VolumeQuantity / 4), bar.VolumeQuantity);
            if (!double.IsNaN(bar.LiquidatedLongNotional))
            {
                AssertClose(venues[0].LiquidatedLongNotional + (venues[1].LiquidatedLongNotional / 4), bar.LiquidatedLongNotional);
                AssertClose(venues[0].LiquidatedShortNotional + (venues[1].LiquidatedShortNotional / 4), bar.LiquidatedShortNotional);
            }

            AssertClose(venues[1].OpenInterestQuantity / 4, weighed.Feed.Venues[1].OpenInterestQuantity);
            Assert.Equal(whole.Close, bar.Close);
            liquidated += bar.LiquidatedLongNotional + bar.LiquidatedShortNotional > 0 ? 1 : 0;
        });

        Assert.InRange(liquidated, 1, 6);
        Assert.Equal("Binance BTCUSDT + Bybit BTCUSDT*0.25", weighed.Feed.StatusAt(weighed.Time.NowUtc).Source);

        static void AssertClose(double expected, double value) => Assert.Equal(expected, value, tolerance: 1e-9 * Math.Abs(expected));
    }

    [Fact]
    public void Venues_RunningRateAndCap_AreThoseToldAtTheCloseAndNeverTakenBack()
    {
        Market market = new();
        Dictionary<DateTime, (double Rate, double Cap, double Other, double OtherCap)> told = [];

        market.Run(TimeSpan.FromMinutes(40), bar =>
        {
            ReadOnlySpan<VenueBar> venues = market.Feed.Venues;
            told[bar.TimeUtc] = (venues[0].RunningFundingRate, venues[0].FundingCap, venues[1].RunningFundingRate, venues[1].FundingCap);
        });

        // Both streams tell the running rate; Binance's terms are a cap of 0.3% and a floor of -0.25%, and Bybit tells none.
        foreach (DateTime timeUtc in new[] { market.Bars[^1].TimeUtc, FakeMarket.TimeOf(FakeMarket.NumberOf(Market.StartUtc)) })
        {
            double running = (double)SimulatedVenues.Instance.Funding(FakeMarket.NumberOf(timeUtc) + 1);
            Assert.Equal((running, 0.003, running, double.NaN), told[timeUtc]);
        }

        DateTime beforeUtc = FakeMarket.TimeOf(FakeMarket.NumberOf(Market.StartUtc) - 1);
        Assert.Equal((double.NaN, double.NaN, double.NaN, double.NaN), told[beforeUtc]);
    }

    // Binance tells it with its terms before a payment shows it, Bybit with every ticker.
    [Fact]
    public void Report_FundingInterval_IsWhatTheVenueTellsNowBeforeWhatItPaidLast()
    {
        Market market = new();
        ((FakeBinance)market.Venues.All.Of(VenueId.Binance)).FundingHours = 4;

        market.Run(TimeSpan.FromMinutes(2));

        Assert.Equal(8, market.Feed.Venues[0].FundingIntervalHours);
        Assert.Equal([4.0, 8.0], market.Feed.Report().Select(report => report.FundingIntervalHours));
    }

    [Fact]
    public void Venues_PrintsAndAmounts_AreTheVenuesOwn()
    {
        Market market = new();
        market.Streams.TellsPrints = false;
        market.Run(TimeSpan.FromMinutes(4));
        DateTime timeUtc = market.Time.NowUtc;
        FakeLiquidation liquidation = new(timeUtc, PositionSide.Long, 0.5m, 50_000m);
        market.Streams.Push(VenueId.Binance, liquidation);
        market.Streams.Push(VenueId.Bybit, liquidation);
        market.Streams.Push(VenueId.Bybit, liquidation with { Side = PositionSide.Short });
        market.Streams.Push(VenueId.Bybit, liquidation with { TimeUtc = timeUtc.AddMilliseconds(1) });
        List<VenueBar> told = [];

        market.Run(TimeSpan.FromMinutes(6), bar =>
        {
            if (FakeMarket.NumberOf(bar.TimeUtc) == FakeMarket.NumberOf(timeUtc))
            {
                told.Clear();
                told.AddRange(market.Feed.Venues);
            }
        });

        Assert.Equal((25_000, 0, 1, 0, true), Liquidated(told[0]));
        Assert.Equal((50_000, 25_000, 2, 1, false), Liquidated(told[1]));
    }

    // The vendor sums up what venues printed: its entry carries the sum, and the venue's own would count it twice.
    [Fact]
    public void Venues_VendorOfSums_StandsForTheVenuesLiquidations()
    {
        VirtualTime time = new(Market.StartUtc);
        VirtualStreams streams = new(time);
        SymbolMatch match = SymbolResolver.Resolve(new BrokerSymbol("BTCUSD"));
        LiveMarketFeed feed = new(
            Market.TwoDays,
            [VenueSymbols.SourceOf(new BinanceVenue(), match)!, VenueSymbols.SourceOf(new CoinalyzeVenue("key"), match)!],
            new FeedPorts(new VirtualExchanges(time), streams, new MemoryBlobs(), time, _ => { }));
        time.At(time.NowUtc.AddMinutes(4), () =>
            streams.Push(VenueId.Binance, new FakeLiquidation(time.NowUtc, PositionSide.Long, 0.5m, 50_000m)));
        int bars = 0;

        time.RunUntil(time.NowUtc.AddMinutes(20), () =>
        {
            feed.Pump();
            while (feed.TryTake(time.NowUtc, out MarketBar bar))
            {
                ReadOnlySpan<VenueBar> venues = feed.Venues;
                long number = FakeMarket.NumberOf(bar.TimeUtc);
                if (!double.IsNaN(venues[1].LiquidatedLongNotional))
                {
                    bars++;
                    double longs = (double)SimulatedVenues.Instance.Liquidated(VenueId.Binance, PositionSide.Long, number);
                    double shorts = (double)SimulatedVenues.Instance.Liquidated(VenueId.Binance, PositionSide.Short, number);
                    Assert.Equal((longs, shorts, double.NaN, double.NaN, false), Liquidated(venues[1]));
                    Assert.Equal((double.NaN, double.NaN, double.NaN, double.NaN, true), Liquidated(venues[0]));
                    Assert.Equal((longs, shorts), (bar.LiquidatedLongNotional, bar.LiquidatedShortNotional));
                }

                Assert.Equal("Coinalyze BTCUSDT_PERP.A", venues[1].Venue);
                Assert.True(double.IsNaN(venues[1].OpenInterestQuantity + venues[1].FundingRate + venues[1].VolumeQuantity));
            }
        });

        Assert.InRange(bars, 500, 2_000);
    }

    // Bybit's stream tells every liquidation, Binance's leaves some out: the vendor counts for Binance, and for Bybit where nobody listened.
    [Fact]
    public void Venues_VendorThatTellsVenuesApart_CountsOnlyWhereAVenueDoesNotTellAllItself()
    {
        Market market = new(sources: Plan("binance, bybit, coinalyze", "BTCUSD"));
        market.Streams.TellsPrints = false;
        market.Time.At(Market.StartUtc.AddMinutes(9), () => Push(market, VenueId.Binance, 0.7m));
        market.Time.At(Market.StartUtc.AddMinutes(9), () => Push(market, VenueId.Bybit, 0.5m));
        market.Time.At(Market.StartUtc.AddMinutes(19), () => market.Streams.Break(VenueId.Bybit));
        Dictionary<DateTime, (MarketBar Bar, VenueBar[] Venues, int Generation)> told = [];

        market.Run(TimeSpan.FromMinutes(40), bar => told[bar.TimeUtc] = (bar, market.Feed.Venues.ToArray(), market.Feed.Generation));

        Assert.Equal("Binance BTCUSDT + Bybit BTCUSDT + Coinalyze", market.Feed.StatusAt(market.Time.NowUtc).Source);
        DateTime heardUtc = FakeMarket.TimeOf(FakeMarket.NumberOf(Market.StartUtc.AddMinutes(9)));
        DateTime brokenUtc = FakeMarket.TimeOf(FakeMarket.NumberOf(Market.StartUtc.AddMinutes(19)));
        int own = 0;
        int history = 0;
        foreach ((DateTime timeUtc, (MarketBar bar, VenueBar[] venues, _)) in told)
        {
            long number = FakeMarket.NumberOf(timeUtc);
            bool isHeard = !double.IsNaN(venues[1].LiquidatedLongNotional);
            Assert.Equal(["Binance BTCUSDT", "Bybit BTCUSDT", "Coinalyze BTCUSDT_PERP.A", "Coinalyze BTCUSDT.6"], venues.Select(venue => venue.Venue));
            if (double.IsNaN(venues[2].LiquidatedLongNotional))
            {
                // Older than the vendor keeps.
                Assert.True(number < FakeMarket.NumberOf(Market.StartUtc) - 500, $"{timeUtc:O} has no vendor's figure.");
                continue;
            }

            Assert.Equal((double.NaN, double.NaN, double.NaN, double.NaN, true), Liquidated(venues[0]));
            Assert.Equal(Vendor(VenueId.Binance, number), Liquidated(venues[2]));
            Assert.Equal(isHeard ? (double.NaN, double.NaN, double.NaN, double.NaN, false) : Vendor(VenueId.Bybit, number), Liquidated(venues[3]));
            Assert.Equal(timeUtc >= FakeMarket.TimeOf(FakeMarket.NumberOf(Market.StartUtc) + 1) && timeUtc != brokenUtc, isHeard);
            Assert.Equal(
                Vendor(VenueId.Binance, number).Long + (isHeard ? venues[1] : venues[3]).LiquidatedLongNotional, bar.LiquidatedLongNotional);
            own += isHeard ? 1 : 0;
            history += isHeard ? 0 : 1;
        }

        Assert.Equal((25_000, 0, 1, 0, false), Liquidated(told[heardUtc].Venues[1]));
        Assert.InRange(own, 5, 8);
        Assert.InRange(history, 500, 600);
        Assert.Equal(
            ["BTCUSDT.6", "BTCUSDT_PERP.A"],
            market.Venues.Requests.Where(request => request.Request.Venue == VenueId.Coinalyze)
                .Select(request => Uri.UnescapeDataString(request.Request.Address.Query).Split("symbols=")[1].Split('&')[0]).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Venues_VendorThatIsLateAboutAVenueThatToldAll_IsNotWaitedForAndChangesNothing()
    {
        Market market = new(sources: Plan("bybit, coinalyze", "BTCUSD"));
        DateTime lateUtc = Market.StartUtc.AddMinutes(30);
        market.Venues.Fault = (request, _) =>
            request.Venue == VenueId.Coinalyze && market.Time.NowUtc > Market.StartUtc.AddMinutes(6) && market.Time.NowUtc < lateUtc
                ? TransportReply.Answer(200, "[{\"symbol\":\"BTCUSDT.6\",\"history\":[]}]") : null;
        List<TimeSpan> delays = [];

        market.Run(TimeSpan.FromHours(1), bar =>
        {
            if (bar.TimeUtc > Market.StartUtc.AddMinutes(5))
            {
                delays.Add(market.Time.NowUtc - bar.TimeUtc - FakeMarket.Bar);
            }
        });

        Assert.InRange(delays.Count, 10, 12);
        Assert.All(delays, delay => Assert.InRange(delay, TimeSpan.Zero, TimeSpan.FromSeconds(45)));
        Assert.Equal(1, market.Feed.Generation);
    }

    [Fact]
    public void Venues_VendorThatDoesNotKnowAVenuesContract_TellsOfTheOthers()
    {
        Market market = new(sources: Plan("binance, bitmex, coinalyze", "BTCUSD"));
        market.Venues.Fault = (request, _) =>
            request.Venue == VenueId.Coinalyze && request.Address.Query.Contains("PERP.0", StringComparison.Ordinal) ? TransportReply.Answer(200, "[]") : null;

        market.Run(TimeSpan.FromMinutes(10));

        Assert.Equal(
            [FeedSourceState.Up, FeedSourceState.Up, FeedSourceState.Up, FeedSourceState.NotAvailable], market.Feed.Report().Select(report => report.State));
        Assert.Equal("Binance BTCUSDT + BitMex XBTUSD + Coinalyze", market.Feed.StatusAt(market.Time.NowUtc).Source);
        Assert.True(market.Feed.IsComplete);
        Assert.False(double.IsNaN(market.Feed.Venues[2].LiquidatedLongNotional));
    }

    [Fact]
    public void BookNow_NobodyAsks_IsNotRead()
    {
        Market market = new();

        market.Run(TimeSpan.FromMinutes(20));

        Assert.DoesNotContain(market.Venues.Requests, request => IsBook(request.Request));
    }

    [Fact]
    public void BookNow_OnceAsked_IsReadAfterEachCloseAndAddedUpOverVenues()
    {
        Market market = new();
        market.Run(TimeSpan.FromMinutes(1));

        Assert.Null(market.Feed.BookNow());
        market.Run(TimeSpan.FromMinutes(20));

        // One right away and one after each of four closes, from each venue.
        Assert.Equal(10, market.Venues.Requests.Count(request => IsBook(request.Request)));
        BookDepth book = market.Feed.BookNow()!;
        Assert.Equal(2, book.Venues);
        Assert.InRange(book.AsOfUtc, market.Time.NowUtc.AddMinutes(-5), market.Time.NowUtc);

        // A hundred levels of a coin each: Binance's end at 0.199%, 50 of Bybit's lie within one percent.
        long bar = FakeMarket.NumberOf(book.AsOfUtc);
        double binance = (double)SimulatedVenues.Instance.Price(VenueId.Binance, bar);
        double bybit = (double)SimulatedVenues.Instance.Price(VenueId.Bybit, bar);
        double binanceBids = Enumerable.Range(0, 100).Sum(i => binance * (1 - (0.00002 * (i + 0.5)))) * 0.01 / 0.00199;
        double bybitBids = Enumerable.Range(0, 50).Sum(i => bybit * (1 - (0.0002 * (i + 0.5))));
        Assert.Equal(0.199, book.ReachPct, tolerance: 1e-9);
        Assert.Equal(binanceBids + bybitBids, book.BidNotional, tolerance: 1e-6 * book.BidNotional);
    }

    [Fact]
    public void BookNow_VenueThatFailsOrIsSilent_IsLeftOutAndOldBooksAreForgotten()
    {
        Market market = new();
        market.Feed.BookNow();
        market.Venues.Fault = (request, _) => IsBook(request) && request.Venue == VenueId.Bybit ? TransportReply.Answer(200, "{}") : null;
        market.Run(TimeSpan.FromMinutes(10));
        Assert.Equal(1, market.Feed.BookNow()!.Venues);

        market.Venues.Fault = (request, _) => IsBook(request) ? TransportReply.Answer(200, "{}") : null;
        market.Run(TimeSpan.FromMinutes(16));

        Assert.Null(market.Feed.BookNow());
        Assert.Equal(FakeMarket.TimeOf(FakeMarket.NumberOf(market.Time.NowUtc) - 1), market.Bars[^1].TimeUtc);
    }

    private static IReadOnlyList<FeedSource> Plan(string venues, string symbol) =>
        FeedPlan.Make(new FeedInputs(venues, "", "key", PriceShift.Off), new BrokerSymbol(symbol)).Sources;

    private static void Push(Market market, VenueId venue, decimal coins) =>
        market.Streams.Push(venue, new FakeLiquidation(market.Time.NowUtc, PositionSide.Long, coins, 50_000m));

    private static (double Long, double Short, double LongPrints, double ShortPrints, bool IsSample) Vendor(VenueId venue, long number) => (
        (double)SimulatedVenues.Instance.Liquidated(venue, PositionSide.Long, number),
        (double)SimulatedVenues.Instance.Liquidated(venue, PositionSide.Short, number),
        double.NaN,
        double.NaN,
        false);

    private static bool IsBook(VenueRequest request) => request.Source is "depth" or "orderbook";

    private static (double Long, double Short, double LongPrints, double ShortPrints, bool IsSample) Liquidated(in VenueBar venue) =>
        (venue.LiquidatedLongNotional, venue.LiquidatedShortNotional, venue.LongPrints, venue.ShortPrints, venue.SamplesLiquidations);

    private static void AssertSlice(string name, VenueId venue, long number, in MarketBar bar, in VenueBar slice)
    {
        (_, _, _, decimal close, decimal volume) = SimulatedVenues.Instance.Candle(venue, number);
        Assert.Equal(name, slice.Venue);
        Assert.Equal((double)(SimulatedVenues.Instance.OpenInterest(venue, number + 1) * close) / bar.Close, slice.OpenInterestQuantity, tolerance: 1e-6);
        Assert.Equal((double)(volume * close) / bar.Close, slice.VolumeQuantity, tolerance: 1e-9);
        Assert.Equal(8, slice.FundingIntervalHours);
        Assert.Equal(bar.FundingRate, slice.FundingRate, tolerance: 1e-12);
    }
}
