using LiqIndicators.Analytics.Market;
using LiqIndicators.MarketData.Instruments;
using LiqIndicators.MarketData.Json;
using LiqIndicators.MarketData.Results;
using LiqIndicators.MarketData.Rows;

namespace LiqIndicators.MarketData.Venues.CoinGlass;

/// <summary>Reads the answers of CoinGlass' interface, version 4: oldest first, numbers as either, funding in percent.</summary>
/// <remarks>
/// Series of levels come as open, high, low and close of an interval. The close is what was so at the interval's end, and gets
/// that time. The vendor revises past values.
/// </remarks>
public static class CoinGlassParser
{
    /// <summary>Bars, of <c>price/history</c>.</summary>
    public static FetchResult<IReadOnlyList<CandleRow>> Candles(string text) =>
        Read("price/history", text, data => Chronology.Distinct(
            data.Items().Select(row => WireCandles.Checked(
                row.Field("time").Milliseconds(),
                row.Field("open"),
                row.Field("high"),
                row.Field("low"),
                row.Field("close"),
                CandlePrice.Last) with { VolumeNotional = row.Field("volume_usd").NotNegativeNumber() }),
            row => row.TimeUtc,
            newestFirst: false));

    /// <summary>Open interest in quote currency, of <c>open-interest/history</c> and <c>open-interest/aggregated-history</c>.</summary>
    public static FetchResult<IReadOnlyList<OpenInterestRow>> OpenInterest(string text, TimeSpan interval) =>
        Read("open-interest/history", text, data => Chronology.Distinct(
            data.Items().Select(row => new OpenInterestRow(
                row.Field("time").Milliseconds() + interval, null, row.Field("close").NotNegativeNumber())),
            row => row.TimeUtc,
            newestFirst: false));

    /// <summary>Open interest now by exchange, of <c>open-interest/exchange-list</c>; the symbol is the exchange's name.</summary>
    /// <param name="text">The body.</param>
    /// <param name="receivedUtc">When it came: the body has no time; UTC.</param>
    public static FetchResult<IReadOnlyList<MarketStateRow>> OpenInterestByExchange(string text, DateTime receivedUtc) =>
        Read<IReadOnlyList<MarketStateRow>>("open-interest/exchange-list", text, data =>
            data.Items().Select(row => new MarketStateRow(
                receivedUtc,
                row.Field("exchange").Text(),
                OpenInterestQuantity: row.Field("open_interest_quantity").NotNegativeNumber(),
                OpenInterestNotional: row.Field("open_interest_usd").NotNegativeNumber())).ToList());

    /// <summary>Funding rates, of <c>funding-rate/history</c> and <c>funding-rate/oi-weight-history</c>: percent in, fraction out.</summary>
    public static FetchResult<IReadOnlyList<FundingRateRow>> Funding(string text, TimeSpan interval) =>
        Read("funding-rate/history", text, data => Chronology.Distinct(
            data.Items().Select(row => new FundingRateRow(
                row.Field("time").Milliseconds() + interval, row.Field("close").PercentAsFraction(), null)),
            row => row.TimeUtc,
            newestFirst: false));

    /// <summary>Running funding by exchange, of <c>funding-rate/exchange-list</c>, contracts margined in stablecoins.</summary>
    public static FetchResult<IReadOnlyList<PredictedFundingRow>> FundingByExchange(string text) =>
        Read<IReadOnlyList<PredictedFundingRow>>("funding-rate/exchange-list", text, data =>
            data.Items().SelectMany(coin =>
            {
                string asset = coin.Field("symbol").Text();
                return coin.Field("stablecoin_margin_list").Items().Select(row => new PredictedFundingRow(
                    asset,
                    row.Field("exchange").Text(),
                    row.Field("funding_rate").PercentAsFraction(),
                    row.Optional("funding_rate_interval")?.PositiveNumber(),
                    row.Field("next_funding_time").Milliseconds()));
            }).ToList());

    /// <summary>Resting orders, of <c>orderbook/history</c>: rows of seconds, buy orders and sell orders; the newest counts.</summary>
    public static FetchResult<DepthSnapshot> Depth(string text) => Read("orderbook/history", text, data =>
        Chronology.Distinct(data.Items(1).Select(Depth), row => row.TimeUtc, newestFirst: false)[^1]);

