using LiqIndicators.MarketData.Instruments;
using LiqIndicators.MarketData.Ports;
using LiqIndicators.MarketData.Results;
using LiqIndicators.MarketData.Rows;

namespace LiqIndicators.MarketData.Venues.CoinGlass;

/// <summary>CoinGlass: history over venues, for users with a key. Its figures are revised later and count as estimates.</summary>
public sealed class CoinGlassVenue : Venue
{
    private readonly CoinGlassRequests _requests;
    private readonly string _exchange;
    private readonly string _liquidationExchanges;

    /// <summary>The vendor's view of one exchange, and of liquidations over several.</summary>
    /// <param name="key">The user's key.</param>
    /// <param name="host">Address for requests; null for the vendor's own.</param>
    /// <param name="exchange">Exchange in the vendor's word.</param>
    /// <param name="liquidationExchanges">Exchanges whose liquidations are added up, comma separated.</param>
    public CoinGlassVenue(
        string key, Uri? host = null, string exchange = "Binance", string liquidationExchanges = "Binance,Bybit,OKX,Hyperliquid,BitMEX")
    {
        _requests = new CoinGlassRequests(host ?? new Uri("https://open-api-v4.coinglass.com/api"), key);
        _exchange = exchange;
        _liquidationExchanges = liquidationExchanges;
    }

    /// <inheritdoc/>
    public override VenueId Id => VenueId.CoinGlass;

    /// <inheritdoc/>
    public override IReadOnlyList<RateBudget> Budgets => CoinGlassLimits.Budgets;

    /// <inheritdoc/>
    public override SeriesOffer? Offer(SeriesKind series, TimeSpan interval) => series switch
    {
        SeriesKind.Candles or SeriesKind.OpenInterest or SeriesKind.Funding or SeriesKind.LongShortRatio or SeriesKind.Liquidations
            when CoinGlassRequests.Interval(interval) is not null =>
            new SeriesOffer(CoinGlassLimits.MaxRows, IsEstimate: series != SeriesKind.Candles),
        _ => null,
    };

    /// <inheritdoc/>
    public override VenueQuery<IReadOnlyList<CandleRow>>? Candles(
        VenueInstrument instrument, CandlePrice price, SeriesPage page) =>
        price == CandlePrice.Last && CoinGlassRequests.Interval(page.Interval) is { } interval
            ? new(
                _requests.Candles(_exchange, instrument.Symbol, interval, page), (text, _) => CoinGlassParser.Candles(text))
            : null;

    /// <inheritdoc/>
    public override VenueQuery<IReadOnlyList<OpenInterestRow>>? OpenInterest(VenueInstrument instrument, SeriesPage page) =>
        CoinGlassRequests.Interval(page.Interval) is { } interval
            ? new(
                _requests.OpenInterest(_exchange, instrument.Symbol, interval, page),
                (text, _) => CoinGlassParser.OpenInterest(text, page.Interval))
            : null;

    /// <inheritdoc/>
    public override VenueQuery<IReadOnlyList<FundingRateRow>>? Funding(VenueInstrument instrument, SeriesPage page) =>
        CoinGlassRequests.Interval(page.Interval) is { } interval
            ? new(
                _requests.Funding(_exchange, instrument.Symbol, interval, page),
                (text, _) => CoinGlassParser.Funding(text, page.Interval))
            : null;

    /// <inheritdoc/>
    public override VenueQuery<IReadOnlyList<LongShortRatioRow>>? LongShortRatio(
        VenueInstrument instrument, SeriesPage page) =>
        CoinGlassRequests.Interval(page.Interval) is { } interval
            ? new(
                _requests.LongShortRatio(_exchange, instrument.Symbol, interval, page),
                (text, _) => CoinGlassParser.LongShortRatio(text))
            : null;

    /// <inheritdoc/>
    public override VenueQuery<IReadOnlyList<LiquidationTotalsRow>>? Liquidations(
        VenueInstrument instrument, SeriesPage page) =>
        CoinGlassRequests.Interval(page.Interval) is { } interval
            ? new(
                _requests.Liquidations(_liquidationExchanges, instrument.BaseAsset, interval, page),
                (text, _) => CoinGlassParser.AggregatedLiquidations(text))
            : null;

    /// <summary>Open interest and running funding rate of the exchange now; the vendor adds up all the exchange's contracts on the coin.</summary>
    public override IReadOnlyList<VenueQuery<MarketStateRow>> MarketState(VenueInstrument instrument) => new[]
    {
        new VenueQuery<MarketStateRow>(
            _requests.OpenInterestNow(instrument.BaseAsset),
            (text, receivedUtc) => OfExchange(
                "open-interest/exchange-list",
                CoinGlassParser.OpenInterestByExchange(text, receivedUtc),
                row => row.Symbol,
                row => row with { Symbol = instrument.Symbol })),
        new VenueQuery<MarketStateRow>(
            _requests.FundingNow(instrument.BaseAsset),
            (text, receivedUtc) => OfExchange(
                "funding-rate/exchange-list",
                CoinGlassParser.FundingByExchange(text),
                row => row.Asset == instrument.BaseAsset ? row.VenueName : string.Empty,
                row => new MarketStateRow(
                    receivedUtc,
                    instrument.Symbol,
                    PredictedFundingRate: row.Rate,
                    FundingIntervalHours: row.IntervalHours,
                    NextFundingUtc: row.NextFundingUtc))),
    };

    /// <inheritdoc/>
    public override VenueQuery<DepthSnapshot> Depth(VenueInstrument instrument, int levels) =>
        new(_requests.Depth(_exchange, instrument.Symbol), (text, _) => CoinGlassParser.Depth(text));

    /// <inheritdoc/>
    public override FetchError? Judge(TransportReply reply) => HttpStatusRules.Judge(Id, reply);

    /// <inheritdoc/>
    public override BudgetReading? ReadBudget(TransportReply reply) => CoinGlassLimits.ReadBudget(reply);

    // The vendor writes an exchange's name now in capitals, now not.
    private FetchResult<MarketStateRow> OfExchange<T>(
        string source, FetchResult<IReadOnlyList<T>> rows, Func<T, string> exchangeOf, Func<T, MarketStateRow> stateOf)
    {
        if (rows.Error is { } error)
        {
            return FetchResult<MarketStateRow>.Fail(error);
        }

        foreach (T row in rows.Value)
        {
            if (string.Equals(exchangeOf(row), _exchange, StringComparison.OrdinalIgnoreCase))
            {
                return FetchResult<MarketStateRow>.Ok(stateOf(row));
            }
        }

        return FetchResult<MarketStateRow>.Fail(FetchErrorKind.UnknownSymbol, $"{source}: nothing about {_exchange}.");
    }
}
