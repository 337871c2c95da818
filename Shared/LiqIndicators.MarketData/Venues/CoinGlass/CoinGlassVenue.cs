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

    /// <inheritdoc/>
    public override FetchError? Judge(TransportReply reply) => HttpStatusRules.Judge(Id, reply);

    /// <inheritdoc/>
    public override BudgetReading? ReadBudget(TransportReply reply) => CoinGlassLimits.ReadBudget(reply);
}
