using LiqIndicators.MarketData.Instruments;
using LiqIndicators.MarketData.Ports;
using LiqIndicators.MarketData.Results;
using LiqIndicators.MarketData.Rows;

namespace LiqIndicators.MarketData.Venues.Bybit;

/// <summary>Bybit, linear and inverse perpetuals: the terms of the instrument decide which.</summary>
public sealed class BybitVenue : Venue
{
    private readonly BybitRequests _requests;
    private readonly Uri _streamHost;

    /// <summary>The venue at its own addresses, or at others that speak its language.</summary>
    /// <param name="host">Address for requests; null for the venue's own.</param>
    /// <param name="streamHost">Address for streams; null for the venue's own.</param>
    public BybitVenue(Uri? host = null, Uri? streamHost = null)
    {
        _requests = new BybitRequests(host ?? new Uri("https://api.bybit.com"));
        _streamHost = streamHost ?? new Uri("wss://stream.bybit.com");
    }

    /// <inheritdoc/>
    public override VenueId Id => VenueId.Bybit;

    /// <inheritdoc/>
    public override IReadOnlyList<RateBudget> Budgets => BybitLimits.Budgets;

    /// <inheritdoc/>
    public override SeriesOffer? Offer(SeriesKind series, TimeSpan interval) => series switch
    {
        SeriesKind.Funding => new SeriesOffer(BybitLimits.MaxFundingRows),
        SeriesKind.Candles or SeriesKind.MarkCandles or SeriesKind.IndexCandles or SeriesKind.PremiumCandles
            when BybitRequests.CandleInterval(interval) is not null => new SeriesOffer(BybitLimits.MaxCandles),
        SeriesKind.OpenInterest when BybitRequests.Period(interval) is not null =>
            new SeriesOffer(BybitLimits.MaxOpenInterestRows),
        SeriesKind.LongShortRatio when BybitRequests.Period(interval) is not null =>
            new SeriesOffer(BybitLimits.MaxRatioRows),
        _ => null,
    };

    /// <summary>All linear instruments.</summary>
    public override VenueQuery<IReadOnlyList<InstrumentRow>> Instruments() => Instruments(ContractKind.Linear);

    /// <summary>All instruments of a kind.</summary>
    public VenueQuery<IReadOnlyList<InstrumentRow>> Instruments(ContractKind kind) =>
        new(_requests.Instruments(kind), (text, _) => BybitParser.Instruments(text, kind));

    /// <inheritdoc/>
    public override VenueQuery<IReadOnlyList<CandleRow>>? Candles(
        VenueInstrument instrument, CandlePrice price, SeriesPage page) =>
        BybitRequests.CandleInterval(page.Interval) is { } interval
            ? new(
                _requests.Candles(instrument, price, interval, page),
                (text, _) => BybitParser.Candles(text, price, instrument.Terms.Kind))
            : null;

    /// <inheritdoc/>
    public override VenueQuery<IReadOnlyList<OpenInterestRow>>? OpenInterest(VenueInstrument instrument, SeriesPage page) =>
        BybitRequests.Period(page.Interval) is { } period
            ? new(
                _requests.OpenInterest(instrument, period, page),
                (text, _) => BybitParser.OpenInterest(text, instrument.Terms.Kind))
            : null;

    /// <inheritdoc/>
    public override VenueQuery<IReadOnlyList<FundingRateRow>> Funding(VenueInstrument instrument, SeriesPage page) =>
        new(_requests.Funding(instrument, page), (text, _) => BybitParser.Funding(text, instrument.Terms.Kind));

    /// <inheritdoc/>
    public override VenueQuery<IReadOnlyList<LongShortRatioRow>>? LongShortRatio(
        VenueInstrument instrument, SeriesPage page) =>
        BybitRequests.Period(page.Interval) is { } period
            ? new(_requests.LongShortRatio(instrument, period, page), (text, _) => BybitParser.LongShortRatio(text))
            : null;

    /// <inheritdoc/>
    public override IReadOnlyList<VenueQuery<MarketStateRow>> MarketState(VenueInstrument instrument) => new[]
    {
        new VenueQuery<MarketStateRow>(
            _requests.Ticker(instrument), (text, _) => BybitParser.Ticker(text, instrument.Terms.Kind)),
    };

    /// <inheritdoc/>
    public override VenueQuery<DepthSnapshot> Depth(VenueInstrument instrument, int levels) =>
        new(_requests.Depth(instrument, levels), (text, _) => BybitParser.Depth(text, instrument.Terms));

    /// <inheritdoc/>
    public override VenueQuery<IReadOnlyList<MarginTierRow>> MarginTiers(VenueInstrument instrument, decimal price) =>
        new(_requests.RiskLimit(instrument), (text, _) => BybitParser.MarginTiers(text, instrument.Terms.Kind, price));

    /// <inheritdoc/>
    public override StreamPlan Stream(IReadOnlyList<VenueInstrument> instruments) =>
        BybitStreaming.Plan(_streamHost, instruments);

    /// <inheritdoc/>
    protected override FetchResult<StreamMessage> ReadMessage(string text, ContractBook book, DateTime receivedUtc) =>
        BybitStreaming.Read(text, book);

    /// <inheritdoc/>
    public override FetchError? Judge(TransportReply reply) => BybitLimits.Judge(reply);

    /// <inheritdoc/>
    public override BudgetReading? ReadBudget(TransportReply reply) => BybitLimits.ReadBudget(reply);
}
