using LiqIndicators.MarketData.Results;
using LiqIndicators.MarketData.Venues;
using LiqIndicators.MarketData.Venues.Okx;

namespace LiqIndicators.MarketData.Tests.Parsers;

internal static class OkxCases
{
    public const string Candles = """
        {"code":"0","msg":"","data":[
          ["1777896300000","61100.0","61180.0","61010.0","61020.4","825","8.25","503500.0","0"],
          ["1777896000000","61000.1","61250.5","60900.0","61100.0","1250","12.5","763750.0","1"]]}
        """;

    public const string MarkCandles = """
        {"code":"0","msg":"","data":[["1777896000000","61000.1","61250.5","60900.0","61100.0","1"]]}
        """;

    public const string FundingHistory = """
        {"code":"0","msg":"","data":[{"fundingRate":"0.0002","fundingTime":"1777881600000","instId":"BTC-USDT-SWAP",
          "instType":"SWAP","method":"current_period","realizedRate":"0.00019"}]}
        """;

    public const string FundingRate = """
        {"code":"0","msg":"","data":[{"fundingRate":"0.00006","fundingTime":"1777910400000","instId":"BTC-USDT-SWAP",
          "instType":"SWAP","nextFundingTime":"1777939200000","ts":"1777896411000"}]}
        """;

    public const string MarkPrice = """
        {"code":"0","msg":"","data":[{"instType":"SWAP","instId":"BTC-USDT-SWAP","markPx":"61020.5","ts":"1777896411000"}]}
        """;

    public const string OpenInterest = """
        {"code":"0","msg":"","data":[{"instType":"SWAP","instId":"BTC-USDT-SWAP","oi":"3000000","oiCcy":"30000",
          "oiUsd":"1830615000","ts":"1777896411000"}]}
        """;

    public const string InverseOpenInterest = """
        {"code":"0","msg":"","data":[{"instType":"SWAP","instId":"BTC-USD-SWAP","oi":"5000000","oiCcy":"8200","ts":"1777896411000"}]}
        """;

    public const string OpenInterestHistory = """
        {"code":"0","msg":"","data":[["1777896300000","3000100.5","30001.005","1830061305"],["1777896000000","2999900","29999","1829939000"]]}
        """;

    public const string InverseOpenInterestHistory = """
        {"code":"0","msg":"","data":[["1777896000000","5000000","8200","500000000"]]}
        """;

    public const string LongShortRatio = """{"code":"0","msg":"","data":[["1777896000000","1.75"]]}""";

    public const string Books = """
        {"code":"0","msg":"","data":[{"asks":[["61020.2","125","0","2"]],"bids":[["61020.1","250","0","3"]],"ts":"1777896411000"}]}
        """;

    public const string PositionTiers = """
        {"code":"0","msg":"","data":[
          {"imr":"0.01","maxLever":"100","maxSz":"1000","minSz":"0","mmr":"0.004","tier":"1"},
          {"imr":"0.02","maxLever":"50","maxSz":"5000","minSz":"1001","mmr":"0.01","tier":"2"}]}
        """;

    public const string Instruments = """
        {"code":"0","msg":"","data":[
          {"instId":"BTC-USDT-SWAP","instType":"SWAP","ctType":"linear","ctVal":"0.01","ctMult":"1","ctValCcy":"BTC",
           "tickSz":"0.1","lever":"100","state":"live","settleCcy":"USDT"}]}
        """;

    public const string LiquidationOrders = """
        {"code":"0","msg":"","data":[{"instFamily":"BTC-USDT","instId":"BTC-USDT-SWAP","instType":"SWAP","details":[
          {"bkPx":"60500.0","posSide":"long","side":"sell","sz":"40","ts":"1777896411000"},
          {"bkPx":"61500.0","posSide":"net","side":"buy","sz":"10","ts":"1777896410000"}]}]}
        """;

    public const string StreamedLiquidations = """
        {"arg":{"channel":"liquidation-orders","instType":"SWAP"},"data":[{"instFamily":"BTC-USDT","instId":"BTC-USDT-SWAP",
          "instType":"SWAP","details":[{"bkPx":"60500.0","posSide":"short","side":"buy","sz":"40","ts":"1777896411000"}]}]}
        """;

    public const string StreamedMarkPrice = """
        {"arg":{"channel":"mark-price","instId":"BTC-USDT-SWAP"},"data":[{"instId":"BTC-USDT-SWAP","markPx":"61021.5","ts":"1777896412000"}]}
        """;

    public const string StreamedIndex = """
        {"arg":{"channel":"index-tickers","instId":"BTC-USDT"},"data":[{"instId":"BTC-USDT","idxPx":"61018.2","ts":"1777896412000"}]}
        """;

