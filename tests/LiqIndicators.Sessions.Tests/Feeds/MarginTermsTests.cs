using LiqIndicators.Analytics.Liquidation;
using LiqIndicators.Analytics.Market;
using LiqIndicators.FakeExchange.Venues;
using LiqIndicators.FakeExchange.Virtual;
using LiqIndicators.MarketData.Feeds;
using LiqIndicators.MarketData.Instruments;
using LiqIndicators.MarketData.Ports;
using LiqIndicators.MarketData.Rows;
using LiqIndicators.MarketData.Venues;
using LiqIndicators.MarketData.Venues.Bybit;
using LiqIndicators.Sessions.Bands;
using LiqIndicators.Sessions.Feeds;
using LiqIndicators.Sessions.Feeds.Cache;
using LiqIndicators.Sessions.Feeds.Opening;
using LiqIndicators.Sessions.Feeds.Symbols;

namespace LiqIndicators.Sessions.Tests.Feeds;

/// <summary>On what terms each venue liquidates: asked for once a week, kept, and no condition of anything.</summary>
public sealed class MarginTermsTests
{
    private const string Bybit = "Bybit ETHUSDT";

    private static readonly TimeSpan FaultTime = TimeSpan.FromMinutes(70);

    private static readonly Lazy<Market> Clean = new(() =>
    {
        Market market = Altcoin("binance, bybit");
        market.Run(FaultTime);
        return market;
    });

    private static readonly string BybitKey = MarginCache.KeyOf(VenueId.Bybit, "ETHUSDT");

    [Fact]
    public void TermsOf_AnAltcoin_AreWhatTheVenueToldAndAreAskedForOnce()
    {
        Market market = Altcoin("binance, bybit");

        market.Run(TimeSpan.FromHours(1));

        MarginTerms terms = market.Feed.TermsOf(Bybit)!;
        Assert.Equal(("Bybit ETHUSDT 2026-05-04", ContractForm.Linear), (terms.Tiers.Name, terms.Form));
        // 2,000,000 at 0.5%, the rest at 1%.
        Assert.Equal(20_000, terms.Tiers.MaintenanceMargin(3_000_000), tolerance: 1e-6);
        Assert.Null(market.Feed.TermsOf("Binance ETHUSDT"));
        Assert.Null(market.Feed.TermsOf("Bybit BTCUSDT"));
        Assert.Equal(1, Asked(market));
        Assert.Equal(1, market.Feed.Generation);
        Assert.DoesNotContain(market.Log, line => line.Contains("margin", StringComparison.Ordinal));
    }

    [Fact]
    public void TermsOf_OnATapeOrInLongerBars_AreThoseOfTheFeed()
    {
        Market market = Altcoin("bybit");

        market.Run(TimeSpan.FromMinutes(2));

        MarginTerms terms = market.Feed.TermsOf(Bybit)!;
        Assert.Same(terms, new BarTape(market.Feed, 10, Market.TwoDays.Grace).TermsOf(Bybit));
        Assert.Same(terms, new LongerBarsFeed(market.Feed, TimeSpan.FromHours(1)).TermsOf(Bybit));
    }

    // The only venue has its kernel on its own terms or as it is: without them every band of the replay would stand elsewhere.
    [Fact]
    public void Replay_OfAnAltcoin_PlacesPositionsOnTheTermsToldLive()
    {
        Market market = Altcoin("bybit");
        ((FakeBybit)market.Venues.All.Of(VenueId.Bybit)).LargestLeverage = 25;
        BarTape tape = new(market.Feed, Market.TwoDays.HistoryBars, Market.TwoDays.Grace);
        LiquidationBandsSession live = new(new LiquidationBandsOptions(), tape);
        List<(DateTime TimeUtc, BandReadings Readings)> seen = [];
        market.Time.RunUntil(market.Time.NowUtc.AddHours(1), () =>
        {
            market.Feed.Pump();
            live.Advance(market.Time.NowUtc);
            if (market.Time.NowUtc is { Second: 30, Minute: var minute } && minute % 5 == 4)
            {
                seen.Add((market.Time.NowUtc, live.ReadingsAsOf(market.Time.NowUtc)));
            }
        });
        tape.Save(market.Blobs, "ETHUSD");

        IMarketFeed replay = BarTape.Load(market.Blobs, "ETHUSD", Market.StartUtc, line => Assert.Fail(line))!;
        LiquidationBandsSession again = new(new LiquidationBandsOptions(), replay);
        Assert.InRange(seen.Count, 11, 13);
        foreach ((DateTime timeUtc, BandReadings readings) in seen)
        {
            again.Advance(timeUtc);
            Assert.Equal(readings, again.ReadingsAsOf(timeUtc));
        }

        Assert.Equal("Bybit ETHUSDT 2026-05-04", again.TiersOf(Bybit));
        Assert.Equal(live.Forecast!.Kernel.Version, again.Forecast!.Kernel.Version);
        Assert.Equal(0.96 / 0.98, Nearest(again, PositionSide.Long), tolerance: 1e-9);
        Assert.True(market.Feed.TermsOf(Bybit)!.Tiers.IsSameAs(replay.TermsOf(Bybit)!.Tiers));
        Assert.Null(replay.TermsOf("Bybit BTCUSDT"));
    }

