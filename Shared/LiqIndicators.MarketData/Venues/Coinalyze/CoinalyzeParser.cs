using LiqIndicators.MarketData.Json;
using LiqIndicators.MarketData.Results;
using LiqIndicators.MarketData.Rows;

namespace LiqIndicators.MarketData.Venues.Coinalyze;

/// <summary>Reads the answers of Coinalyze's interface: oldest first, times in seconds, amounts in US dollars, funding in percent.</summary>
/// <remarks>The close of a level is what was so at the interval's end, and gets that time.</remarks>
public static class CoinalyzeParser
{
    /// <summary>Bars, of <c>ohlcv-history</c>; volume is base units.</summary>
    public static FetchResult<IReadOnlyList<CandleRow>> Candles(string text, string symbol) =>
        Read("ohlcv-history", text, symbol, history => Chronology.Distinct(
            history.Select(row => WireCandles.Checked(
                row.Field("t").Seconds(), row.Field("o"), row.Field("h"), row.Field("l"), row.Field("c"), CandlePrice.Last)
                with { VolumeQuantity = row.Field("v").NotNegativeNumber() }),
            row => row.TimeUtc,
            newestFirst: false));

    /// <summary>Open interest in US dollars, of <c>open-interest-history</c>.</summary>
    public static FetchResult<IReadOnlyList<OpenInterestRow>> OpenInterest(string text, string symbol, TimeSpan interval) =>
        Read("open-interest-history", text, symbol, history => Chronology.Distinct(
            history.Select(row => new OpenInterestRow(
                row.Field("t").Seconds() + interval, null, row.Field("c").NotNegativeNumber())),
            row => row.TimeUtc,
            newestFirst: false));

    /// <summary>Funding rates, of <c>funding-rate-history</c>: percent in, fraction out.</summary>
    public static FetchResult<IReadOnlyList<FundingRateRow>> Funding(string text, string symbol, TimeSpan interval) =>
        Rates("funding-rate-history", text, symbol, interval);

    /// <summary>What the next funding rate was expected to be, of <c>predicted-funding-rate-history</c>: percent in, fraction out.</summary>
    public static FetchResult<IReadOnlyList<FundingRateRow>> PredictedFunding(string text, string symbol, TimeSpan interval) =>
        Rates("predicted-funding-rate-history", text, symbol, interval);

    /// <summary>Open interest in US dollars, of <c>open-interest</c>.</summary>
    /// <param name="text">The body.</param>
    /// <param name="symbol">The vendor's name of the instrument.</param>
    /// <param name="receivedUtc">When it came, which counts: the unit of the body's own <c>update</c> is documented nowhere; UTC.</param>
    public static FetchResult<MarketStateRow> OpenInterestNow(string text, string symbol, DateTime receivedUtc) =>
        ReadOne("open-interest", text, symbol, row => new MarketStateRow(
            receivedUtc, symbol, OpenInterestNotional: row.Field("value").NotNegativeNumber()));

    /// <summary>What the next funding rate is expected to be, of <c>predicted-funding-rate</c>: percent in, fraction out.</summary>
    /// <param name="text">The body.</param>
    /// <param name="symbol">The vendor's name of the instrument.</param>
    /// <param name="receivedUtc">When it came, as for <see cref="OpenInterestNow"/>; UTC.</param>
    public static FetchResult<MarketStateRow> PredictedFundingNow(string text, string symbol, DateTime receivedUtc) =>
        ReadOne("predicted-funding-rate", text, symbol, row => new MarketStateRow(
            receivedUtc, symbol, PredictedFundingRate: row.Field("value").PercentAsFraction()));

    /// <summary>Liquidated notional, of <c>liquidation-history</c>: <c>l</c> long positions, <c>s</c> short ones.</summary>
    public static FetchResult<IReadOnlyList<LiquidationTotalsRow>> Liquidations(string text, string symbol) =>
        Read("liquidation-history", text, symbol, history => Chronology.Distinct(
            history.Select(row => new LiquidationTotalsRow(
                row.Field("t").Seconds(), row.Field("l").NotNegativeNumber(), row.Field("s").NotNegativeNumber())),
            row => row.TimeUtc,
            newestFirst: false));

    /// <summary>Long over short, of <c>long-short-ratio-history</c>: <c>r</c> the ratio, <c>l</c> the long share in percent.</summary>
    public static FetchResult<IReadOnlyList<LongShortRatioRow>> LongShortRatio(string text, string symbol) =>
        Read("long-short-ratio-history", text, symbol, history => Chronology.Distinct(
            history.Select(row => new LongShortRatioRow(
                row.Field("t").Seconds(), row.Field("r").NotNegativeNumber(), row.Field("l").PercentAsFraction())),
            row => row.TimeUtc,
            newestFirst: false));

    /// <summary>All futures the vendor knows, of <c>future-markets</c>.</summary>
    public static FetchResult<IReadOnlyList<InstrumentRow>> Instruments(string text) =>
        WireJson.ReadResult("future-markets", text, root => CoinalyzeLimits.ErrorIn("future-markets", root) is { } error
            ? FetchResult<IReadOnlyList<InstrumentRow>>.Fail(error)
            : FetchResult<IReadOnlyList<InstrumentRow>>.Ok(root.Items().Select(row => new InstrumentRow(
                row.Field("symbol").Text(),
                row.Field("base_asset").Text(),
                row.Field("quote_asset").Text(),
                null,
                null,
                null,
                null,
                row.Field("is_perpetual").Flag(),
                true)).ToList()));

    private static FetchResult<IReadOnlyList<FundingRateRow>> Rates(string source, string text, string symbol, TimeSpan interval) =>
        Read(source, text, symbol, history => Chronology.Distinct(
            history.Select(row => new FundingRateRow(
                row.Field("t").Seconds() + interval, row.Field("c").PercentAsFraction(), null)),
            row => row.TimeUtc,
            newestFirst: false));

    private static FetchResult<T> Read<T>(
        string source, string text, string symbol, Func<IReadOnlyList<WireValue>, T> read) =>
        ReadOne(source, text, symbol, series => read(series.Field("history").Items()));

    private static FetchResult<T> ReadOne<T>(string source, string text, string symbol, Func<WireValue, T> read) =>
        WireJson.ReadResult(source, text, root =>
        {
            if (CoinalyzeLimits.ErrorIn(source, root) is { } error)
            {
                return FetchResult<T>.Fail(error);
            }

            foreach (WireValue entry in root.Items())
            {
                if (entry.Field("symbol").Text() == symbol)
                {
                    return FetchResult<T>.Ok(read(entry));
                }
            }

            return FetchResult<T>.Fail(FetchErrorKind.UnknownSymbol, $"{source}: nothing about {symbol}.");
        });
}
