using LiqIndicators.MarketData.Instruments;
using LiqIndicators.MarketData.Venues;
using LiqIndicators.MarketData.Venues.Bybit;

namespace LiqIndicators.MarketData.Tests.Parsers;

internal static class BybitCases
{
    public const string Candles = """
        {"retCode":0,"retMsg":"OK","result":{"symbol":"BTCUSDT","category":"linear","list":[
          ["1777896300000","61100.0","61180.0","61010.0","61020.4","8.25","503500.0"],
          ["1777896000000","61000.1","61250.5","60900.0","61100.0","12.5","763750.0"]]},"retExtInfo":{},"time":1777896411000}
        """;

    public const string InverseCandles = """
        {"retCode":0,"retMsg":"OK","result":{"symbol":"BTCUSD","category":"inverse","list":[
          ["1777896000000","61000.0","61250.0","60900.0","61100.0","610000","10"]]},"retExtInfo":{},"time":1777896411000}
        """;

    public const string IndexCandles = """
        {"retCode":0,"retMsg":"OK","result":{"symbol":"BTCUSDT","category":"linear","list":[
          ["1777896000000","61000.1","61250.5","60900.0","61100.0"]]},"retExtInfo":{},"time":1777896411000}
        """;

    public const string OpenInterest = """
        {"retCode":0,"retMsg":"OK","result":{"symbol":"BTCUSDT","category":"linear","list":[
          {"openInterest":"52010.5","timestamp":"1777896300000"},{"openInterest":"52000.0","timestamp":"1777896000000"}],
         "nextPageCursor":""},"retExtInfo":{},"time":1777896411000}
        """;

    public const string InverseOpenInterest = """
        {"retCode":0,"retMsg":"OK","result":{"symbol":"BTCUSD","category":"inverse","list":[
          {"openInterest":"373504107","timestamp":"1777896000000"}],"nextPageCursor":""},"retExtInfo":{},"time":1777896411000}
        """;

    public const string InverseFunding = """
        {"retCode":0,"retMsg":"OK","result":{"category":"inverse","list":[
          {"symbol":"BTCUSD","fundingRate":"-0.00005","fundingRateTimestamp":"1777881600000"}]},"retExtInfo":{},"time":1777896411000}
        """;

    public const string InverseOrderBook = """
        {"retCode":0,"retMsg":"OK","result":{"s":"BTCUSD","b":[["61020.0","15000"]],"a":[["61020.5","22000"]],
          "ts":1777896411400,"u":5,"seq":9},"retExtInfo":{},"time":1777896411500}
        """;

    public const string InverseInstruments = """
        {"retCode":0,"retMsg":"OK","result":{"category":"inverse","list":[{"symbol":"BTCUSD","contractType":"InversePerpetual",
          "status":"Trading","baseCoin":"BTC","quoteCoin":"USD","leverageFilter":{"maxLeverage":"100.00"},
          "priceFilter":{"tickSize":"0.50"},"fundingInterval":480}],"nextPageCursor":""},"retExtInfo":{},"time":1777896411500}
        """;

    public const string InverseLiquidation = """
        {"topic":"allLiquidation.BTCUSD","type":"snapshot","ts":1777896412500,"data":[
          {"T":1777896412100,"s":"BTCUSD","S":"Buy","v":"30000","p":"60500.0"}]}
        """;

    public const string InverseTickerSnapshot = """
        {"topic":"tickers.BTCUSD","type":"snapshot","data":{"symbol":"BTCUSD","markPrice":"61022.0","indexPrice":"61002.0",
          "openInterest":"373504107","openInterestValue":"6121.5","nextFundingTime":"1777910400000","fundingRate":"-0.0001"},"cs":4,"ts":1777896412600}
        """;

    public const string Funding = """
        {"retCode":0,"retMsg":"OK","result":{"category":"linear","list":[
          {"symbol":"BTCUSDT","fundingRate":"0.00005","fundingRateTimestamp":"1777881600000"}]},"retExtInfo":{},"time":1777896411000}
        """;

    public const string AccountRatio = """
        {"retCode":0,"retMsg":"OK","result":{"list":[
          {"symbol":"BTCUSDT","buyRatio":"0.75","sellRatio":"0.25","timestamp":"1777896000000"}]},"retExtInfo":{},"time":1777896411000}
        """;

