using LiqIndicators.MarketData.Venues.Coinalyze;

namespace LiqIndicators.MarketData.Tests.Parsers;

internal static class CoinalyzeCases
{
    public const string Symbol = "BTCUSDT_PERP.A";

    public const string Candles = """
        [{"symbol":"BTCUSDT_PERP.A","history":[{"t":1777896000,"o":61000.1,"h":61250.5,"l":60900,"c":61100,"v":12.5,"bv":6,"tx":210,"btx":100}]}]
        """;

    public const string Levels = """
        [{"symbol":"BTCUSDT_PERP.A","history":[{"t":1777896000,"o":0.01,"h":0.012,"l":0.008,"c":0.0095}]}]
        """;

    public const string Liquidations = """[{"symbol":"BTCUSDT_PERP.A","history":[{"t":1777896000,"l":1500000.5,"s":250000}]}]""";

    public const string LongShortRatio = """[{"symbol":"BTCUSDT_PERP.A","history":[{"t":1777896000,"r":1.5,"l":60,"s":40}]}]""";

    public const string Now = """[{"symbol":"BTCUSDT_PERP.A","value":0.0125,"update":1777896411000}]""";

    public const string Markets = """
        [{"symbol":"BTCUSDT_PERP.A","exchange":"A","symbol_on_exchange":"BTCUSDT","base_asset":"BTC","quote_asset":"USDT","is_perpetual":true}]
        """;

    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);

    public static readonly ParserCase[] All =
    {
        ParserCase.Of("coinalyze ohlcv", Candles, "symbol history t o h l c v", t => CoinalyzeParser.Candles(t, Symbol)),
        ParserCase.Of("coinalyze open-interest", Levels, "symbol history t c", t => CoinalyzeParser.OpenInterest(t, Symbol, Interval)),
        ParserCase.Of("coinalyze funding-rate", Levels, "symbol history t c", t => CoinalyzeParser.Funding(t, Symbol, Interval)),
        ParserCase.Of("coinalyze predicted-funding-rate", Levels, "symbol history t c", t => CoinalyzeParser.PredictedFunding(t, Symbol, Interval)),
        ParserCase.Of(
            "coinalyze open-interest now", Now, "symbol value", t => CoinalyzeParser.OpenInterestNow(t, Symbol, ParserCases.ReceivedUtc)),
        ParserCase.Of(
            "coinalyze predicted-funding-rate now", Now, "symbol value", t => CoinalyzeParser.PredictedFundingNow(t, Symbol, ParserCases.ReceivedUtc)),
        ParserCase.Of("coinalyze liquidation", Liquidations, "symbol history t l s", t => CoinalyzeParser.Liquidations(t, Symbol)),
        ParserCase.Of("coinalyze long-short", LongShortRatio, "symbol history t r l", t => CoinalyzeParser.LongShortRatio(t, Symbol)),
        ParserCase.Of("coinalyze future-markets", Markets, "symbol base_asset quote_asset is_perpetual", CoinalyzeParser.Instruments),
    };
}
