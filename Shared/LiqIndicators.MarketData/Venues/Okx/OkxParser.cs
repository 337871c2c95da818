using LiqIndicators.Analytics.Market;
using LiqIndicators.MarketData.Instruments;
using LiqIndicators.MarketData.Json;
using LiqIndicators.MarketData.Results;
using LiqIndicators.MarketData.Rows;

namespace LiqIndicators.MarketData.Venues.Okx;

/// <summary>Reads the answers of OKX' interface, version 5. Lists come newest first; everything is text.</summary>
/// <remarks>Amounts are contracts: linear ones of <c>ctVal</c> coins, inverse ones of <c>ctVal</c> quote currency.</remarks>
public static class OkxParser
{
    /// <summary>Bars of <c>candles</c>, <c>history-candles</c>, <c>mark-price-candles</c> and <c>index-candles</c>.</summary>
    public static FetchResult<IReadOnlyList<CandleRow>> Candles(string text, CandlePrice price) =>
        Read("candles", text, data => Chronology.Distinct(
            data.Items().Select(row => Candle(row, price)), row => row.TimeUtc, newestFirst: true));

    /// <summary>Funding rates paid, of <c>funding-rate-history</c>: the realised rate, not the estimate.</summary>
    public static FetchResult<IReadOnlyList<FundingRateRow>> FundingHistory(string text) =>
        Read("funding-rate-history", text, data => Chronology.Distinct(
            data.Items().Select(row => new FundingRateRow(
                row.Field("fundingTime").Milliseconds(), row.Field("realizedRate").Fraction(), null)),
            row => row.TimeUtc,
            newestFirst: true));

    /// <summary>The running funding estimate, of <c>funding-rate</c> and its stream.</summary>
    /// <param name="text">The body.</param>
    /// <param name="receivedUtc">When it came, which counts where the body has no time; UTC.</param>
    public static FetchResult<MarketStateRow> FundingRate(string text, DateTime receivedUtc) =>
        Read("funding-rate", text, data => FundingRate(data.Items(1)[0], receivedUtc));

    /// <summary>The mark price, of <c>mark-price</c> and its stream.</summary>
    public static FetchResult<MarketStateRow> MarkPrice(string text) =>
        Read("mark-price", text, data => MarkPrice(data.Items(1)[0]));

    /// <summary>Open interest now, of <c>open-interest</c> and its stream.</summary>
    public static FetchResult<MarketStateRow> OpenInterest(string text, ContractTerms terms) =>
        Read("open-interest", text, data => OpenInterest(data.Items(1)[0], terms));

    /// <summary>A contract's open interest over time, of <c>open-interest-history</c>: rows of time, contracts, coins and dollars, newest first.</summary>
    /// <param name="text">The body.</param>
    /// <param name="terms">What a contract is.</param>
    /// <param name="interval">
    /// From row to row. Whether a row is of its interval's start or end is documented nowhere: it gets the time of the end, so that
    /// nothing is known before it was.
    /// </param>
    public static FetchResult<IReadOnlyList<OpenInterestRow>> OpenInterestHistory(string text, ContractTerms terms, TimeSpan interval) =>
        Read("open-interest-history", text, data => Chronology.Distinct(
            data.Items().Select(row =>
            {
                (decimal? quantity, decimal? notional) = Amounts(row.At(1, "oi"), () => row.At(2, "oiCcy"), terms);
                return new OpenInterestRow(row.At(0, "ts").Milliseconds() + interval, quantity, notional);
            }),
            row => row.TimeUtc,
            newestFirst: true));

    /// <summary>Long over short accounts, of <c>long-short-account-ratio</c>.</summary>
    public static FetchResult<IReadOnlyList<LongShortRatioRow>> LongShortRatio(string text) =>
        Read("long-short-account-ratio", text, data => Chronology.Distinct(
            data.Items().Select(row => new LongShortRatioRow(
                row.At(0, "ts").Milliseconds(), row.At(1, "ratio").NotNegativeNumber(), null)),
            row => row.TimeUtc,
            newestFirst: true));

    /// <summary>Resting orders, of <c>books</c>.</summary>
    public static FetchResult<DepthSnapshot> Depth(string text, ContractTerms terms) => Read("books", text, data =>
    {
        WireValue book = data.Items(1)[0];
        return new DepthSnapshot(
            book.Field("ts").Milliseconds(),
            Levels(book.Field("bids"), terms).OrderByDescending(level => level.Price).ToList(),
            Levels(book.Field("asks"), terms).OrderBy(level => level.Price).ToList());
    });

    /// <summary>Margin tiers, of <c>position-tiers</c>: caps in contracts, and the rate of the tier counts for the whole position.</summary>
    /// <param name="text">The body.</param>
    /// <param name="terms">What a contract is.</param>
    /// <param name="price">Quote currency per base unit; &gt; 0.</param>
    public static FetchResult<IReadOnlyList<MarginTierRow>> MarginTiers(string text, ContractTerms terms, decimal price) =>
        Read("position-tiers", text, data => MarginLadder.WholePosition(data.Items(1).Select(row => new MarginLadder.Step(
            terms.Notional(row.Field("maxSz").PositiveNumber(), price),
            row.Field("mmr").Fraction(),
            row.Field("maxLever").PositiveNumber()))));

    /// <summary>All swaps, of <c>instruments</c>; other types in the body are passed over.</summary>
    public static FetchResult<IReadOnlyList<InstrumentRow>> Instruments(string text) =>
        Read<IReadOnlyList<InstrumentRow>>("instruments", text, data => data.Items()
            .Where(row => row.Field("instType").Text() == "SWAP")
            .Select(Instrument)
            .ToList());

