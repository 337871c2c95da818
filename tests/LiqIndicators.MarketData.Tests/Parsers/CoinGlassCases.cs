using LiqIndicators.MarketData.Venues.CoinGlass;

namespace LiqIndicators.MarketData.Tests.Parsers;

internal static class CoinGlassCases
{
    public const string Candles = """
        {"code":"0","msg":"success","data":[{"time":1777896000000,"open":"61000.1","high":"61250.5","low":"60900","close":"61100","volume_usd":"763750"}]}
        """;

    public const string Levels = """
        {"code":"0","msg":"success","data":[{"time":1777896000000,"open":"8000000000","high":"8100000000","low":"7900000000","close":"8050000000"}]}
        """;

    public const string OpenInterestByExchange = """
        {"code":"0","msg":"success","data":[{"exchange":"All","symbol":"BTC","open_interest_usd":50000000000.5,"open_interest_quantity":820000.25}]}
        """;

    public const string Depth = """
        {"code":"0","msg":"success","data":[[1777896300,[[61000,4.5],[60990.5,2.25]],[[61010,3.125],[61020,1]]]]}
        """;

    public const string Funding = """
        {"code":"0","msg":"success","data":[{"time":1777896000000,"open":"0.01","high":"0.012","low":"0.008","close":"0.0095"}]}
        """;

    public const string FundingByExchange = """
        {"code":"0","msg":"success","data":[{"symbol":"BTC","stablecoin_margin_list":[{"exchange":"Binance","funding_rate_interval":8,
          "funding_rate":0.0075,"next_funding_time":1777910400000}],"token_margin_list":[]}]}
        """;

    public const string LongShortRatio = """
        {"code":"0","msg":"success","data":[{"time":1777896000000,"global_account_long_percent":60,"global_account_short_percent":40,
          "global_account_long_short_ratio":1.5}]}
        """;

    public const string Liquidations = """
        {"code":"0","msg":"success","data":[{"time":1777896000000,"long_liquidation_usd":"1500000.5","short_liquidation_usd":"250000"}]}
        """;

    public const string AggregatedLiquidations = """
        {"code":"0","msg":"success","data":[{"time":1777896000000,"aggregated_long_liquidation_usd":2500000.5,
          "aggregated_short_liquidation_usd":350000}]}
        """;

    public const string Orders = """
        {"code":"0","msg":"success","data":[{"exchange_name":"BINANCE","symbol":"BTCUSDT","base_asset":"BTC","price":60000,
          "usd_value":150000,"side":2,"time":1777896411000}]}
        """;

    public const string StreamedOrders = """
        {"channel":"liquidationOrders","data":[{"baseAsset":"BTC","exName":"Binance","price":60000,"side":2,"symbol":"BTCUSDT",
          "time":1777896411000,"volUsd":30000}]}
        """;

    public static readonly ParserCase[] All =
    {
        ParserCase.Of("coinglass price", Candles, "code data time open high low close volume_usd", CoinGlassParser.Candles),
        ParserCase.Of("coinglass open-interest", Levels, "code data time close", t => CoinGlassParser.OpenInterest(t, TimeSpan.FromHours(1))),
        ParserCase.Of(
            "coinglass open-interest exchanges",
            OpenInterestByExchange,
            "code data exchange open_interest_usd open_interest_quantity",
            t => CoinGlassParser.OpenInterestByExchange(t, ParserCases.ReceivedUtc)),
        ParserCase.Of(
            "coinglass depth",
            Depth,
            "code data",
            CoinGlassParser.Depth,
            ("data[0]", new[] { 0, 1, 2 }),
            ("data[0][1][0]", new[] { 0, 1 }),
            ("data[0][2][0]", new[] { 0, 1 })),
        ParserCase.Of("coinglass funding-rate", Funding, "code data time close", t => CoinGlassParser.Funding(t, TimeSpan.FromHours(1))),
        ParserCase.Of(
            "coinglass funding-rate exchanges",
            FundingByExchange,
            "code data symbol stablecoin_margin_list exchange funding_rate next_funding_time",
            CoinGlassParser.FundingByExchange),
        ParserCase.Of(
            "coinglass long-short",
            LongShortRatio,
            "code data time global_account_long_percent global_account_long_short_ratio",
            CoinGlassParser.LongShortRatio),
        ParserCase.Of("coinglass liquidation", Liquidations, "code data time long_liquidation_usd short_liquidation_usd", CoinGlassParser.Liquidations),
        ParserCase.Of(
            "coinglass aggregated liquidation",
            AggregatedLiquidations,
            "code data time aggregated_long_liquidation_usd aggregated_short_liquidation_usd",
            CoinGlassParser.AggregatedLiquidations),
        ParserCase.Of("coinglass orders", Orders, "code data symbol price usd_value side time", t => CoinGlassParser.Orders(t, 2)),
        ParserCase.Of("coinglass stream", StreamedOrders, "data symbol price volUsd side time", t => CoinGlassParser.StreamedOrders(t, 1)),
    };
}
