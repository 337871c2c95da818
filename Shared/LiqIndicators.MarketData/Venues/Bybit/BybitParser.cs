using LiqIndicators.MarketData.Instruments;
using LiqIndicators.MarketData.Json;
using LiqIndicators.MarketData.Results;
using LiqIndicators.MarketData.Rows;

namespace LiqIndicators.MarketData.Venues.Bybit;

/// <summary>Reads the answers of Bybit's interface, version 5. Lists come newest first, numbers and most times as text.</summary>
/// <remarks>Amounts of linear contracts are base units; amounts of inverse contracts are quote currency.</remarks>
public static class BybitParser
{
    /// <summary>Bars of <c>kline</c> and of the mark, index and premium klines.</summary>
    public static FetchResult<IReadOnlyList<CandleRow>> Candles(string text, CandlePrice price, ContractKind kind) =>
        Read("kline", text, kind, (result, _) => Chronology.Distinct(
            result.Field("list").Items().Select(row => Candle(row, price, kind)), row => row.TimeUtc, newestFirst: true));

    /// <summary>Open interest over time, of <c>open-interest</c>: one amount, in the unit of the contract.</summary>
    public static FetchResult<IReadOnlyList<OpenInterestRow>> OpenInterest(string text, ContractKind kind) =>
        Read("open-interest", text, kind, (result, _) => Chronology.Distinct(
            result.Field("list").Items().Select(row =>
            {
                decimal amount = row.Field("openInterest").NotNegativeNumber();
                return new OpenInterestRow(
                    row.Field("timestamp").Milliseconds(),
                    kind == ContractKind.Linear ? amount : null,
                    kind == ContractKind.Linear ? null : amount);
            }),
            row => row.TimeUtc,
            newestFirst: true));

    /// <summary>Funding rates paid, of <c>funding/history</c>.</summary>
    public static FetchResult<IReadOnlyList<FundingRateRow>> Funding(string text, ContractKind kind) =>
        Read("funding/history", text, kind, (result, _) => Chronology.Distinct(
            result.Field("list").Items().Select(row => new FundingRateRow(
                row.Field("fundingRateTimestamp").Milliseconds(), row.Field("fundingRate").Fraction(), null)),
            row => row.TimeUtc,
            newestFirst: true));

    /// <summary>Shares of accounts, of <c>account-ratio</c>.</summary>
    public static FetchResult<IReadOnlyList<LongShortRatioRow>> LongShortRatio(string text) =>
        Read("account-ratio", text, null, (result, _) => Chronology.Distinct(
            result.Field("list").Items().Select(row =>
            {
                decimal buy = row.Field("buyRatio").Fraction();
                decimal sell = row.Field("sellRatio").PositiveNumber();
                return new LongShortRatioRow(row.Field("timestamp").Milliseconds(), buy / sell, buy);
            }),
            row => row.TimeUtc,
            newestFirst: true));

    /// <summary>The state of one instrument, of <c>tickers</c>.</summary>
    public static FetchResult<MarketStateRow> Ticker(string text, ContractKind kind) =>
        Read("tickers", text, kind, (result, root) =>
        {
            WireValue row = result.Field("list").Items(1)[0];
            DateTime time = root.Field("time").Milliseconds();
            return new MarketStateRow(
                time,
                row.Field("symbol").Text(),
                row.Field("markPrice").PositiveNumber(),
                row.Field("indexPrice").PositiveNumber(),
                row.Field(kind == ContractKind.Linear ? "openInterest" : "openInterestValue").NotNegativeNumber(),
                row.Field(kind == ContractKind.Linear ? "openInterestValue" : "openInterest").NotNegativeNumber(),
                row.Field("fundingRate").Fraction(),
                row.Optional("fundingIntervalHour")?.PositiveNumber(),
                row.Field("nextFundingTime").Milliseconds());
        });

    /// <summary>Resting orders, of <c>orderbook</c>.</summary>
    public static FetchResult<DepthSnapshot> Depth(string text, ContractTerms terms) =>
        Read("orderbook", text, null, (result, _) => new DepthSnapshot(
            result.Field("ts").Milliseconds(),
            Levels(result.Field("b"), terms).OrderByDescending(level => level.Price).ToList(),
            Levels(result.Field("a"), terms).OrderBy(level => level.Price).ToList()));

