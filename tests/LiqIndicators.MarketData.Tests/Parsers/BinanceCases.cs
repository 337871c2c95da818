using LiqIndicators.MarketData.Venues;
using LiqIndicators.MarketData.Venues.Binance;

namespace LiqIndicators.MarketData.Tests.Parsers;

internal static class BinanceCases
{
    public const string CoinCandles =
        """[[1591258320000,"9640.7","9642.4","9640.6","9642.0","206",1591258379999,"2.13660389",48,"119","1.23424865","0"]]""";

    public const string Candles = """
        [[1777896000000,"61000.10","61250.50","60900.00","61100.00","12.500",1777896299999,"763750.00",210,"6.0","366600.0","0"],
         [1777896300000,"61100.00","61180.00","61010.00","61020.40","8.250",1777896599999,"503500.00",150,"4.0","244080.0","0"]]
        """;

    public const string MarkCandles = """
        [[1777896000000,"61001.5","61240.0","60905.0","61099.0","0",1777896299999,"0",60,"0","0","0"]]
        """;

    public const string PremiumCandles = """
        [[1777896000000,"-0.00021","0.00012","-0.00033","-0.00008","0",1777896299999,"0",12,"0","0","0"]]
        """;

    public const string OpenInterestHistory = """
        [{"symbol":"BTCUSDT","sumOpenInterest":"80125.500","sumOpenInterestValue":"4887655500.0","timestamp":1777896000000},
         {"symbol":"BTCUSDT","sumOpenInterest":"80200.250","sumOpenInterestValue":"4892215250.0","timestamp":"1777896300000"}]
        """;

    public const string CoinOpenInterestHistory = """
        [{"pair":"BTCUSD","contractType":"PERPETUAL","sumOpenInterest":"5000","sumOpenInterestValue":"8.2","timestamp":1777896000000}]
        """;

    public const string OpenInterest = """{"openInterest":"80310.125","symbol":"BTCUSDT","time":1777896411222}""";

    public const string PremiumIndex = """
        {"symbol":"BTCUSDT","markPrice":"61020.5","indexPrice":"61000.0","estimatedSettlePrice":"61005.0",
         "lastFundingRate":"-0.00007","interestRate":"0.0001","nextFundingTime":1777910400000,"time":1777896411000}
        """;

    public const string Funding = """
        [{"symbol":"BTCUSDT","fundingTime":1777881600003,"fundingRate":"0.00012","markPrice":"60800.0"},
         {"symbol":"BTCUSDT","fundingTime":1777910400000,"fundingRate":"-0.00004","markPrice":"61000.0"}]
        """;

    public const string FundingInfo = """
        [{"symbol":"ABCUSDT","adjustedFundingRateCap":"0.02","adjustedFundingRateFloor":"-0.02","fundingIntervalHours":4}]
        """;

    public const string LongShortRatio = """
        [{"symbol":"BTCUSDT","longShortRatio":"1.5","longAccount":"0.6","shortAccount":"0.4","timestamp":1777896000000}]
        """;

    public const string Depth = """
        {"lastUpdateId":7,"E":1777896411500,"T":1777896411490,
         "bids":[["61020.1","2.5"],["61020.0","4"]],"asks":[["61020.2","1.25"]]}
        """;

    public const string LeverageBracket = """
        [{"symbol":"BTCUSDT","brackets":[
          {"bracket":1,"initialLeverage":100,"notionalCap":60000,"notionalFloor":0,"maintMarginRatio":0.004,"cum":0},
          {"bracket":2,"initialLeverage":50,"notionalCap":300000,"notionalFloor":60000,"maintMarginRatio":0.006,"cum":120}]}]
        """;

    public const string ExchangeInfo = """
        {"symbols":[{"symbol":"BTCUSDT","contractType":"PERPETUAL","status":"TRADING","baseAsset":"BTC","quoteAsset":"USDT",
         "filters":[{"filterType":"PRICE_FILTER","tickSize":"0.10"},{"filterType":"LOT_SIZE","stepSize":"0.001"}]}]}
        """;

    public const string CoinOpenInterest = """{"openInterest":"52010","symbol":"BTCUSD_PERP","pair":"BTCUSD","contractType":"PERPETUAL","time":1777896411222}""";

    public const string CoinExchangeInfo = """
        {"symbols":[{"symbol":"BTCUSD_PERP","pair":"BTCUSD","contractType":"PERPETUAL","contractStatus":"TRADING","contractSize":100,"baseAsset":"BTC",
         "quoteAsset":"USD","marginAsset":"BTC","filters":[{"filterType":"PRICE_FILTER","tickSize":"0.1"}]}]}
        """;