    public const string Ticker = """
        {"retCode":0,"retMsg":"OK","result":{"category":"linear","list":[{"symbol":"BTCUSDT","lastPrice":"61020.0",
          "indexPrice":"61000.0","markPrice":"61020.5","openInterest":"52010.5","openInterestValue":"3173706715.25",
          "fundingRate":"-0.0001","nextFundingTime":"1777910400000","fundingIntervalHour":"8","deliveryTime":"0"}]},
         "retExtInfo":{},"time":1777896411000}
        """;

    public const string InverseTicker = """
        {"retCode":0,"retMsg":"OK","result":{"category":"inverse","list":[{"symbol":"BTCUSD","indexPrice":"50000.0",
          "markPrice":"50000.0","openInterest":"400000000","openInterestValue":"8000","fundingRate":"0.0001",
          "nextFundingTime":"1777910400000"}]},"retExtInfo":{},"time":1777896411000}
        """;

    public const string OrderBook = """
        {"retCode":0,"retMsg":"OK","result":{"s":"BTCUSDT","b":[["61020.1","2.5"],["61020.0","4"]],"a":[["61020.2","1.25"]],
          "ts":1777896411400,"u":5,"seq":9},"retExtInfo":{},"time":1777896411500}
        """;

    public const string RiskLimit = """
        {"retCode":0,"retMsg":"OK","result":{"category":"linear","list":[
          {"id":2,"symbol":"BTCUSDT","riskLimitValue":"3000000","maintenanceMargin":"0.01","initialMargin":"0.02","maxLeverage":"50.00"},
          {"id":1,"symbol":"BTCUSDT","riskLimitValue":"1000000","maintenanceMargin":"0.005","initialMargin":"0.01","maxLeverage":"100.00"}]},
         "retExtInfo":{},"time":1777896411500}
        """;

    public const string InverseRiskLimit = """
        {"retCode":0,"retMsg":"OK","result":{"category":"inverse","list":[
          {"id":1,"symbol":"BTCUSD","riskLimitValue":"100","maintenanceMargin":"0.5","initialMargin":"1","maxLeverage":"100.00"}]},
         "retExtInfo":{},"time":1777896411500}
        """;

    public const string Instruments = """
        {"retCode":0,"retMsg":"OK","result":{"category":"linear","list":[{"symbol":"BTCUSDT","contractType":"LinearPerpetual",
          "status":"Trading","baseCoin":"BTC","quoteCoin":"USDT","leverageFilter":{"maxLeverage":"100.00"},
          "priceFilter":{"tickSize":"0.10"},"fundingInterval":480}],"nextPageCursor":""},"retExtInfo":{},"time":1777896411500}
        """;

    public const string Liquidation = """
        {"topic":"allLiquidation.BTCUSDT","type":"snapshot","ts":1777896412500,"data":[
          {"T":1777896412100,"s":"BTCUSDT","S":"Buy","v":"0.5","p":"60500.0"},
          {"T":1777896412050,"s":"BTCUSDT","S":"Sell","v":"0.25","p":"61500.0"}]}
        """;

    public const string TickerSnapshot = """
        {"topic":"tickers.BTCUSDT","type":"snapshot","data":{"symbol":"BTCUSDT","markPrice":"61022.0","indexPrice":"61002.0",
          "openInterest":"52011.0","openInterestValue":"3173815242.0","nextFundingTime":"1777910400000","fundingRate":"-0.0001",
          "fundingIntervalHour":"8"},"cs":4,"ts":1777896412600}
        """;

    public const string TickerChange = """
        {"topic":"tickers.BTCUSDT","type":"delta","data":{"symbol":"BTCUSDT","markPrice":"61023.0"},"cs":5,"ts":1777896412700}
        """;

    private const string Envelope = "retCode result list ";