    [Theory]
    [InlineData("venues", "margin tables; expected 0 to 64")]
    [InlineData("form", "no known form")]
    [InlineData("tiers", "margin tiers; expected 0 to 1000")]
    [InlineData("rate", "tiers[0].MaintenanceMarginRate is 0.5")]
    public void Load_TapeWithTermsThatAreNone_IsDroppedWithALine(string broken, string reason)
    {
        using MemoryStream stream = new();
        using BinaryWriter writer = new(stream);
        writer.Write(broken == "venues" ? 65 : 1);
        writer.Write(Bybit);
        writer.Write(broken == "form" ? 9 : (int)ContractForm.Linear);
        writer.Write("a table");
        writer.Write(broken == "tiers" ? 1001 : 1);
        foreach (double number in new[] { 2_000_000, broken == "rate" ? 0.5 : 0.005, 100, 0 })
        {
            writer.Write(number);
        }

        writer.Flush();
        MemoryBlobs blobs = new();
        blobs.Texts["LIQ tape ETHUSD"] = BlobCodec.Encode(BarTape.Version, stream.ToArray());
        List<string> log = [];

        Assert.Null(BarTape.Load(blobs, "ETHUSD", Market.StartUtc, log.Add));

        Assert.Contains(reason, Assert.Single(log), StringComparison.Ordinal);
        Assert.Empty(blobs.Texts);
    }

    // OKX: 1,000 contracts of 0.01 at the newest close before it was asked. BitMEX: 200 coins. Hyperliquid: dollars.
    [Theory]
    [InlineData("okx", "Okx BTC-USDT-SWAP", ContractForm.Linear, 10, 0.004, 100)]
    [InlineData("bitmex", "BitMex XBTUSD", ContractForm.Inverse, 200, 0.005, 100)]
    [InlineData("bybit:BTCUSD", "Bybit BTCUSD", ContractForm.Inverse, 150, 0.005, 100)]
    [InlineData("hyperliquid", "Hyperliquid BTC", ContractForm.Linear, 0, 0.0125, 40)]
    public void TermsOf_EachVenue_AreReadFromItsOwnFormat(
        string instrument, string name, ContractForm form, double capInCoins, double rate, double leverage)
    {
        Market market = new(sources: Plan(instrument, "BTCUSD"));

        market.Run(TimeSpan.FromMinutes(2));

        MarginTerms terms = market.Feed.TermsOf(name)!;
        MarginTier lowest = terms.Tiers[0];
        Assert.Equal((form, rate, leverage), (terms.Form, lowest.MaintenanceMarginRate, lowest.MaximumLeverage));
        double expected = capInCoins > 0 ? capInCoins * market.Bars[^1].Close : 150_000_000;
        Assert.Equal(1, lowest.NotionalCap / expected, tolerance: 0.01);
        Assert.True(market.Feed.IsComplete);
    }

