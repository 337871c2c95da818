using LiqIndicators.MarketData.Ports;
using LiqIndicators.MarketData.Tests.Parsers;
using LiqIndicators.MarketData.Venues;
using LiqIndicators.MarketData.Venues.Binance;
using LiqIndicators.MarketData.Venues.BitMex;
using LiqIndicators.MarketData.Venues.Bybit;
using LiqIndicators.MarketData.Venues.Coinalyze;
using LiqIndicators.MarketData.Venues.CoinGlass;
using LiqIndicators.MarketData.Venues.Hyperliquid;
using LiqIndicators.MarketData.Venues.Okx;

namespace LiqIndicators.MarketData.Tests.Venues;

/// <summary>What is asked for, and what it costs. 2026-05-04 00:00 UTC is 1777852800 s.</summary>
public sealed class RequestsTests
{
    private const string From = "1777852800000";
    private const string To = "1777939199999";

    private static readonly SeriesPage Page = TestPages.OneDayOfFiveMinutes;

    [Fact]
    public void Candles_OneDay_AsksForTheHalfOpenRangeInEachVenuesWords()
    {
        Assert.Equal(
            $"https://fapi.binance.com/fapi/v1/klines?symbol=BTCUSDT&interval=5m&startTime={From}&endTime={To}&limit=288",
            Address(new BinanceVenue().Candles(TestInstruments.Binance, CandlePrice.Last, Page)));
        Assert.Equal(
            $"https://fapi.binance.com/fapi/v1/indexPriceKlines?pair=BTCUSDT&interval=5m&startTime={From}&endTime={To}&limit=288",
            Address(new BinanceVenue().Candles(TestInstruments.Binance, CandlePrice.Index, Page)));
        Assert.Equal(
            $"https://dapi.binance.com/dapi/v1/klines?symbol=BTCUSD_PERP&interval=5m&startTime={From}&endTime={To}&limit=288",
            Address(new BinanceCoinMVenue().Candles(TestInstruments.BinanceCoinM, CandlePrice.Last, Page)));
        Assert.Null(new BinanceCoinMVenue().Candles(TestInstruments.BinanceCoinM, CandlePrice.Mark, Page));
        Assert.Equal(
            $"https://api.bybit.com/v5/market/kline?category=linear&symbol=BTCUSDT&interval=5&start={From}&end={To}&limit=288",
            Address(new BybitVenue().Candles(TestInstruments.Bybit, CandlePrice.Last, Page)));
        Assert.Equal(
            $"https://api.bybit.com/v5/market/mark-price-kline?category=inverse&symbol=BTCUSD&interval=5&start={From}&end={To}&limit=288",
            Address(new BybitVenue().Candles(TestInstruments.BybitInverse, CandlePrice.Mark, Page)));
        Assert.Equal(
            "https://www.okx.com/api/v5/market/history-candles?instId=BTC-USDT-SWAP&bar=5m&before=1777852799999&after=1777939200000&limit=288",
            Address(new OkxVenue().Candles(TestInstruments.Okx, CandlePrice.Last, Page)));
        Assert.Contains(
            "/market/candles?",
            Address(new OkxVenue().Candles(TestInstruments.Okx, CandlePrice.Last, Page with { IsNewest = true })),
            StringComparison.Ordinal);
        Assert.Equal(
            "https://www.bitmex.com/api/v1/trade/bucketed?binSize=5m&partial=false&symbol=XBTUSD&count=288&reverse=false"
            + "&startTime=2026-05-04T00%3A05%3A00.000Z&endTime=2026-05-05T00%3A00%3A00.000Z",
            Address(new BitMexVenue().Candles(TestInstruments.BitMex, CandlePrice.Last, Page)));
        Assert.Equal(
            $"https://open-api-v4.coinglass.com/api/futures/price/history?exchange=Binance&symbol=BTCUSDT&interval=5m&limit=288"
            + $"&start_time={From}&end_time={To}",
            Address(new CoinGlassVenue("secret").Candles(TestInstruments.CoinGlass, CandlePrice.Last, Page)));
        Assert.Equal(
            "https://api.coinalyze.net/v1/ohlcv-history?symbols=BTCUSDT_PERP.A&interval=5min&from=1777852800&to=1777939199",
            Address(new CoinalyzeVenue("secret").Candles(TestInstruments.Coinalyze, CandlePrice.Last, Page)));
    }

