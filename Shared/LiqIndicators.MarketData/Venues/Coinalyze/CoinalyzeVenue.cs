using LiqIndicators.MarketData.Instruments;
using LiqIndicators.MarketData.Ports;
using LiqIndicators.MarketData.Results;
using LiqIndicators.MarketData.Rows;

namespace LiqIndicators.MarketData.Venues.Coinalyze;

/// <summary>Coinalyze: history of liquidations and more, for users with its free key. Its figures count as estimates.</summary>
public sealed class CoinalyzeVenue : Venue
{
    private readonly CoinalyzeRequests _requests;

    /// <summary>The vendor with a user's key.</summary>
    /// <param name="key">The user's key.</param>
    /// <param name="host">Address for requests; null for the vendor's own.</param>
    public CoinalyzeVenue(string key, Uri? host = null) =>
        _requests = new CoinalyzeRequests(host ?? new Uri("https://api.coinalyze.net/v1"), key);

    /// <inheritdoc/>
    public override VenueId Id => VenueId.Coinalyze;

    /// <inheritdoc/>
    public override IReadOnlyList<RateBudget> Budgets => CoinalyzeLimits.Budgets;

    /// <inheritdoc/>
    public override SeriesOffer? Offer(SeriesKind series, TimeSpan interval)
    {
        bool isOffered = CoinalyzeRequests.Interval(interval) is not null && series is
            SeriesKind.Candles or SeriesKind.OpenInterest or SeriesKind.Funding or SeriesKind.LongShortRatio or SeriesKind.Liquidations;
        bool isDaily = interval >= TimeSpan.FromDays(1);
        return isOffered
            ? new SeriesOffer(
                CoinalyzeLimits.MaxRows,
                IsEstimate: series != SeriesKind.Candles,
                MaxBars: isDaily ? null : CoinalyzeLimits.MaxRows)
            : null;
    }

    /// <inheritdoc/>
    public override VenueQuery<IReadOnlyList<InstrumentRow>> Instruments() =>
        new(_requests.Markets(), (text, _) => CoinalyzeParser.Instruments(text));

    /// <inheritdoc/>
    public override VenueQuery<IReadOnlyList<CandleRow>>? Candles(
        VenueInstrument instrument, CandlePrice price, SeriesPage page) =>
        price == CandlePrice.Last && CoinalyzeRequests.Interval(page.Interval) is { } interval
            ? new(
                _requests.History("ohlcv-history", instrument.Symbol, interval, page.Range, isAmount: false),
                (text, _) => CoinalyzeParser.Candles(text, instrument.Symbol))
            : null;

    /// <inheritdoc/>
    public override VenueQuery<IReadOnlyList<OpenInterestRow>>? OpenInterest(VenueInstrument instrument, SeriesPage page) =>
        CoinalyzeRequests.Interval(page.Interval) is { } interval
            ? new(
                _requests.History("open-interest-history", instrument.Symbol, interval, page.Range, isAmount: true),
                (text, _) => CoinalyzeParser.OpenInterest(text, instrument.Symbol, page.Interval))
            : null;

    /// <inheritdoc/>
    public override VenueQuery<IReadOnlyList<FundingRateRow>>? Funding(VenueInstrument instrument, SeriesPage page) =>
        CoinalyzeRequests.Interval(page.Interval) is { } interval
            ? new(
                _requests.History("funding-rate-history", instrument.Symbol, interval, page.Range, isAmount: false),
                (text, _) => CoinalyzeParser.Funding(text, instrument.Symbol, page.Interval))
            : null;

    /// <summary>What the next funding rate was expected to be, over time; null when the vendor has no such interval.</summary>
    public VenueQuery<IReadOnlyList<FundingRateRow>>? PredictedFunding(VenueInstrument instrument, SeriesPage page) =>
        CoinalyzeRequests.Interval(page.Interval) is { } interval
            ? new(
                _requests.History("predicted-funding-rate-history", instrument.Symbol, interval, page.Range, isAmount: false),
                (text, _) => CoinalyzeParser.PredictedFunding(text, instrument.Symbol, page.Interval))
            : null;

    /// <inheritdoc/>
    public override VenueQuery<IReadOnlyList<LongShortRatioRow>>? LongShortRatio(
        VenueInstrument instrument, SeriesPage page) =>
        CoinalyzeRequests.Interval(page.Interval) is { } interval
            ? new(
                _requests.History("long-short-ratio-history", instrument.Symbol, interval, page.Range, isAmount: false),
                (text, _) => CoinalyzeParser.LongShortRatio(text, instrument.Symbol))
            : null;

    /// <inheritdoc/>
    public override VenueQuery<IReadOnlyList<LiquidationTotalsRow>>? Liquidations(
        VenueInstrument instrument, SeriesPage page) =>
        CoinalyzeRequests.Interval(page.Interval) is { } interval
            ? new(
                _requests.History("liquidation-history", instrument.Symbol, interval, page.Range, isAmount: true),
                (text, _) => CoinalyzeParser.Liquidations(text, instrument.Symbol))
            : null;

    /// <inheritdoc/>
    public override IReadOnlyList<VenueQuery<MarketStateRow>> MarketState(VenueInstrument instrument) => new[]
    {
        new VenueQuery<MarketStateRow>(
            _requests.OpenInterestNow(instrument.Symbol),
            (text, receivedUtc) => CoinalyzeParser.OpenInterestNow(text, instrument.Symbol, receivedUtc)),
        new VenueQuery<MarketStateRow>(
            _requests.PredictedFundingNow(instrument.Symbol),
            (text, receivedUtc) => CoinalyzeParser.PredictedFundingNow(text, instrument.Symbol, receivedUtc)),
    };

    /// <inheritdoc/>
    public override FetchError? Judge(TransportReply reply) => HttpStatusRules.Judge(Id, reply);
}
