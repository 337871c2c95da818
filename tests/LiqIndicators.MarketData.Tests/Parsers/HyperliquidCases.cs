using LiqIndicators.MarketData.Venues.Hyperliquid;

namespace LiqIndicators.MarketData.Tests.Parsers;

internal static class HyperliquidCases
{
    public const string Candles = """
        [{"t":1777896000000,"T":1777896299999,"s":"BTC","i":"5m","o":"61000.1","c":"61100.0","h":"61250.5","l":"60900.0","v":"12.5","n":210}]
        """;

    public const string Funding = """
        [{"coin":"BTC","fundingRate":"0.0000125","premium":"0.0003","time":1777892400076},
         {"coin":"BTC","fundingRate":"-0.00002","premium":"-0.0007","time":1777896000015}]
        """;

    public const string MetaAndContexts = """
        [{"universe":[{"name":"ETH","szDecimals":4,"maxLeverage":25},{"name":"BTC","szDecimals":5,"maxLeverage":40}]},
         [{"dayNtlVlm":"1000.0","funding":"0.00001","markPx":"2000.0","midPx":null,"openInterest":"500.0","oraclePx":"2001.0"},
          {"dayNtlVlm":"9000.0","funding":"0.0000125","markPx":"61020.5","midPx":"61020.0","openInterest":"25000.5","oraclePx":"61000.0"}]]
        """;

    public const string Meta = """
        {"universe":[{"name":"BTC","szDecimals":5,"maxLeverage":40,"marginTableId":56},{"name":"OLD","szDecimals":1,"maxLeverage":3,
          "marginTableId":3,"isDelisted":true}],
         "marginTables":[[56,{"description":"tiered 40x","marginTiers":[{"lowerBound":"0.0","maxLeverage":40},
          {"lowerBound":"150000000.0","maxLeverage":20}]}]]}
        """;

    public const string PredictedFundings = """
        [["BTC",[["BinPerp",{"fundingRate":"0.0001","nextFundingTime":1777910400000,"fundingIntervalHours":8}],
          ["HlPerp",{"fundingRate":"0.0000125","nextFundingTime":1777899600000,"fundingIntervalHours":1}],["BybitPerp",null]]]]
        """;

    public const string Depth = """
        {"coin":"BTC","time":1777896411000,"levels":[[{"px":"61020.0","sz":"2.5","n":3},{"px":"61019.0","sz":"4","n":1}],
          [{"px":"61021.0","sz":"1.25","n":2}]]}
        """;

    public const string StreamedState = """
        {"channel":"activeAssetCtx","data":{"coin":"BTC","ctx":{"funding":"0.0000125","openInterest":"25001.0","prevDayPx":"60000.0",
          "dayNtlVlm":"9000.0","premium":"0.0001","oraclePx":"61001.0","markPx":"61021.5","midPx":"61021.0"}}}
        """;

    public static readonly ParserCase[] All =
    {
        ParserCase.Of("hyperliquid candleSnapshot", Candles, "t o h l c v", HyperliquidParser.Candles),
        ParserCase.Of("hyperliquid fundingHistory", Funding, "fundingRate time", HyperliquidParser.Funding),
        ParserCase.Of(
            "hyperliquid metaAndAssetCtxs",
            MetaAndContexts,
            "universe name [1][1].funding [1][1].markPx [1][1].oraclePx [1][1].openInterest",
            t => HyperliquidParser.MarketState(t, "BTC", ParserCases.ReceivedUtc),
            ("", new[] { 0, 1 })),
        ParserCase.Of("hyperliquid instruments", Meta, "universe universe.name universe.maxLeverage", t => HyperliquidParser.Instruments(t)),
        ParserCase.Of("hyperliquid tiers", Meta, "universe universe[0].name universe[0].maxLeverage marginTables marginTiers lowerBound marginTables.maxLeverage", t => HyperliquidParser.MarginTiers(t, "BTC")),
        ParserCase.Of(
            "hyperliquid predictedFundings", PredictedFundings, "fundingRate nextFundingTime", HyperliquidParser.PredictedFundings, ("[0]", new[] { 0, 1 }), ("[0][1][0]", new[] { 0 })),
        ParserCase.Of("hyperliquid l2Book", Depth, "time levels px sz", HyperliquidParser.Depth, ("levels", new[] { 0, 1 })),
        ParserCase.Of(
            "hyperliquid stream state",
            StreamedState,
            "channel data coin ctx funding openInterest oraclePx markPx",
            t => HyperliquidStreaming.Read(t, TestInstruments.Book(TestInstruments.Hyperliquid), ParserCases.ReceivedUtc)),
    };
}
