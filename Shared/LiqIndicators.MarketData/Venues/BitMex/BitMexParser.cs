using LiqIndicators.MarketData.Instruments;
using LiqIndicators.MarketData.Json;
using LiqIndicators.MarketData.Results;
using LiqIndicators.MarketData.Rows;

namespace LiqIndicators.MarketData.Venues.BitMex;

/// <summary>Reads the answers of BitMEX' interface. Numbers are numbers, times ISO 8601, amounts contracts.</summary>
public static class BitMexParser
{
    private const decimal SatoshisPerBitcoin = 100_000_000;

    // The venue publishes a base and a step of the risk limit; ten steps reach beyond any position seen.
    private const int RiskSteps = 10;

    /// <summary>Bars of <c>trade/bucketed</c>, which the venue names by their end.</summary>
    /// <remarks>
    /// The open is the close before it and may lie outside high and low, which are widened to hold it. A bar without a trade stays at
    /// the last close, which the venue puts into its prices; where they are null it is that of the row before, and without one the bar is left out.
    /// </remarks>
    public static FetchResult<IReadOnlyList<CandleRow>> Candles(string text, TimeSpan interval) =>
        Read("trade/bucketed", text, root => Chronology.Distinct(Bars(root, interval), row => row.TimeUtc, newestFirst: false));

    /// <summary>Funding rates paid, of <c>funding</c>.</summary>
    public static FetchResult<IReadOnlyList<FundingRateRow>> Funding(string text) =>
        Read("funding", text, root => Chronology.Distinct(
            root.Items().Select(row => new FundingRateRow(
                WireTimes.FloorToMinute(row.Field("timestamp").Iso()),
                row.Field("fundingRate").Fraction(),
                IntervalHours(row.Field("fundingInterval")))),
            row => row.TimeUtc,
            newestFirst: false));

    /// <summary>State of one instrument, of <c>instrument</c>; the predicted rate is that of the interval after the present one.</summary>
    public static FetchResult<MarketStateRow> MarketState(string text, string symbol, ContractTerms terms) =>
        ReadOne("instrument", text, symbol, row =>
        {
            decimal hours = IntervalHours(row.Field("fundingInterval"));
            decimal contracts = row.Field("openInterest").NotNegativeNumber();
            bool isLinear = terms.Kind == ContractKind.Linear;
            return new MarketStateRow(
                row.Field("timestamp").Iso(),
                symbol,
                MarkPrice: row.Field("markPrice").PositiveNumber(),
                IndexPrice: row.Field("indicativeSettlePrice").PositiveNumber(),
                OpenInterestQuantity: isLinear
                    ? contracts * terms.Size
                    : row.Field("openValue").NotNegativeNumber() / SatoshisPerBitcoin,
                OpenInterestNotional: isLinear ? null : contracts * terms.Size,
                PredictedFundingRate: row.Field("indicativeFundingRate").Fraction(),
                FundingIntervalHours: hours,
                NextFundingUtc: row.Field("fundingTimestamp").Iso().AddHours((double)hours));
        });

    /// <summary>
    /// Margin tiers of one instrument, of <c>instrument</c>: above the risk limit each step adds the base maintenance margin
    /// to both margins of the whole position.
    /// </summary>
    /// <param name="text">The body.</param>
    /// <param name="symbol">The venue's name of the instrument.</param>
    /// <param name="price">Turns limits in the margin currency of inverse contracts into notional; quote currency per base unit.</param>
    public static FetchResult<IReadOnlyList<MarginTierRow>> MarginTiers(string text, string symbol, decimal price) =>
        ReadOne("instrument", text, symbol, row =>
        {
            decimal toNotional = row.Field("settlCurrency").Text() == "XBt" ? price / SatoshisPerBitcoin : 1 / 1_000_000m;
            decimal limit = row.Field("riskLimit").PositiveNumber() * toNotional;
            decimal step = row.Field("riskStep").PositiveNumber() * toNotional;
            decimal maintenance = row.Field("maintMargin").PositiveNumber();
            decimal initial = row.Field("initMargin").PositiveNumber();

            // Nobody opens a position for which the steps ask more than its whole value.
            return MarginLadder.WholePosition(Enumerable.Range(0, RiskSteps)
                .Select(i => new MarginLadder.Step(limit + (i * step), maintenance * (1 + i), 1 / (initial + (i * maintenance))))
                .TakeWhile(tier => tier.MaxLeverage >= 1));
        });

    /// <summary>All instruments, of <c>instrument/active</c>. Quantos have no terms: their value hangs on a third price.</summary>
    public static FetchResult<IReadOnlyList<InstrumentRow>> Instruments(string text) =>
        Read<IReadOnlyList<InstrumentRow>>("instrument/active", text, root => root.Items().Select(Instrument).ToList());

