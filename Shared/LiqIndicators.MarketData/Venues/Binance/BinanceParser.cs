using LiqIndicators.MarketData.Instruments;
using LiqIndicators.MarketData.Json;
using LiqIndicators.MarketData.Results;
using LiqIndicators.MarketData.Rows;

namespace LiqIndicators.MarketData.Venues.Binance;

/// <summary>Reads the answers of Binance's futures interfaces. Lists come oldest first, numbers as text, times in milliseconds.</summary>
public static class BinanceParser
{
    private const int CandlePlaces = 11;

    /// <summary>Bars of <c>klines</c> and of the mark, index and premium klines, whose volumes mean nothing.</summary>
    public static FetchResult<IReadOnlyList<CandleRow>> Candles(string text, CandlePrice price) =>
        Read("klines", text, root => Chronology.Distinct(
            root.Items().Select(row => Candle(row, price)), candle => candle.TimeUtc, newestFirst: false));

    /// <summary>Bars of the coin-margined <c>klines</c>: volume as contracts of fixed quote currency and in coins.</summary>
    public static FetchResult<IReadOnlyList<CandleRow>> CoinCandles(string text, ContractTerms terms) =>
        Read("klines", text, root => Chronology.Distinct(
            root.Items().Select(row =>
            {
                WireValue places = row.WithAtLeast(CandlePlaces);
                return WireCandles.Read(places, 1, places.At(0, "openTime").Milliseconds(), CandlePrice.Last) with
                {
                    VolumeQuantity = places.At(7, "baseVolume").NotNegativeNumber(),
                    VolumeNotional = places.At(5, "volume").NotNegativeNumber() * terms.Size,
                };
            }),
            candle => candle.TimeUtc,
            newestFirst: false));

    /// <summary>Open interest of <c>openInterestHist</c>: coins and quote currency.</summary>
    public static FetchResult<IReadOnlyList<OpenInterestRow>> OpenInterestHistory(string text) =>
        Read("openInterestHist", text, root => Chronology.Distinct(
            root.Items().Select(row => new OpenInterestRow(
                row.Field("timestamp").Milliseconds(),
                row.Field("sumOpenInterest").NotNegativeNumber(),
                row.Field("sumOpenInterestValue").NotNegativeNumber())),
            row => row.TimeUtc,
            newestFirst: false));

    /// <summary>Open interest of the coin-margined <c>openInterestHist</c>: contracts of fixed quote currency, and their value in coins.</summary>
    public static FetchResult<IReadOnlyList<OpenInterestRow>> CoinOpenInterestHistory(string text, ContractTerms terms) =>
        Read("openInterestHist", text, root => Chronology.Distinct(
            root.Items().Select(row => new OpenInterestRow(
                row.Field("timestamp").Milliseconds(),
                row.Field("sumOpenInterestValue").NotNegativeNumber(),
                row.Field("sumOpenInterest").NotNegativeNumber() * terms.Size)),
            row => row.TimeUtc,
            newestFirst: false));

    /// <summary>Open interest now, of <c>openInterest</c>: base units, or contracts where the terms are inverse.</summary>
    public static FetchResult<MarketStateRow> OpenInterest(string text, ContractTerms terms) =>
        Read("openInterest", text, root =>
        {
            decimal amount = root.Field("openInterest").NotNegativeNumber() * terms.Size;
            bool isLinear = terms.Kind == ContractKind.Linear;
            return new MarketStateRow(
                root.Field("time").Milliseconds(),
                root.Field("symbol").Text(),
                OpenInterestQuantity: isLinear ? amount : null,
                OpenInterestNotional: isLinear ? null : amount);
        });

    /// <summary>Mark and index price and the running estimate of funding, of <c>premiumIndex</c>.</summary>
    public static FetchResult<MarketStateRow> PremiumIndex(string text) =>
        Read("premiumIndex", text, root => new MarketStateRow(
            root.Field("time").Milliseconds(),
            root.Field("symbol").Text(),
            MarkPrice: root.Field("markPrice").PositiveNumber(),
            IndexPrice: root.Field("indexPrice").PositiveNumber(),
            PredictedFundingRate: root.Field("lastFundingRate").Fraction(),
            NextFundingUtc: root.Field("nextFundingTime").Milliseconds()));

    /// <summary>Funding rates paid, of <c>fundingRate</c>. Times carry a jitter of milliseconds, which is taken off.</summary>
    public static FetchResult<IReadOnlyList<FundingRateRow>> Funding(string text) =>
        Read("fundingRate", text, root => Chronology.Distinct(
            root.Items().Select(row => new FundingRateRow(
                WireTimes.FloorToMinute(row.Field("fundingTime").Milliseconds()), row.Field("fundingRate").Fraction(), null)),
            row => row.TimeUtc,
            newestFirst: false));

