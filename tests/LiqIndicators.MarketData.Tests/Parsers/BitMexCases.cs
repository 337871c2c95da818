using LiqIndicators.MarketData.Venues.BitMex;

namespace LiqIndicators.MarketData.Tests.Parsers;

internal static class BitMexCases
{
    public const string Candles = """
        [{"timestamp":"2026-05-04T12:05:00.000Z","symbol":"XBTUSD","open":61000,"high":61250,"low":60900,"close":61100,"trades":40,
          "volume":250000,"vwap":61050,"lastSize":100,"turnover":409500000,"homeNotional":4.095,"foreignNotional":250000}]
        """;

    public const string Funding = """
        [{"timestamp":"2026-05-04T12:00:00.000Z","symbol":"XBTUSD","fundingInterval":"2000-01-01T08:00:00.000Z",
          "fundingRate":0.0001,"fundingRateDaily":0.0003}]
        """;

    public const string Instrument = """
        [{"symbol":"XBTUSD","state":"Open","typ":"FFWCSX","underlying":"XBT","quoteCurrency":"USD","settlCurrency":"XBt","tickSize":0.5,
          "multiplier":-100000000,"underlyingToPositionMultiplier":null,"isQuanto":false,"isInverse":true,"initMargin":0.01,
          "maintMargin":0.005,"riskLimit":20000000000,"riskStep":10000000000,"fundingTimestamp":"2026-05-04T20:00:00.000Z",
          "fundingInterval":"2000-01-01T08:00:00.000Z","fundingRate":0.0001,"indicativeFundingRate":-0.00005,
          "openInterest":250000000,"openValue":500000000000,"markPrice":50000,"indicativeSettlePrice":49990,
          "timestamp":"2026-05-04T12:30:00.000Z"}]
        """;

    public const string OrderBook = """
        [{"symbol":"XBTUSD","id":17999992000,"side":"Sell","size":100000,"price":50000.5,"timestamp":"2026-05-04T12:30:00.000Z"},
         {"symbol":"XBTUSD","id":17999993000,"side":"Buy","size":50000,"price":50000,"timestamp":"2026-05-04T12:30:00.000Z"}]
        """;

    public const string StreamedLiquidation = """
        {"table":"liquidation","action":"insert","data":[{"orderID":"a","symbol":"XBTUSD","side":"Sell","price":50000,"leavesQty":25000}]}
        """;

    public const string StreamedState = """
        {"table":"instrument","action":"update","data":[{"symbol":"XBTUSD","markPrice":50010,"openInterest":250000100,
          "timestamp":"2026-05-04T12:30:05.000Z"}]}
        """;

    public static readonly ParserCase[] All =
    {
        ParserCase.Of(
            "bitmex trade/bucketed",
            Candles,
            "timestamp open high low close trades homeNotional foreignNotional",
            t => BitMexParser.Candles(t, TimeSpan.FromMinutes(5))),
        ParserCase.Of("bitmex funding", Funding, "timestamp fundingInterval fundingRate", BitMexParser.Funding),
        ParserCase.Of(
            "bitmex instrument state",
            Instrument,
            "symbol fundingTimestamp fundingInterval indicativeFundingRate openInterest openValue markPrice indicativeSettlePrice timestamp",
            t => BitMexParser.MarketState(t, "XBTUSD", TestInstruments.BitMex.Terms)),
        ParserCase.Of(
            "bitmex instrument tiers",
            Instrument,
            "symbol settlCurrency initMargin maintMargin riskLimit riskStep",
            t => BitMexParser.MarginTiers(t, "XBTUSD", 50000)),
        ParserCase.Of(
            "bitmex instrument/active", Instrument, "symbol state typ underlying quoteCurrency isQuanto isInverse multiplier", BitMexParser.Instruments),
        ParserCase.Of(
            "bitmex orderBook/L2", OrderBook, "side size price", t => BitMexParser.Depth(t, TestInstruments.BitMex.Terms, ParserCases.ReceivedUtc)),
        ParserCase.Of("bitmex stream liquidation", StreamedLiquidation, "action data symbol side price leavesQty", Stream),
        ParserCase.Of("bitmex stream instrument", StreamedState, "action data symbol timestamp", Stream),
    };

    private static LiqIndicators.MarketData.Results.FetchResult<LiqIndicators.MarketData.Venues.StreamMessage> Stream(string text) =>
        BitMexStreaming.Read(text, TestInstruments.Book(TestInstruments.BitMex), ParserCases.ReceivedUtc);
}