    public static readonly ParserCase[] All =
    {
        ParserCase.Of(
            "bybit kline", Candles, Envelope, t => BybitParser.Candles(t, CandlePrice.Last, ContractKind.Linear), ("result.list[0]", new[] { 0, 1, 2, 3, 4, 5, 6 })),
        ParserCase.Of(
            "bybit inverse kline",
            InverseCandles,
            Envelope,
            t => BybitParser.Candles(t, CandlePrice.Last, ContractKind.Inverse),
            ("result.list[0]", new[] { 0, 1, 2, 3, 4, 5, 6 })),
        ParserCase.Of(
            "bybit index-price-kline",
            IndexCandles,
            Envelope,
            t => BybitParser.Candles(t, CandlePrice.Index, ContractKind.Linear),
            ("result.list[0]", new[] { 0, 1, 2, 3, 4 })),
        ParserCase.Of("bybit open-interest", OpenInterest, Envelope + "openInterest timestamp", t => BybitParser.OpenInterest(t, ContractKind.Linear)),
        ParserCase.Of("bybit funding", Funding, Envelope + "fundingRate fundingRateTimestamp", t => BybitParser.Funding(t, ContractKind.Linear)),
        ParserCase.Of("bybit account-ratio", AccountRatio, Envelope + "buyRatio sellRatio timestamp", BybitParser.LongShortRatio),
        ParserCase.Of(
            "bybit tickers",
            Ticker,
            Envelope + "symbol indexPrice markPrice openInterest openInterestValue fundingRate nextFundingTime time",
            t => BybitParser.Ticker(t, ContractKind.Linear)),
        ParserCase.Of(
            "bybit inverse tickers",
            InverseTicker,
            Envelope + "symbol indexPrice markPrice openInterest openInterestValue fundingRate nextFundingTime time",
            t => BybitParser.Ticker(t, ContractKind.Inverse)),
        ParserCase.Of(
            "bybit orderbook",
            OrderBook,
            "retCode result b a ts",
            t => BybitParser.Depth(t, TestInstruments.Bybit.Terms),
            ("result.b[0]", new[] { 0, 1 }),
            ("result.a[0]", new[] { 0, 1 })),
        ParserCase.Of(
            "bybit risk-limit",
            RiskLimit,
            Envelope + "riskLimitValue maintenanceMargin initialMargin maxLeverage",
            t => BybitParser.MarginTiers(t, ContractKind.Linear, 60000)),
        ParserCase.Of(
            "bybit inverse risk-limit",
            InverseRiskLimit,
            Envelope + "riskLimitValue maintenanceMargin initialMargin maxLeverage",
            t => BybitParser.MarginTiers(t, ContractKind.Inverse, 60000)),
        ParserCase.Of(
            "bybit instruments-info",
            Instruments,
            Envelope + "symbol contractType status baseCoin quoteCoin leverageFilter maxLeverage priceFilter tickSize fundingInterval",
            t => BybitParser.Instruments(t, ContractKind.Linear)),
        ParserCase.Of(
            "bybit inverse open-interest", InverseOpenInterest, Envelope + "openInterest timestamp", t => BybitParser.OpenInterest(t, ContractKind.Inverse)),
        ParserCase.Of(
            "bybit inverse funding", InverseFunding, Envelope + "fundingRate fundingRateTimestamp", t => BybitParser.Funding(t, ContractKind.Inverse)),
        ParserCase.Of(
            "bybit inverse orderbook",
            InverseOrderBook,
            "retCode result b a ts",
            t => BybitParser.Depth(t, ContractTerms.OneQuoteUnit),
            ("result.b[0]", new[] { 0, 1 }),
            ("result.a[0]", new[] { 0, 1 })),
        ParserCase.Of(
            "bybit inverse instruments-info",
            InverseInstruments,
            Envelope + "symbol contractType status baseCoin quoteCoin leverageFilter maxLeverage priceFilter tickSize fundingInterval",
            t => BybitParser.Instruments(t, ContractKind.Inverse)),
        ParserCase.Of("bybit inverse stream allLiquidation", InverseLiquidation, "data T s S v p", InverseStream),
        ParserCase.Of(
            "bybit inverse stream tickers",
            InverseTickerSnapshot,
            "type data symbol markPrice indexPrice openInterest openInterestValue nextFundingTime fundingRate ts",
            InverseStream),
        ParserCase.Of("bybit stream allLiquidation", Liquidation, "data T s S v p", Stream),
        ParserCase.Of(
            "bybit stream tickers snapshot",
            TickerSnapshot,
            "type data symbol markPrice indexPrice openInterest openInterestValue nextFundingTime fundingRate ts",
            Stream),
        ParserCase.Of("bybit stream tickers delta", TickerChange, "type data symbol ts", Stream),
    };

    private static LiqIndicators.MarketData.Results.FetchResult<StreamMessage> InverseStream(string text) =>
        BybitStreaming.Read(text, TestInstruments.Book(TestInstruments.BybitInverse));

    private static LiqIndicators.MarketData.Results.FetchResult<StreamMessage> Stream(string text) =>
        BybitStreaming.Read(text, TestInstruments.Book(TestInstruments.Bybit));
}