    /// <summary>Long over short accounts, of <c>global-long-short-account-ratio/history</c>.</summary>
    public static FetchResult<IReadOnlyList<LongShortRatioRow>> LongShortRatio(string text) =>
        Read("global-long-short-account-ratio/history", text, data => Chronology.Distinct(
            data.Items().Select(row => new LongShortRatioRow(
                row.Field("time").Milliseconds(),
                row.Field("global_account_long_short_ratio").NotNegativeNumber(),
                row.Field("global_account_long_percent").PercentAsFraction())),
            row => row.TimeUtc,
            newestFirst: false));

    /// <summary>Liquidated notional of one instrument, of <c>liquidation/history</c>.</summary>
    public static FetchResult<IReadOnlyList<LiquidationTotalsRow>> Liquidations(string text) =>
        Liquidations("liquidation/history", text, "long_liquidation_usd", "short_liquidation_usd");

    /// <summary>Liquidated notional of one coin over exchanges, of <c>liquidation/aggregated-history</c>.</summary>
    public static FetchResult<IReadOnlyList<LiquidationTotalsRow>> AggregatedLiquidations(string text) => Liquidations(
        "liquidation/aggregated-history",
        text,
        "aggregated_long_liquidation_usd",
        "aggregated_short_liquidation_usd");

    /// <summary>Single liquidations, of <c>liquidation/order</c>.</summary>
    /// <param name="text">The body.</param>
    /// <param name="codeOfLong">
    /// Which of the side codes 1 and 2 means that a long was liquidated. The vendor's documents contradict each other (2 here, 1 for
    /// the stream), so the caller settles it by what prices did.
    /// </param>
    public static FetchResult<IReadOnlyList<ForcedOrderRow>> Orders(string text, int codeOfLong) =>
        Read("liquidation/order", text, data => Chronology.All(
            data.Items().Select(row => Order(row, codeOfLong, "usd_value")), row => row.TimeUtc));

    /// <summary>Single liquidations, of the stream <c>liquidationOrders</c>.</summary>
    /// <param name="text">The message.</param>
    /// <param name="codeOfLong">As for <see cref="Orders"/>.</param>
    public static FetchResult<IReadOnlyList<ForcedOrderRow>> StreamedOrders(string text, int codeOfLong) =>
        WireJson.Read("liquidationOrders", text, root => Chronology.All(
            root.Field("data").Items().Select(row => Order(row, codeOfLong, "volUsd")), row => row.TimeUtc));

    private static FetchResult<T> Read<T>(string source, string text, Func<WireValue, T> read) =>
        WireJson.ReadResult(source, text, root => CoinGlassLimits.ErrorIn(source, root) is { } error
            ? FetchResult<T>.Fail(error)
            : FetchResult<T>.Ok(read(root.Field("data"))));

    private static FetchResult<IReadOnlyList<LiquidationTotalsRow>> Liquidations(
        string source, string text, string longField, string shortField) =>
        Read(source, text, data => Chronology.Distinct(
            data.Items().Select(row => new LiquidationTotalsRow(
                row.Field("time").Milliseconds(),
                row.Field(longField).NotNegativeNumber(),
                row.Field(shortField).NotNegativeNumber())),
            row => row.TimeUtc,
            newestFirst: false));

    private static DepthSnapshot Depth(WireValue row) => new(
        row.At(0, "time").Seconds(),
        Levels(row.At(1, "bids")).OrderByDescending(level => level.Price).ToList(),
        Levels(row.At(2, "asks")).OrderBy(level => level.Price).ToList());

    private static IEnumerable<DepthLevel> Levels(WireValue side) => side.Items().Select(level =>
        new DepthLevel(level.At(0, "price").PositiveNumber(), level.At(1, "quantity").NotNegativeNumber()));

    private static ForcedOrderRow Order(WireValue row, int codeOfLong, string notionalField)
    {
        decimal price = row.Field("price").PositiveNumber();
        decimal notional = row.Field(notionalField).PositiveNumber();
        int side = row.Field("side").WholeNumber();
        return new ForcedOrderRow(
            row.Field("time").Milliseconds(),
            row.Field("symbol").Text(),
            side is not (1 or 2)
                ? throw row.Field("side").Refuse("1 or 2")
                : side == codeOfLong ? PositionSide.Long : PositionSide.Short,
            ContractTerms.OneQuoteUnit.Quantity(notional, price),
            price,
            notional);
    }
}