    /// <summary>Instruments with funding terms of their own, of <c>fundingInfo</c>; all others pay every eight hours.</summary>
    public static FetchResult<IReadOnlyList<FundingTermsRow>> FundingTerms(string text) =>
        Read<IReadOnlyList<FundingTermsRow>>("fundingInfo", text, root => root.Items().Select(row => new FundingTermsRow(
            row.Field("symbol").Text(),
            row.Field("fundingIntervalHours").WholeNumber(),
            row.Field("adjustedFundingRateCap").Fraction(),
            row.Field("adjustedFundingRateFloor").Fraction())).ToList());

    /// <summary>Long over short, of the three <c>…LongShort…Ratio</c> endpoints.</summary>
    public static FetchResult<IReadOnlyList<LongShortRatioRow>> LongShortRatio(string text) =>
        Read("longShortRatio", text, root => Chronology.Distinct(
            root.Items().Select(row => new LongShortRatioRow(
                row.Field("timestamp").Milliseconds(),
                row.Field("longShortRatio").NotNegativeNumber(),
                row.Field("longAccount").Fraction())),
            row => row.TimeUtc,
            newestFirst: false));

    /// <summary>Resting orders, of <c>depth</c>.</summary>
    public static FetchResult<DepthSnapshot> Depth(string text) =>
        Read("depth", text, root => new DepthSnapshot(
            root.Field("E").Milliseconds(), Levels(root.Field("bids")), Levels(root.Field("asks"))));

    /// <summary>Margin tiers of one instrument, of <c>leverageBracket</c>.</summary>
    public static FetchResult<IReadOnlyList<MarginTierRow>> MarginTiers(string text, string symbol) =>
        WireJson.ReadResult("leverageBracket", text, root =>
        {
            if (BinanceLimits.ErrorIn(root) is { } error)
            {
                return FetchResult<IReadOnlyList<MarginTierRow>>.Fail(error);
            }

            foreach (WireValue instrument in root.Items())
            {
                WireValue brackets = instrument.Field("brackets");
                if (instrument.Field("symbol").Text() == symbol)
                {
                    return FetchResult<IReadOnlyList<MarginTierRow>>.Ok(Brackets(brackets));
                }
            }

            return FetchResult<IReadOnlyList<MarginTierRow>>.Fail(
                FetchErrorKind.UnknownSymbol, $"leverageBracket: no tiers of {symbol}.");
        });

    /// <summary>All instruments, of <c>exchangeInfo</c>.</summary>
    public static FetchResult<IReadOnlyList<InstrumentRow>> Instruments(string text) =>
        Read<IReadOnlyList<InstrumentRow>>("exchangeInfo", text, root =>
            root.Field("symbols").Items().Select(Instrument).ToList());

    private static FetchResult<T> Read<T>(string source, string text, Func<WireValue, T> read) =>
        WireJson.ReadResult(source, text, root => BinanceLimits.ErrorIn(root) is { } error
            ? FetchResult<T>.Fail(error with { Message = $"{source}: {error.Message}" })
            : FetchResult<T>.Ok(read(root)));

    private static CandleRow Candle(WireValue row, CandlePrice price)
    {
        WireValue places = row.WithAtLeast(CandlePlaces);
        DateTime time = places.At(0, "openTime").Milliseconds();
        return WireCandles.Read(places, 1, time, price) with
        {
            VolumeQuantity = price == CandlePrice.Last ? places.At(5, "volume").NotNegativeNumber() : null,
            VolumeNotional = price == CandlePrice.Last ? places.At(7, "quoteVolume").NotNegativeNumber() : null,
        };
    }

    private static List<DepthLevel> Levels(WireValue side) => side.Items().Select(level => new DepthLevel(
        level.At(0, "price").PositiveNumber(), level.At(1, "quantity").NotNegativeNumber())).ToList();

    private static List<MarginTierRow> Brackets(WireValue brackets) => brackets.Items(1).Select(bracket => new MarginTierRow(
        bracket.Field("notionalFloor").NotNegativeNumber(),
        bracket.Field("notionalCap").PositiveNumber(),
        bracket.Field("maintMarginRatio").Fraction(),
        bracket.Field("cum").NotNegativeNumber(),
        bracket.Field("initialLeverage").PositiveNumber())).OrderBy(tier => tier.NotionalFloor).ToList();

    private static InstrumentRow Instrument(WireValue row)
    {
        WireValue? contractSize = row.Optional("contractSize");
        WireValue? tick = row.Field("filters").Items()
            .Where(filter => filter.Field("filterType").Text() == "PRICE_FILTER")
            .Select(filter => filter.Optional("tickSize"))
            .FirstOrDefault();
        return new InstrumentRow(
            row.Field("symbol").Text(),
            row.Field("baseAsset").Text(),
            row.Field("quoteAsset").Text(),
            contractSize is { } size
                ? new ContractTerms(ContractKind.Inverse, size.PositiveNumber())
                : ContractTerms.OneBaseUnit,
            tick?.PositiveNumber(),
            null,
            null,
            row.Field("contractType").Code() == "PERPETUAL",
            (row.Optional("status") ?? row.Field("contractStatus")).Text() == "TRADING");
    }
}