    public const string StreamedOpenInterest = """
        {"arg":{"channel":"open-interest","instId":"BTC-USDT-SWAP"},
         "data":[{"instId":"BTC-USDT-SWAP","oi":"3000100","oiCcy":"30001","ts":"1777896412000"}]}
        """;

    public const string StreamedFundingRate = """
        {"arg":{"channel":"funding-rate","instId":"BTC-USDT-SWAP"},"data":[{"fundingRate":"0.00007","fundingTime":"1777910400000",
          "instId":"BTC-USDT-SWAP","nextFundingTime":"1777939200000","ts":"1777896412000"}]}
        """;

    public static readonly ParserCase[] All =
    {
        ParserCase.Of("okx candles", Candles, "code data", t => OkxParser.Candles(t, CandlePrice.Last), ("data[0]", new[] { 0, 1, 2, 3, 4, 6, 7, 8 })),
        ParserCase.Of("okx mark-price-candles", MarkCandles, "code data", t => OkxParser.Candles(t, CandlePrice.Mark), ("data[0]", new[] { 0, 1, 2, 3, 4, 5 })),
        ParserCase.Of("okx funding-rate-history", FundingHistory, "code data fundingTime realizedRate", OkxParser.FundingHistory),
        ParserCase.Of("okx funding-rate", FundingRate, "code data fundingRate fundingTime nextFundingTime instId", t => OkxParser.FundingRate(t, ParserCases.ReceivedUtc)),
        ParserCase.Of("okx mark-price", MarkPrice, "code data instId markPx ts", OkxParser.MarkPrice),
        ParserCase.Of("okx open-interest", OpenInterest, "code data instId oi ts", t => OkxParser.OpenInterest(t, TestInstruments.Okx.Terms)),
        ParserCase.Of(
            "okx inverse open-interest",
            InverseOpenInterest,
            "code data instId oi oiCcy ts",
            t => OkxParser.OpenInterest(t, TestInstruments.OkxInverse.Terms)),
        ParserCase.Of(
            "okx open-interest-history",
            OpenInterestHistory,
            "code data",
            t => OkxParser.OpenInterestHistory(t, TestInstruments.Okx.Terms, TimeSpan.FromMinutes(5)),
            ("data[0]", new[] { 0, 1 })),
        ParserCase.Of(
            "okx inverse open-interest-history",
            InverseOpenInterestHistory,
            "code data",
            t => OkxParser.OpenInterestHistory(t, TestInstruments.OkxInverse.Terms, TimeSpan.FromHours(1)),
            ("data[0]", new[] { 0, 1, 2 })),
        ParserCase.Of("okx rubik long-short", LongShortRatio, "code data", OkxParser.LongShortRatio, ("data[0]", new[] { 0, 1 })),
        ParserCase.Of(
            "okx books",
            Books,
            "code data asks bids ts",
            t => OkxParser.Depth(t, TestInstruments.Okx.Terms),
            ("data[0].asks[0]", new[] { 0, 1 }),
            ("data[0].bids[0]", new[] { 0, 1 })),
        ParserCase.Of("okx position-tiers", PositionTiers, "code data maxLever maxSz mmr", t => OkxParser.MarginTiers(t, TestInstruments.Okx.Terms, 60000)),
        ParserCase.Of("okx instruments", Instruments, "code data instId instType ctType ctVal state", OkxParser.Instruments),
        ParserCase.Of(
            "okx liquidation-orders",
            LiquidationOrders,
            "code data instId details bkPx posSide side sz ts",
            t => OkxParser.LiquidationOrders(t, TestInstruments.Book(TestInstruments.Okx))),
        ParserCase.Of("okx stream liquidation-orders", StreamedLiquidations, "arg channel data instId details bkPx posSide side sz ts", Stream),
        ParserCase.Of("okx stream mark-price", StreamedMarkPrice, "arg channel data data.instId markPx ts", Stream),
        ParserCase.Of("okx stream index-tickers", StreamedIndex, "arg channel data data.instId idxPx ts", Stream),
        ParserCase.Of("okx stream open-interest", StreamedOpenInterest, "arg channel data data.instId oi ts", Stream),
        ParserCase.Of(
            "okx stream funding-rate",
            StreamedFundingRate,
            "arg channel data data.instId fundingRate fundingTime nextFundingTime",
            Stream),
    };

    private static FetchResult<StreamMessage> Stream(string text) =>
        OkxStreaming.Read(text, TestInstruments.Book(TestInstruments.Okx), ParserCases.ReceivedUtc);
}