    public const string ForcedOrder = """
        {"stream":"btcusdt@forceOrder","data":{"e":"forceOrder","E":1777896411900,"o":{"s":"BTCUSDT","S":"SELL","o":"LIMIT",
         "f":"IOC","q":"0.5","p":"60500.0","ap":"60800.0","X":"FILLED","l":"0.1","z":"0.4","T":1777896411895}}}
        """;

    public const string MarkPrice = """
        {"e":"markPriceUpdate","E":1777896412000,"s":"BTCUSDT","p":"61021.5","i":"61001.0","P":"61006.0","r":"0.00003","T":1777910400000}
        """;

    public static readonly ParserCase[] All =
    {
        ParserCase.Of("binance klines", Candles, "", t => BinanceParser.Candles(t, CandlePrice.Last), ("[0]", new[] { 0, 1, 2, 3, 4, 5, 7 })),
        ParserCase.Of(
            "binance coin klines", CoinCandles, "", t => BinanceParser.CoinCandles(t, TestInstruments.HundredDollars), ("[0]", new[] { 0, 1, 2, 3, 4, 5, 7 })),
        ParserCase.Of("binance markPriceKlines", MarkCandles, "", t => BinanceParser.Candles(t, CandlePrice.Mark), ("[0]", new[] { 0, 1, 2, 3, 4 })),
        ParserCase.Of("binance premiumIndexKlines", PremiumCandles, "", t => BinanceParser.Candles(t, CandlePrice.Premium), ("[0]", new[] { 0, 1, 2, 3, 4 })),
        ParserCase.Of("binance openInterestHist", OpenInterestHistory, "sumOpenInterest sumOpenInterestValue timestamp", BinanceParser.OpenInterestHistory),
        ParserCase.Of(
            "binance coin openInterestHist",
            CoinOpenInterestHistory,
            "sumOpenInterest sumOpenInterestValue timestamp",
            t => BinanceParser.CoinOpenInterestHistory(t, TestInstruments.HundredDollars)),
        ParserCase.Of("binance openInterest", OpenInterest, "openInterest symbol time", t => BinanceParser.OpenInterest(t, TestInstruments.Binance.Terms)),
        ParserCase.Of("binance coin openInterest", CoinOpenInterest, "openInterest symbol time", t => BinanceParser.OpenInterest(t, TestInstruments.HundredDollars)),
        ParserCase.Of(
            "binance coin exchangeInfo",
            CoinExchangeInfo,
            "symbols symbol contractType contractStatus baseAsset quoteAsset filters symbols[0].filters[0].filterType",
            BinanceParser.Instruments),
        ParserCase.Of("binance premiumIndex", PremiumIndex, "symbol markPrice indexPrice lastFundingRate nextFundingTime time", BinanceParser.PremiumIndex),
        ParserCase.Of("binance fundingRate", Funding, "fundingTime fundingRate", BinanceParser.Funding),
        ParserCase.Of(
            "binance fundingInfo",
            FundingInfo,
            "symbol adjustedFundingRateCap adjustedFundingRateFloor fundingIntervalHours",
            BinanceParser.FundingTerms),
        ParserCase.Of("binance longShortRatio", LongShortRatio, "longShortRatio longAccount timestamp", BinanceParser.LongShortRatio),
        ParserCase.Of("binance depth", Depth, "E bids asks", BinanceParser.Depth, ("bids[0]", new[] { 0, 1 }), ("asks[0]", new[] { 0, 1 })),
        ParserCase.Of(
            "binance leverageBracket",
            LeverageBracket,
            "symbol brackets initialLeverage notionalCap notionalFloor maintMarginRatio cum",
            t => BinanceParser.MarginTiers(t, "BTCUSDT")),
        ParserCase.Of(
            "binance exchangeInfo", ExchangeInfo, "symbols symbol contractType baseAsset quoteAsset filters symbols[0].filters[0].filterType", BinanceParser.Instruments),
        ParserCase.Of(
            "binance stream forceOrder", ForcedOrder, "data e data.o s S X z ap T", t => BinanceStreaming.Read(t, TestInstruments.Book(TestInstruments.Binance))),
        ParserCase.Of(
            "binance stream markPrice", MarkPrice, "e E s p i r T", t => BinanceStreaming.Read(t, TestInstruments.Book(TestInstruments.Binance))),
    };
}