    [Fact]
    public void Candles_Hyperliquid_IsAPostOfItsArguments()
    {
        VenueRequest request = new HyperliquidVenue().Candles(TestInstruments.Hyperliquid, CandlePrice.Last, Page)!.Request;

        Assert.Equal((HttpVerb.Post, "https://api.hyperliquid.xyz/info"), (request.Verb, request.Address.AbsoluteUri));
        Assert.Equal(
            $$$"""{"type":"candleSnapshot","req":{"coin":"BTC","interval":"5m","startTime":{{{From}}},"endTime":{{{To}}}}}""",
            request.Body);
        // 20, and 1 for each 60 of 288 rows.
        Assert.Equal(new RateCost("weight", 24), request.Cost);
    }

    [Fact]
    public void OpenInterest_OneDay_AsksInEachVenuesWords()
    {
        Assert.Equal(
            $"https://fapi.binance.com/futures/data/openInterestHist?symbol=BTCUSDT&period=5m&startTime={From}&endTime={To}&limit=288",
            Address(new BinanceVenue().OpenInterest(TestInstruments.Binance, Page)));
        Assert.Equal(
            "https://dapi.binance.com/futures/data/openInterestHist?pair=BTCUSD&contractType=PERPETUAL&period=5m"
            + $"&startTime={From}&endTime={To}&limit=288",
            Address(new BinanceCoinMVenue().OpenInterest(TestInstruments.BinanceCoinM, Page)));
        Assert.Equal(
            $"https://api.bybit.com/v5/market/open-interest?category=linear&symbol=BTCUSDT&intervalTime=5min&startTime={From}&endTime={To}&limit=200",
            Address(new BybitVenue().OpenInterest(TestInstruments.Bybit, Page)));
        Assert.Equal(
            "https://www.okx.com/api/v5/rubik/stat/contracts/open-interest-history?instId=BTC-USDT-SWAP&period=5m&begin=1777852499999&end=1777938900000&limit=100",
            Address(new OkxVenue().OpenInterest(TestInstruments.Okx, Page)));
        Assert.Null(new HyperliquidVenue().OpenInterest(TestInstruments.Hyperliquid, Page));
        Assert.Null(new BitMexVenue().OpenInterest(TestInstruments.BitMex, Page));
    }

    [Fact]
    public void PresentState_OfVendors_AsksInTheirWords()
    {
        Assert.Equal(
            [
                "https://open-api-v4.coinglass.com/api/futures/open-interest/exchange-list?symbol=BTC",
                "https://open-api-v4.coinglass.com/api/futures/funding-rate/exchange-list?symbol=BTC",
            ],
            new CoinGlassVenue("secret").MarketState(TestInstruments.CoinGlass).Select(Address));
        Assert.Equal(
            "https://open-api-v4.coinglass.com/api/futures/orderbook/history?exchange=Binance&symbol=BTCUSDT&interval=1m&limit=1",
            Address(new CoinGlassVenue("secret").Depth(TestInstruments.CoinGlass, 100)));
        Assert.Equal(
            [
                "https://api.coinalyze.net/v1/open-interest?symbols=BTCUSDT_PERP.A&convert_to_usd=true",
                "https://api.coinalyze.net/v1/predicted-funding-rate?symbols=BTCUSDT_PERP.A",
            ],
            new CoinalyzeVenue("secret").MarketState(TestInstruments.Coinalyze).Select(Address));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(100, 1)]
    [InlineData(101, 2)]
    [InlineData(500, 2)]
    [InlineData(1000, 5)]
    [InlineData(1500, 10)]
    public void CandleWeight_Binance_GrowsWithTheLimit(int rows, int weight)
    {
        DateTime from = TestPages.StartUtc;
        SeriesPage page = new(TimeSpan.FromMinutes(5), new TimeRange(from, from.AddMinutes(5 * rows)));

        RateCost cost = new BinanceVenue().Candles(TestInstruments.Binance, CandlePrice.Last, page)!.Request.Cost;

        Assert.Equal(new RateCost("weight", weight), cost);
    }