    /// <summary>Margin tiers, of <c>risk-limit</c>. Caps of inverse contracts are coins and become notional at a price.</summary>
    /// <remarks>
    /// Bodies state margins as fractions or as percent: the initial margin is one over the leverage, which tells them apart.
    /// </remarks>
    /// <param name="text">The body.</param>
    /// <param name="kind">Kind of the contract.</param>
    /// <param name="price">Quote currency per base unit; &gt; 0.</param>
    public static FetchResult<IReadOnlyList<MarginTierRow>> MarginTiers(string text, ContractKind kind, decimal price) =>
        Read("risk-limit", text, kind, (result, _) => MarginLadder.Progressive(
            result.Field("list").Items(1).Select(row =>
            {
                decimal leverage = row.Field("maxLeverage").PositiveNumber();
                decimal unit = MarginUnit(row.Field("initialMargin"), leverage);
                decimal cap = row.Field("riskLimitValue").PositiveNumber();
                return new MarginLadder.Step(
                    kind == ContractKind.Linear ? cap : cap * price,
                    row.Field("maintenanceMargin").PositiveNumber() * unit,
                    leverage);
            })));

    /// <summary>All instruments of a kind, of <c>instruments-info</c>.</summary>
    public static FetchResult<IReadOnlyList<InstrumentRow>> Instruments(string text, ContractKind kind) =>
        Read<IReadOnlyList<InstrumentRow>>("instruments-info", text, kind, (result, _) =>
            result.Field("list").Items().Select(row => new InstrumentRow(
                row.Field("symbol").Text(),
                row.Field("baseCoin").Text(),
                row.Field("quoteCoin").Text(),
                kind == ContractKind.Linear ? ContractTerms.OneBaseUnit : ContractTerms.OneQuoteUnit,
                row.Field("priceFilter").Field("tickSize").PositiveNumber(),
                row.Field("fundingInterval").NotNegativeNumber() / 60,
                row.Field("leverageFilter").Field("maxLeverage").PositiveNumber(),
                row.Field("contractType").Text().EndsWith("Perpetual", StringComparison.Ordinal),
                row.Field("status").Text() == "Trading")).ToList());

    private static FetchResult<T> Read<T>(
        string source, string text, ContractKind? kind, Func<WireValue, WireValue, T> read) =>
        WireJson.ReadResult(source, text, root =>
        {
            if (BybitLimits.ErrorIn(source, root) is { } error)
            {
                return FetchResult<T>.Fail(error);
            }

            WireValue result = root.Field("result");
            if (kind is { } asked && result.Optional("category") is { } category
                && category.Text() != BybitRequests.Category(asked))
            {
                throw category.Refuse(BybitRequests.Category(asked));
            }

            return FetchResult<T>.Ok(read(result, root));
        });

    private static CandleRow Candle(WireValue row, CandlePrice price, ContractKind kind)
    {
        WireValue places = row.WithAtLeast(price == CandlePrice.Last ? 7 : 5);
        CandleRow candle = WireCandles.Read(places, 1, places.At(0, "start").Milliseconds(), price);
        if (price != CandlePrice.Last)
        {
            return candle;
        }

        decimal volume = places.At(5, "volume").NotNegativeNumber();
        decimal turnover = places.At(6, "turnover").NotNegativeNumber();
        return kind == ContractKind.Linear
            ? candle with { VolumeQuantity = volume, VolumeNotional = turnover }
            : candle with { VolumeQuantity = turnover, VolumeNotional = volume };
    }

    private static IEnumerable<DepthLevel> Levels(WireValue side, ContractTerms terms) => side.Items().Select(level =>
    {
        decimal price = level.At(0, "price").PositiveNumber();
        return new DepthLevel(price, terms.Quantity(level.At(1, "size").NotNegativeNumber(), price));
    });

    private static decimal MarginUnit(WireValue initialMargin, decimal maxLeverage)
    {
        decimal product = initialMargin.PositiveNumber() * maxLeverage;
        return product switch
        {
            > 0.5m and < 2 => 1,
            > 50 and < 200 => 0.01m,
            _ => throw initialMargin.Refuse("one over the leverage, as a fraction or as percent"),
        };
    }
}
