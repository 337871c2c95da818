using LiqIndicators.MarketData.Instruments;
using LiqIndicators.MarketData.Results;
using LiqIndicators.MarketData.Venues;
using LiqIndicators.MarketData.Venues.Binance;
using LiqIndicators.MarketData.Venues.BitMex;
using LiqIndicators.MarketData.Venues.Bybit;
using LiqIndicators.MarketData.Venues.Coinalyze;
using LiqIndicators.MarketData.Venues.CoinGlass;
using LiqIndicators.MarketData.Venues.Hyperliquid;
using LiqIndicators.MarketData.Venues.Okx;

namespace LiqIndicators.MarketData.Tests.Parsers;

/// <summary>Which body of the reference material which parser reads, and why the rest is not read.</summary>
internal static class WireBodies
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly DateTime Received = ParserCases.ReceivedUtc;

    /// <summary>Bodies that hold data.</summary>
    public static IReadOnlyDictionary<string, Func<string, ParserOutcome>> Read { get; } =
        new Dictionary<string, Func<string, ParserOutcome>>
        {
            ["binance/depth_doc.json"] = t => Of(BinanceParser.Depth(t)),
            ["binance/depth_recorded.json"] = t => Of(BinanceParser.Depth(t)),
            ["binance/exchangeInfo_excerpt_recorded.json"] = t => Of(BinanceParser.Instruments(t)),
            ["binance/fundingInfo.json"] = t => Of(BinanceParser.FundingTerms(t)),
            ["binance/fundingRate.json"] = t => Of(BinanceParser.Funding(t)),
            ["binance/futures_data_globalLongShortAccountRatio.json"] = t => Of(BinanceParser.LongShortRatio(t)),
            ["binance/futures_data_topLongShortAccountRatio.json"] = t => Of(BinanceParser.LongShortRatio(t)),
            ["binance/futures_data_topLongShortPositionRatio.json"] = t => Of(BinanceParser.LongShortRatio(t)),
            ["binance/futures_data_openInterestHist.json"] = t => Of(BinanceParser.OpenInterestHistory(t)),
            ["binance/indexPriceKlines.json"] = t => Of(BinanceParser.Candles(t, CandlePrice.Index)),
            ["binance/klines.json"] = t => Of(BinanceParser.Candles(t, CandlePrice.Last)),
            ["binance/leverageBracket.json"] = t => Of(BinanceParser.MarginTiers(t, "ETHUSDT")),
            ["binance/markPriceKlines.json"] = t => Of(BinanceParser.Candles(t, CandlePrice.Mark)),
            ["binance/openInterest.json"] = t => Of(BinanceParser.OpenInterest(t, ContractTerms.OneBaseUnit)),
            ["binance/premiumIndex.json"] = t => Of(BinanceParser.PremiumIndex(t)),
            ["binance/premiumIndexKlines.json"] = t => Of(BinanceParser.Candles(t, CandlePrice.Premium)),
            ["binance/ws_forceOrder_coinm_recorded.json"] = t => Of(BinanceStreaming.Read(t, Book("BTCUSD_200925", TestInstruments.HundredDollars))),
            ["binance/ws_forceOrder_netfixture.txt"] = t => Of(BinanceStreaming.Read(Pushed(t), Book("BTCUSDT"))),
            ["binance/ws_forceOrder_recorded.json"] = t => Of(BinanceStreaming.Read(t, Book("BTCUSDT"))),
            ["binance/ws_markPrice_1s_recorded.json"] = t => Of(BinanceStreaming.Read(t, Book("BTCUSDT"))),
            ["binance/ws_markPrice_netfixture.txt"] = t => Of(BinanceStreaming.Read(Pushed(t), Book("BTCUSDT"))),
            ["bitmex/instrument_active_recorded.json"] = t => Of(BitMexParser.Instruments(t)),
            ["bitmex/ws_liquidation_delete_recorded.json"] = t => Of(BitMexStreaming.Read(t, Book("XBTUSD", ContractTerms.OneQuoteUnit), Received)),
            ["bitmex/ws_liquidation_insert_recorded.json"] = t => Of(BitMexStreaming.Read(t, Book("XBTUSD", ContractTerms.OneQuoteUnit), Received)),
            ["bybit/account-ratio.json"] = t => Of(BybitParser.LongShortRatio(t)),
            ["bybit/funding_history.json"] = t => Of(BybitParser.Funding(t, ContractKind.Linear)),
            ["bybit/index-price-kline.json"] = t => Of(BybitParser.Candles(t, CandlePrice.Index, ContractKind.Inverse)),
            ["bybit/instruments-info_linear.json"] = t => Of(BybitParser.Instruments(t, ContractKind.Linear)),
            ["bybit/kline.json"] = t => Of(BybitParser.Candles(t, CandlePrice.Last, ContractKind.Inverse)),
            ["bybit/mark-price-kline.json"] = t => Of(BybitParser.Candles(t, CandlePrice.Mark, ContractKind.Linear)),
            ["bybit/open-interest.json"] = t => Of(BybitParser.OpenInterest(t, ContractKind.Inverse)),
            ["bybit/orderbook.json"] = t => Of(BybitParser.Depth(t, ContractTerms.OneBaseUnit)),
            ["bybit/premium-index-price-kline.json"] = t => Of(BybitParser.Candles(t, CandlePrice.Premium, ContractKind.Linear)),
            ["bybit/risk-limit.json"] = t => Of(BybitParser.MarginTiers(t, ContractKind.Inverse, 16_600)),
            // Named linear, but the documented body is of the inverse category.
            ["bybit/tickers_linear.json"] = t => Of(BybitParser.Ticker(t, ContractKind.Inverse)),
            ["bybit/ws_allLiquidation_recorded.json"] = t => Of(BybitStreaming.Read(t, Book("PIPPINUSDT"))),
            ["bybit/ws_liquidation_netfixture.txt"] = t => Of(BybitStreaming.Read(Pushed(t), Book("ETHUSDT"))),
            ["bybit/ws_tickers_BTCUSDT_recorded.json"] = t => Of(BybitStreaming.Read(t, Book("BTCUSDT"))),
            ["bybit/ws_tickers_linear.json"] = t => Of(BybitStreaming.Read(t, Book("BTCUSDT"))),
            ["bybit/ws_tickers_netfixture.txt"] = t => Of(BybitStreaming.Read(Pushed(t), Book("BTCUSDT"))),
            ["coinalyze/liquidation-history_shape.json"] = t => Of(CoinalyzeParser.Liquidations(t, "BTCUSDT_PERP.A")),
            ["coinalyze/open-interest-history_shape.json"] = t => Of(CoinalyzeParser.OpenInterest(t, "BTCUSDT_PERP.A", Hour)),
            ["coinglass/funding-rate_exchange-list.json"] = t => Of(CoinGlassParser.FundingByExchange(t)),
            ["coinglass/funding-rate_history.json"] = t => Of(CoinGlassParser.Funding(t, Hour)),
            ["coinglass/funding-rate_oi-weight-history.json"] = t => Of(CoinGlassParser.Funding(t, Hour)),
            ["coinglass/global-long-short-account-ratio_history.json"] = t => Of(CoinGlassParser.LongShortRatio(t)),
            ["coinglass/liquidation_aggregated-history.json"] = t => Of(CoinGlassParser.AggregatedLiquidations(t)),
            ["coinglass/liquidation_history.json"] = t => Of(CoinGlassParser.Liquidations(t)),
            ["coinglass/liquidation_order.json"] = t => Of(CoinGlassParser.Orders(t, 2)),
            ["coinglass/open-interest_aggregated-history.json"] = t => Of(CoinGlassParser.OpenInterest(t, Hour)),
            ["coinglass/open-interest_exchange-list.json"] = t => Of(CoinGlassParser.OpenInterestByExchange(t, Received)),
            ["coinglass/open-interest_history.json"] = t => Of(CoinGlassParser.OpenInterest(t, Hour)),
            ["coinglass/price_history.json"] = t => Of(CoinGlassParser.Candles(t)),
            ["coinglass/ws_liquidationOrders.json"] = t => Of(CoinGlassParser.StreamedOrders(t, 1)),
            ["hyperliquid/candleSnapshot.json"] = t => Of(HyperliquidParser.Candles(t)),
            ["hyperliquid/candleSnapshot_recorded.json"] = t => Of(HyperliquidParser.Candles(t)),
            ["hyperliquid/fundingHistory.json"] = t => Of(HyperliquidParser.Funding(t)),
            ["hyperliquid/fundingHistory_recorded.json"] = t => Of(HyperliquidParser.Funding(t)),
            ["hyperliquid/l2Book.json"] = t => Of(HyperliquidParser.Depth(t)),
            ["hyperliquid/l2Book_BTC_recorded.json"] = t => Of(HyperliquidParser.Depth(t)),
            ["hyperliquid/l2Book_recorded.json"] = t => Of(HyperliquidParser.Depth(t)),
            ["hyperliquid/meta.json"] = t => Of(HyperliquidParser.Instruments(t)),
            ["hyperliquid/metaAndAssetCtxs.json"] = t => Of(HyperliquidParser.MarketState(t, "ETH", Received)),
            ["hyperliquid/meta_marginTables_excerpt.json"] = t => Of(HyperliquidParser.Instruments(t)),
            ["hyperliquid/meta_nautilus_capture.json"] = t => Of(HyperliquidParser.MarginTiers(t, "ATOM")),
            ["hyperliquid/meta_recorded.json"] = t => Of(HyperliquidParser.Instruments(t)),
            ["hyperliquid/predictedFundings_null_venue.json"] = t => Of(HyperliquidParser.PredictedFundings(t)),
            ["hyperliquid/predictedFundings_recorded_excerpt.json"] = t => Of(HyperliquidParser.PredictedFundings(t)),
            ["hyperliquid/ws_activeAssetCtx_recorded.json"] = t => Of(HyperliquidStreaming.Read(t, Book("MOODENG"), Received)),
            ["okx/books.json"] = t => Of(OkxParser.Depth(t, TestInstruments.Okx.Terms)),
            ["okx/candles.json"] = t => Of(OkxParser.Candles(t, CandlePrice.Last)),
            ["okx/funding-rate-history.json"] = t => Of(OkxParser.FundingHistory(t)),
            ["okx/funding-rate.json"] = t => Of(OkxParser.FundingRate(t, Received)),
            ["okx/history-candles.json"] = t => Of(OkxParser.Candles(t, CandlePrice.Last)),
            ["okx/instruments.json"] = t => Of(OkxParser.Instruments(t)),
            ["okx/instruments_swap_recorded.json"] = t => Of(OkxParser.Instruments(t)),
            ["okx/mark-price-candles.json"] = t => Of(OkxParser.Candles(t, CandlePrice.Mark)),
            ["okx/mark-price.json"] = t => Of(OkxParser.MarkPrice(t)),
            ["okx/open-interest.json"] = t => Of(OkxParser.OpenInterest(t, TestInstruments.Okx.Terms)),
            ["okx/position-tiers.json"] = t => Of(OkxParser.MarginTiers(t, TestInstruments.Okx.Terms, 60_000)),
            ["okx/rubik_long-short-account-ratio.json"] = t => Of(OkxParser.LongShortRatio(t)),
            ["okx/ws_liquidation-orders_recorded.json"] = t => Of(OkxStreaming.Read(t, Book("XRP-USD-230929", TestInstruments.HundredDollars), Received)),
            ["okx/ws_mark-price_recorded.json"] = t => Of(OkxStreaming.Read(t, Book("WNCG-USDT-SWAP"), Received)),
            ["okx/ws_open-interest_recorded.json"] = t => Of(OkxStreaming.Read(t, Book("WNCG-USDT-SWAP"), Received)),
        };

    /// <summary>Bodies that refuse, with the status they come with and what they mean.</summary>
    public static IReadOnlyDictionary<string, (Venue Venue, int Status, FetchErrorKind Kind)> Refused { get; } =
        new Dictionary<string, (Venue Venue, int Status, FetchErrorKind Kind)>
        {
            ["binance/error_-1003_418.json"] = (new BinanceVenue(), 418, FetchErrorKind.Banned),
            ["binance/error_-1003_429.json"] = (new BinanceVenue(), 429, FetchErrorKind.RateLimited),
            ["binance/error_-1121.json"] = (new BinanceVenue(), 400, FetchErrorKind.UnknownSymbol),
            ["binance/error_451_georestricted.json"] = (new BinanceVenue(), 451, FetchErrorKind.GeoBlocked),
            ["bitmex/error.json"] = (new BitMexVenue(), 401, FetchErrorKind.KeyMissing),
            ["bybit/error_10001.json"] = (new BybitVenue(), 200, FetchErrorKind.InvalidRequest),
            ["bybit/error_10006.json"] = (new BybitVenue(), 200, FetchErrorKind.RateLimited),
            ["coinglass/error_401_missing_key.json"] = (new CoinGlassVenue("k"), 200, FetchErrorKind.KeyMissing),
            ["coinglass/error_upgrade_plan.json"] = (new CoinGlassVenue("k"), 200, FetchErrorKind.PlanTooLow),
            ["okx/error_51001.json"] = (new OkxVenue(), 200, FetchErrorKind.UnknownSymbol),
        };

    /// <summary>Bodies that no parser claims, and why.</summary>
    public static IReadOnlyDictionary<string, string> Unclaimed { get; } = new Dictionary<string, string>
    {
        ["binance/futures_data_basis.json"] = "basis follows from the mark and index prices that are read",
        ["binance/futures_data_takerlongshortRatio.json"] = "taker flow is in no model here",
        ["binance/insuranceBalance.json"] = "insurance funds are in no model here",
        ["binance/openInterest_polled_recorded.json"] = "made by a recorder: the venue sends no such message",
        ["binance_vision/bookDepth_header.csv"] = "daily archives are beyond the platform's HTTP",
        ["binance_vision/liquidationSnapshot_BTCUSD_PERP_2023-06-25_head.csv"] = "daily archives are beyond the platform's HTTP",
        ["binance_vision/metrics_BTCUSDT_2023-11-14_head.csv"] = "daily archives are beyond the platform's HTTP",
        ["binance_vision/metrics_BTCUSD_PERP_coinm_2023-06-25_head.csv"] = "daily archives are beyond the platform's HTTP",
        ["bybit/insurance.json"] = "insurance funds are in no model here",
        ["bybit/ws_liquidation_legacy_recorded.json"] = "the topic is retired in favour of allLiquidation",
        ["okx/rubik_open-interest-volume.json"] = "of all contracts on the coin; the contract's own history is read",
        ["coinglass/hyperliquid_position.json"] = "single wallets are in no model here",
        ["coinglass/liquidation_aggregated-heatmap_model1.json"] = "the vendor's model, of the highest plan",
        ["coinglass/liquidation_aggregated-map.json"] = "the vendor's model, of the highest plan",
        ["coinglass/liquidation_coin-list.json"] = "rolling totals that the bar totals already give",
        ["coinglass/liquidation_heatmap_model1.json"] = "the vendor's model, of the highest plan",
        ["coinglass/liquidation_heatmap_model2.json"] = "the vendor's model, of the highest plan",
        ["coinglass/liquidation_heatmap_model3.json"] = "the vendor's model, of the highest plan",
        ["coinglass/liquidation_map.json"] = "the vendor's model, of the highest plan",
        ["coinglass/liquidation_max-pain.txt"] = "the vendor's model; the sample is not JSON",
        ["coinglass/orderbook_ask-bids-history.json"] = "sums without levels; the book itself is read",
        ["deribit/error_10028.json"] = "the venue is not read",
        ["deribit/get_instruments_recorded.json"] = "the venue is not read",
        ["deribit/get_order_book.json"] = "the venue is not read",
        ["deribit/get_tradingview_chart_data.json"] = "the venue is not read",
        ["deribit/ws_ticker.json"] = "the venue is not read",
        ["hyperliquid/clearinghouseState.json"] = "single wallets are in no model here",
        ["hyperliquid/perpsAtOpenInterestCap.json"] = "open interest caps are in no model here",
        ["hyperliquid/ws_userFills_liquidation.json"] = "liquidations of single wallets only",
        ["okx/insurance-fund.json"] = "insurance funds are in no model here",
        ["okx/ticker.json"] = "last prices come from bars, mark prices from their own endpoint",
        ["okx/ws_funding-rate_recorded.json"] = "of 2021, before the message carried the running rate",
    };

    private static ParserOutcome Of<T>(FetchResult<T> result) => ParserOutcome.Of(result);

    private static ContractBook Book(string symbol, ContractTerms? terms = null) => new(new[]
    {
        new VenueInstrument(VenueId.Binance, symbol, "X", "Y", terms ?? ContractTerms.OneBaseUnit),
    });

    // These files hold a dialogue; what the venue pushes stands after the line "=".
    private static string Pushed(string dialogue) => dialogue[(dialogue.IndexOf("\n=", StringComparison.Ordinal) + 2)..].Trim();
}