    /// <summary>Forced orders, of <c>liquidation-orders</c> and its stream; instruments outside the book are passed over.</summary>
    public static FetchResult<IReadOnlyList<ForcedOrderRow>> LiquidationOrders(string text, ContractBook book) =>
        Read("liquidation-orders", text, data => LiquidationOrders(data, book));

    internal static IReadOnlyList<ForcedOrderRow> LiquidationOrders(WireValue data, ContractBook book) => Chronology.All(
        data.Items().SelectMany(group =>
        {
            string symbol = group.Field("instId").Text();
            ContractTerms? terms = book.TermsOf(symbol);
            IReadOnlyList<WireValue> details = group.Field("details").Items();
            return terms is null
                ? Array.Empty<ForcedOrderRow>()
                : details.Select(row => LiquidationOrder(row, symbol, terms)).ToArray();
        }),
        row => row.TimeUtc);

    internal static MarketStateRow FundingRate(WireValue row, DateTime receivedUtc)
    {
        DateTime next = row.Field("fundingTime").Milliseconds();
        DateTime afterNext = row.Field("nextFundingTime").Milliseconds();
        return new MarketStateRow(
            row.Optional("ts")?.Milliseconds() ?? receivedUtc,
            row.Field("instId").Text(),
            PredictedFundingRate: row.Field("fundingRate").Fraction(),
            FundingIntervalHours: afterNext > next ? (decimal)(afterNext - next).TotalHours : null,
            NextFundingUtc: next);
    }

    internal static MarketStateRow MarkPrice(WireValue row) => new(
        row.Field("ts").Milliseconds(), row.Field("instId").Text(), MarkPrice: row.Field("markPx").PositiveNumber());

    // An index is named after the family of the swaps on it.
    internal static MarketStateRow IndexPrice(WireValue row) => new(
        row.Field("ts").Milliseconds(), row.Field("instId").Text() + "-SWAP", IndexPrice: row.Field("idxPx").PositiveNumber());

    internal static MarketStateRow OpenInterest(WireValue row, ContractTerms terms)
    {
        (decimal? quantity, decimal? notional) = Amounts(row.Field("oi"), () => row.Field("oiCcy"), terms);
        return new MarketStateRow(
            row.Field("ts").Milliseconds(),
            row.Field("instId").Text(),
            OpenInterestQuantity: quantity,
            OpenInterestNotional: notional ?? row.Optional("oiUsd")?.NotNegativeNumber());
    }

    // The amount in which the contract is fixed follows from its size; the other one hangs on the price.
    private static (decimal? Quantity, decimal? Notional) Amounts(WireValue contracts, Func<WireValue> coins, ContractTerms terms)
    {
        decimal amount = contracts.NotNegativeNumber() * terms.Size;
        return terms.Kind == ContractKind.Linear ? (amount, null) : (coins().NotNegativeNumber(), amount);
    }

    private static FetchResult<T> Read<T>(string source, string text, Func<WireValue, T> read) =>
        WireJson.ReadResult(source, text, root => OkxLimits.ErrorIn(source, root) is { } error
            ? FetchResult<T>.Fail(error)
            : FetchResult<T>.Ok(read(root.Field("data"))));

    private static CandleRow Candle(WireValue row, CandlePrice price)
    {
        bool isTraded = price == CandlePrice.Last;
        WireValue places = row.WithAtLeast(isTraded ? 9 : 6);
        CandleRow candle = WireCandles.Read(places, 1, places.At(0, "ts").Milliseconds(), price) with
        {
            IsClosed = places.At(isTraded ? 8 : 5, "confirm").IsFirstOf("1", "0"),
        };
        return isTraded
            ? candle with
            {
                VolumeQuantity = places.At(6, "volCcy").NotNegativeNumber(),
                VolumeNotional = places.At(7, "volCcyQuote").NotNegativeNumber(),
            }
            : candle;
    }

    private static IEnumerable<DepthLevel> Levels(WireValue side, ContractTerms terms) => side.Items().Select(level =>
    {
        decimal price = level.At(0, "price").PositiveNumber();
        return new DepthLevel(price, terms.Quantity(level.At(1, "contracts").NotNegativeNumber(), price));
    });

    private static InstrumentRow Instrument(WireValue row)
    {
        string symbol = row.Field("instId").Text();
        string[] parts = symbol.Split('-');
        if (parts.Length < 3)
        {
            throw row.Field("instId").Refuse("a swap's name, BASE-QUOTE-SWAP");
        }

        bool isLinear = row.Field("ctType").IsFirstOf("linear", "inverse");
        decimal multiplier = row.Optional("ctMult")?.PositiveNumber() ?? 1;
        return new InstrumentRow(
            symbol,
            parts[0],
            parts[1],
            new ContractTerms(
                isLinear ? ContractKind.Linear : ContractKind.Inverse, row.Field("ctVal").PositiveNumber() * multiplier),
            row.Optional("tickSz")?.PositiveNumber(),
            null,
            row.Optional("lever")?.PositiveNumber(),
            true,
            row.Field("state").Text() == "live");
    }

    private static ForcedOrderRow LiquidationOrder(WireValue row, string symbol, ContractTerms terms)
    {
        decimal contracts = row.Field("sz").PositiveNumber();
        decimal price = row.Field("bkPx").PositiveNumber();
        // In net mode the position has no side of its own: then the order tells, and a sell closes a long.
        bool isOrderOfLong = row.Field("side").IsFirstOf("sell", "buy");
        bool isLong = row.Field("posSide").Text() == "net" ? isOrderOfLong : row.Field("posSide").IsFirstOf("long", "short");
        return new ForcedOrderRow(
            row.Field("ts").Milliseconds(),
            symbol,
            isLong ? PositionSide.Long : PositionSide.Short,
            terms.Quantity(contracts, price),
            price,
            terms.Notional(contracts, price));
    }
}