    // 25x is the most: (1 - 1/25) / (1 - 0.02) below the entry and (1 + 1/25) / (1 + 0.02) above it is the nearest anybody is liquidated.
    [Fact]
    public void Map_OfAnAltcoin_PlacesNobodyNearerThanTheVenueAdmits()
    {
        (LiquidationBandsSession told, Market market) = Follow("bybit", null);
        (LiquidationBandsSession plain, _) = Follow("bybit", TransportReply.Answer(404, "{}"));

        Assert.Equal("Bybit ETHUSDT 2026-05-04", told.TiersOf(Bybit));
        Assert.Null(plain.TiersOf(Bybit));
        Assert.Equal(0.96 / 0.98, Nearest(told, PositionSide.Long), tolerance: 1e-9);
        Assert.Equal(1.04 / 1.02, Nearest(told, PositionSide.Short), tolerance: 1e-9);
        Assert.True(Nearest(plain, PositionSide.Long) > 0.99);
        Assert.EndsWith("on Bybit ETHUSDT 2026-05-04", told.Forecast!.Kernel.Version, StringComparison.Ordinal);
        // What a bar just opened stands beyond that: the first percent below the price keeps what price has come back to.
        double Within(LiquidationBandsSession session) => session.Profile!.Value.LongsPerPercent[0] / session.Profile.Value.LongsPerPercent.Sum();
        Assert.InRange(Within(told), 0, 0.5 * Within(plain));
        Assert.True(market.Feed.IsComplete);
    }

    [Fact]
    public void Map_OfTwoVenues_HasEachOnItsOwnTerms()
    {
        (LiquidationBandsSession session, _) = Follow("binance, bybit", null);

        Assert.Equal("Binance ETHUSDT 2024-10", session.TiersOf("Binance ETHUSDT"));
        Assert.Equal("Bybit ETHUSDT 2026-05-04", session.TiersOf(Bybit));
        Assert.Null(session.TiersOf("Okx ETH-USDT-SWAP"));
    }

    [Fact]
    public void WarmStart_WithinAWeek_KnowsTheTermsFromTheFirstBarAndAsksForNone()
    {
        Market first = Altcoin("binance, bybit");
        first.Run(TimeSpan.FromMinutes(2));
        first.Feed.Stop();

        Market second = Altcoin("binance, bybit", first.Blobs, Market.StartUtc.AddHours(30));
        List<string?> names = [];
        second.Run(TimeSpan.FromMinutes(2), _ => names.Add(second.Feed.TermsOf(Bybit)?.Tiers.Name));

        Assert.Equal(0, Asked(second));
        Assert.Equal("Bybit ETHUSDT 2026-05-04", Assert.Single(names.Distinct()));
    }

    // Of a week ago, and of a time that is still to come.
    [Theory]
    [InlineData(-8, 25)]
    [InlineData(-8, 100)]
    [InlineData(30, 100)]
    public void WarmStart_TermsOfAnotherWeek_CountUntilTheVenueHasAnswered(int days, int leverage)
    {
        MemoryBlobs blobs = new();
        DateTime toldUtc = Market.StartUtc.AddDays(days);
        new MarginCache(blobs, _ => { }).Save(BybitKey, toldUtc, Ladder(leverage));
        Market market = Altcoin("bybit", blobs);

        MarginTiers? first = null;
        market.Run(TimeSpan.FromMinutes(30), _ => first ??= market.Feed.TermsOf(Bybit)!.Tiers);

        Assert.NotNull(first);
        Assert.Equal("Bybit ETHUSDT 2026-05-04", market.Feed.TermsOf(Bybit)!.Tiers.Name);
        Assert.Equal(100, market.Feed.TermsOf(Bybit)!.Tiers[0].MaximumLeverage);
        Assert.Equal(1, Asked(market));
    }

    [Fact]
    public void WarmStart_DamagedTerms_AreDroppedWithALineAndAskedForAgain()
    {
        MemoryBlobs blobs = new();
        new MarginCache(blobs, _ => { }).Save(BybitKey, Market.StartUtc.AddDays(-1), Ladder(25));
        blobs.Texts[BybitKey] = blobs.Texts[BybitKey][..^6];
        Market market = Altcoin("bybit", blobs);

        market.Run(TimeSpan.FromMinutes(2));

        Assert.Contains(market.Log, line => line.Contains(BybitKey, StringComparison.Ordinal) && line.Contains("dropped", StringComparison.Ordinal));
        Assert.Equal(100, market.Feed.TermsOf(Bybit)!.Tiers[0].MaximumLeverage);
    }