    [Fact]
    public void Offers_Intervals_AreThoseTheVenueHas()
    {
        TimeSpan fiveMinutes = TimeSpan.FromMinutes(5);
        DateTime now = new(2026, 5, 4, 0, 0, 0, DateTimeKind.Utc);

        Assert.Equal(1500, new BinanceVenue().Offer(SeriesKind.Candles, fiveMinutes)?.MaxRows);
        Assert.Equal(500, new BinanceVenue().Offer(SeriesKind.OpenInterest, fiveMinutes)?.MaxRows);
        Assert.Equal(now.AddDays(-30), new BinanceVenue().Offer(SeriesKind.OpenInterest, fiveMinutes)?.EarliestUtc(now, fiveMinutes));
        Assert.Null(new BinanceVenue().Offer(SeriesKind.OpenInterest, TimeSpan.FromMinutes(1)));
        Assert.Equal(200, new BybitVenue().Offer(SeriesKind.OpenInterest, fiveMinutes)?.MaxRows);
        Assert.Equal(now.AddDays(-5), new OkxVenue().Offer(SeriesKind.OpenInterest, fiveMinutes)?.EarliestUtc(now, fiveMinutes));
        Assert.Equal(now.AddDays(-60), new OkxVenue().Offer(SeriesKind.OpenInterest, TimeSpan.FromHours(1))?.EarliestUtc(now, TimeSpan.FromHours(1)));
        Assert.True(new OkxVenue().Offer(SeriesKind.LongShortRatio, fiveMinutes)?.IsEstimate);
        Assert.Equal(
            now.AddMinutes(-25000), new HyperliquidVenue().Offer(SeriesKind.Candles, fiveMinutes)?.EarliestUtc(now, fiveMinutes));
    }

    [Fact]
    public void Hosts_Replaced_KeepThePath()
    {
        Uri host = new("http://127.0.0.1:8080/fake");

        Assert.StartsWith(
            "http://127.0.0.1:8080/fake/fapi/v1/klines?",
            Address(new BinanceVenue(host).Candles(TestInstruments.Binance, CandlePrice.Last, Page)),
            StringComparison.Ordinal);
        Assert.Equal(
            "ws://127.0.0.1:8080/fake/market/stream",
            new BinanceVenue(host, new Uri("ws://127.0.0.1:8080/fake")).Stream(new[] { TestInstruments.Binance }).Address.AbsoluteUri);
    }

    [Fact]
    public void Streams_EachVenue_SubscribesInItsWords()
    {
        Assert.Equal(
            """{"method":"SUBSCRIBE","params":["btcusdt@forceOrder","btcusdt@markPrice@1s"],"id":1}""",
            Assert.Single(new BinanceVenue().Stream(new[] { TestInstruments.Binance }).Subscriptions));
        StreamPlan bybit = new BybitVenue().Stream(new[] { TestInstruments.BybitInverse });
        Assert.Equal("wss://stream.bybit.com/v5/public/inverse", bybit.Address.AbsoluteUri);
        Assert.Equal("""{"op":"subscribe","args":["allLiquidation.BTCUSD","tickers.BTCUSD"]}""", Assert.Single(bybit.Subscriptions));
        StreamPlan okx = new OkxVenue().Stream(new[] { TestInstruments.Okx });
        Assert.True(okx.DropsFirstForcedOrders);
        Assert.Contains("""{"channel":"liquidation-orders","instType":"SWAP"}""", okx.Subscriptions[0], StringComparison.Ordinal);
        Assert.Equal(
            """{"method":"subscribe","subscription":{"type":"activeAssetCtx","coin":"BTC"}}""",
            Assert.Single(new HyperliquidVenue().Stream(new[] { TestInstruments.Hyperliquid }).Subscriptions));
        Assert.Equal(
            "wss://ws.bitmex.com/realtime?subscribe=liquidation%3AXBTUSD%2Cinstrument%3AXBTUSD",
            new BitMexVenue().Stream(new[] { TestInstruments.BitMex }).Address.AbsoluteUri);
    }

    [Fact]
    public void Stream_BybitOfTwoKinds_IsRefused() => Assert.Throws<ArgumentException>(
        () => new BybitVenue().Stream(new[] { TestInstruments.Bybit, TestInstruments.BybitInverse }));

    [Fact]
    public void Key_AnyTextOfARequest_HidesIt()
    {
        const string Secret = "s3cr3t-k3y-0042";
        VenueRequest[] requests =
        {
            new CoinGlassVenue(Secret).Candles(TestInstruments.CoinGlass, CandlePrice.Last, Page)!.Request,
            new CoinalyzeVenue(Secret).Candles(TestInstruments.Coinalyze, CandlePrice.Last, Page)!.Request,
        };
        foreach (VenueRequest request in requests)
        {
            Assert.Equal(Secret, request.Key?.Reveal());
            Assert.DoesNotContain(Secret, request.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain(Secret, request.Key?.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain(Secret, Newtonsoft.Json.JsonConvert.SerializeObject(request), StringComparison.Ordinal);
            Assert.DoesNotContain(Secret, request.WithoutSecrets($"no such key {Secret}"), StringComparison.Ordinal);
        }
    }

    private static string Address<T>(VenueQuery<T>? query) => query!.Request.Address.AbsoluteUri;
}