    /// <summary>Resting orders, of <c>orderBook/L2</c>.</summary>
    /// <param name="text">The body.</param>
    /// <param name="terms">What a contract is.</param>
    /// <param name="receivedUtc">When it came: the rows' times are those of their last change; UTC.</param>
    public static FetchResult<DepthSnapshot> Depth(string text, ContractTerms terms, DateTime receivedUtc) =>
        Read("orderBook/L2", text, root =>
        {
            List<DepthLevel> bids = new();
            List<DepthLevel> asks = new();
            foreach (WireValue row in root.Items())
            {
                decimal price = row.Field("price").PositiveNumber();
                DepthLevel level = new(price, terms.Quantity(row.Field("size").NotNegativeNumber(), price));
                (row.Field("side").IsFirstOf("Buy", "Sell") ? bids : asks).Add(level);
            }

            return new DepthSnapshot(
                receivedUtc,
                bids.OrderByDescending(level => level.Price).ToList(),
                asks.OrderBy(level => level.Price).ToList());
        });

    internal static decimal IntervalHours(WireValue interval)
    {
        // An interval is written as the time of day of 2000-01-01.
        TimeSpan length = interval.Iso() - new DateTime(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        return length > TimeSpan.Zero && length <= TimeSpan.FromDays(1)
            ? (decimal)length.TotalHours
            : throw interval.Refuse("a time of 2000-01-01");
    }

    private static FetchResult<T> Read<T>(string source, string text, Func<WireValue, T> read) =>
        WireJson.ReadResult(source, text, root => BitMexLimits.ErrorIn(source, root) is { } error
            ? FetchResult<T>.Fail(error)
            : FetchResult<T>.Ok(read(root)));

    private static FetchResult<T> ReadOne<T>(string source, string text, string symbol, Func<WireValue, T> read) =>
        WireJson.ReadResult(source, text, root =>
        {
            if (BitMexLimits.ErrorIn(source, root) is { } error)
            {
                return FetchResult<T>.Fail(error);
            }

            foreach (WireValue row in root.Items())
            {
                if (row.Field("symbol").Text() == symbol)
                {
                    return FetchResult<T>.Ok(read(row));
                }
            }

            return FetchResult<T>.Fail(FetchErrorKind.UnknownSymbol, $"{source}: no instrument {symbol}.");
        });

    private static IEnumerable<CandleRow> Bars(WireValue root, TimeSpan interval)
    {
        decimal? lastClose = null;
        foreach (WireValue row in root.Items().OrderBy(row => row.Field("timestamp").Iso()))
        {
            if (row.Field("trades").WholeNumber() > 0)
            {
                CandleRow bar = Candle(row, interval);
                lastClose = bar.Close;
                yield return bar;
                continue;
            }

            lastClose = (row.Optional("close") ?? row.Optional("open"))?.PositiveNumber() ?? lastClose;
            if (lastClose is { } price)
            {
                yield return new CandleRow(row.Field("timestamp").Iso() - interval, price, price, price, price, 0, 0, true);
            }
        }
    }

    private static CandleRow Candle(WireValue row, TimeSpan interval)
    {
        decimal open = row.Field("open").PositiveNumber();
        decimal close = row.Field("close").PositiveNumber();
        return new CandleRow(
            row.Field("timestamp").Iso() - interval,
            open,
            Math.Max(row.Field("high").PositiveNumber(), Math.Max(open, close)),
            Math.Min(row.Field("low").PositiveNumber(), Math.Min(open, close)),
            close,
            row.Field("homeNotional").NotNegativeNumber(),
            row.Field("foreignNotional").NotNegativeNumber(),
            true);
    }

    private static InstrumentRow Instrument(WireValue row) => new(
        row.Field("symbol").Text(),
        row.Field("underlying").Text(),
        row.Field("quoteCurrency").Text(),
        Terms(row),
        row.Optional("tickSize")?.PositiveNumber(),
        row.Optional("fundingInterval") is { } interval ? IntervalHours(interval) : null,
        row.Optional("initMargin") is { } margin ? 1 / margin.PositiveNumber() : null,
        row.Field("typ").Text() == "FFWCSX",
        row.Field("state").Text() == "Open");

    private static ContractTerms? Terms(WireValue row)
    {
        if (row.Field("isQuanto").Flag())
        {
            return null;
        }

        if (row.Field("isInverse").Flag())
        {
            // -100,000,000 satoshis of value per contract and unit of price: one unit of quote currency.
            decimal multiplier = row.Field("multiplier").Number();
            return multiplier < 0
                ? new ContractTerms(ContractKind.Inverse, -multiplier / SatoshisPerBitcoin)
                : throw row.Field("multiplier").Refuse("a number < 0 for an inverse contract");
        }

        return row.Optional("underlyingToPositionMultiplier") is { } contractsPerUnit
            ? new ContractTerms(ContractKind.Linear, 1 / contractsPerUnit.PositiveNumber())
            : null;
    }
}