    public static TheoryData<int, string, string> Faults => new()
    {
        { 500, "{}", "HTTP 500" },
        { 403, "<html><body>Forbidden</body></html>", "HTTP 403" },
        { 451, "{}", "HTTP 451" },
        { 404, "{}", "HTTP 404" },
        { 200, "<html></html>", "web page" },
        { 200, Body("[]"), "list" },
        { 200, Body("[{\"riskLimitValue\":\"1000000\",\"maintenanceMargin\":\"0.005\",\"initialMargin\":\"0.01\"}]"), "maxLeverage is missing" },
        { 200, Body(Row(1_000_000, 0.01m, 50) + "," + Row(2_000_000, 0.005m, 100), isList: false), "tiers[1].MaintenanceMarginRate is 0.005" },
        { 200, Body(Row(1_000_000, 0.005m, 100) + "," + Row(1_000_000, 0.01m, 50), isList: false), "A margin tier above 1000000" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Answer_ThatIsNoTable_LeavesTheMarketAsItIsAndSaysSoOnce(int status, string body, string reason)
    {
        Market market = Altcoin("binance, bybit");
        market.Venues.Fault = (request, _) => IsTiers(request) ? TransportReply.Answer(status, body) : null;

        market.Run(FaultTime);

        Assert.Null(market.Feed.TermsOf(Bybit));
        Assert.True(market.Feed.IsComplete);
        Assert.Equal(Clean.Value.CompleteUtc, market.CompleteUtc);
        Assert.Equal(Clean.Value.Bars, market.Bars);
        Assert.All(market.Feed.Report(), report => Assert.Equal((FeedSourceState.Up, ""), (report.State, report.Reason)));
        string line = Assert.Single(market.Log, line => line.Contains("margin table", StringComparison.Ordinal));
        Assert.StartsWith($"{Bybit}: ", line, StringComparison.Ordinal);
        Assert.Contains(reason, line, StringComparison.Ordinal);
        // What may pass is asked for again every five minutes, what stands there every hour.
        Assert.InRange(Asked(market), 2, 15);
    }

    [Fact]
    public void Answer_ThatAsksToWait_IsHonouredByAllThatIsAskedOfTheVenue()
    {
        // A month takes more requests than are under way when the answer comes.
        Market market = Altcoin("bybit", options: new LiveFeedOptions());
        DateTime? refusedUtc = null;
        market.Venues.Fault = (request, _) =>
        {
            if (!IsTiers(request) || refusedUtc is not null)
            {
                return null;
            }

            refusedUtc = market.Time.NowUtc;
            return TransportReply.Answer(429, "{}", new Dictionary<string, string> { ["Retry-After"] = "45" });
        };

        market.Run(TimeSpan.FromMinutes(10));

        DateTime[] asked = [.. market.Venues.Requests.Select(request => request.TimeUtc).Where(timeUtc => timeUtc > refusedUtc)];
        Assert.True(asked[0] >= refusedUtc!.Value.AddSeconds(45));
        Assert.True(market.Feed.IsComplete);
        Assert.NotNull(market.Feed.TermsOf(Bybit));
    }

    [Fact]
    public void Terms_ThatComeLate_BeginTheMapAgain()
    {
        Market market = Altcoin("bybit");
        LiquidationBandsSession session = new(new LiquidationBandsOptions(), market.Feed);
        market.Venues.Fault = (request, _) =>
            IsTiers(request) && market.Time.NowUtc < Market.StartUtc.AddMinutes(1) ? TransportReply.Answer(503, "{}") : null;
        void Run(TimeSpan span) => market.Time.RunUntil(market.Time.NowUtc + span, () =>
        {
            market.Feed.Pump();
            session.Advance(market.Time.NowUtc);
        });

        Run(TimeSpan.FromMinutes(4));
        (int generation, string? tiers) = (market.Feed.Generation, session.TiersOf(Bybit));
        Run(TimeSpan.FromMinutes(26));

        Assert.Null(tiers);
        Assert.Equal("Bybit ETHUSDT 2026-05-04", session.TiersOf(Bybit));
        Assert.Equal(generation + 1, market.Feed.Generation);
    }

    // Ten minutes after the start they are a week old.
    [Theory]
    [InlineData(25, 1)]
    [InlineData(100, 0)]
    public void Terms_OfAWeekAgo_BeginTheMapAgainOnlyWhereTheyWereOthers(int leverage, int starts)
    {
        MemoryBlobs blobs = new();
        new MarginCache(blobs, _ => { }).Save(BybitKey, Market.StartUtc.AddDays(-7).AddMinutes(10), Ladder(leverage));
        Market market = Altcoin("bybit", blobs);
        market.Run(TimeSpan.FromMinutes(9));
        (int generation, int asked) = (market.Feed.Generation, Asked(market));

        market.Run(TimeSpan.FromMinutes(21));

        Assert.Equal((0, 1), (asked, Asked(market)));
        Assert.Equal(generation + starts, market.Feed.Generation);
    }

    [Fact]
    public void Answer_ThatNeverComes_KeepsTheHistoryForSecondsOnly()
    {
        VirtualTime time = new(Market.StartUtc);
        VirtualExchanges venues = new(time);
        LiveMarketFeed feed = new(
            Market.TwoDays, Plan("bybit", "BTCUSD"), new FeedPorts(new Silent(venues), new VirtualStreams(time), new MemoryBlobs(), time, _ => { }));

        time.RunUntil(time.NowUtc.AddSeconds(8), feed.Pump);

        Assert.True(feed.IsComplete);
        Assert.Null(feed.TermsOf("Bybit BTCUSDT"));
    }

    private static Market Altcoin(string venues, MemoryBlobs? blobs = null, DateTime? startUtc = null, LiveFeedOptions? options = null)
    {
        Market market = new(options, blobs, time: startUtc is { } utc ? new VirtualTime(utc) : null, sources: Plan(venues, "ETHUSD"));
        market.Venues.All.Of(VenueId.Binance).Symbol = "ETHUSDT";
        market.Venues.All.Of(VenueId.Bybit).Symbol = "ETHUSDT";
        return market;
    }

    private static IReadOnlyList<FeedSource> Plan(string venues, string symbol)
    {
        bool isInstrument = venues.Contains(':', StringComparison.Ordinal);
        FeedInputs inputs = new(isInstrument ? venues[..venues.IndexOf(':', StringComparison.Ordinal)] : venues, isInstrument ? venues : "", "", PriceShift.Off);
        return FeedPlan.Make(inputs, new BrokerSymbol(symbol)).Sources;
    }

    private static (LiquidationBandsSession Session, Market Market) Follow(string venues, TransportReply? tiers)
    {
        Market market = Altcoin(venues);
        ((FakeBybit)market.Venues.All.Of(VenueId.Bybit)).LargestLeverage = 25;
        market.Venues.Fault = (request, _) => IsTiers(request) ? tiers : null;
        LiquidationBandsSession session = new(new LiquidationBandsOptions(), market.Feed);
        market.Time.RunUntil(market.Time.NowUtc.AddMinutes(2), () =>
        {
            market.Feed.Pump();
            session.Advance(market.Time.NowUtc);
        });
        return (session, market);
    }

    private static double Nearest(LiquidationBandsSession session, PositionSide side) =>
        Math.Exp(session.Forecast!.Kernel.Points(side)[0].LogDistance);

    private static MarginTierRow[] Ladder(int leverage) =>
        [.. BybitParser.MarginTiers(Body(Ladders(leverage), isList: false), ContractKind.Linear, 1).Value];

    private static string Ladders(int leverage) => string.Join(
        ',', Row(2_000_000, 0.5m / leverage, leverage), Row(10_000_000, 1m / leverage, leverage / 2m), Row(40_000_000, 5m / leverage, leverage / 10m));

    private static string Body(string rows, bool isList = true) =>
        $"{{\"retCode\":0,\"retMsg\":\"OK\",\"result\":{{\"category\":\"linear\",\"list\":{(isList ? rows : $"[{rows}]")}}},\"retExtInfo\":{{}},\"time\":1777896150000}}";

    private static string Row(int cap, decimal rate, decimal leverage) => FormattableString.Invariant(
        $"{{\"id\":1,\"symbol\":\"ETHUSDT\",\"riskLimitValue\":\"{cap}\",\"maintenanceMargin\":\"{rate}\",\"initialMargin\":\"{1 / leverage}\",\"maxLeverage\":\"{leverage}\"}}");

    private static bool IsTiers(VenueRequest request) => request.Address.AbsolutePath == "/v5/market/risk-limit";

    private static int Asked(Market market) => market.Venues.Requests.Count(request => IsTiers(request.Request));

    /// <summary>Answers everything but questions for margin tables.</summary>
    private sealed class Silent(IHttpTransport transport) : IHttpTransport
    {
        public void Send(VenueRequest request, Action<TransportReply> completed)
        {
            if (!IsTiers(request))
            {
                transport.Send(request, completed);
            }
        }
    }
}
