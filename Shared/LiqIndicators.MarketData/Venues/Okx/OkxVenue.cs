using LiqIndicators.MarketData.Instruments;
using LiqIndicators.MarketData.Ports;
using LiqIndicators.MarketData.Results;
using LiqIndicators.MarketData.Rows;

namespace LiqIndicators.MarketData.Venues.Okx;

/// <summary>OKX swaps.</summary>
public sealed class OkxVenue : Venue
{
    // The venue does not say when its statistics are there; what is newer comes by its stream.
    private static readonly TimeSpan StatisticsDelay = TimeSpan.FromMinutes(15);

    private readonly OkxRequests _requests;
    private readonly Uri _streamHost;

    /// <summary>The venue at its own addresses, or at others that speak its language.</summary>
    /// <param name="host">Address for requests; null for the venue's own.</param>
    /// <param name="streamHost">Address for streams; null for the venue's own.</param>
    public OkxVenue(Uri? host = null, Uri? streamHost = null)
    {
        _requests = new OkxRequests(host ?? new Uri("https://www.okx.com"));
        _streamHost = streamHost ?? new Uri("wss://ws.okx.com:8443");
    }

    /// <inheritdoc/>
    public override VenueId Id => VenueId.Okx;

    /// <inheritdoc/>
    public override IReadOnlyList<RateBudget> Budgets => OkxLimits.Budgets;

    /// <inheritdoc/>
    public override SeriesOffer? Offer(SeriesKind series, TimeSpan interval) => series switch
    {
        SeriesKind.Funding => new SeriesOffer(OkxLimits.MaxFundingRows, TimeSpan.FromDays(90)),
        SeriesKind.Candles when OkxRequests.CandleInterval(interval) is not null => new SeriesOffer(OkxLimits.MaxCandles),
        SeriesKind.MarkCandles or SeriesKind.IndexCandles when OkxRequests.CandleInterval(interval) is not null =>
            new SeriesOffer(OkxLimits.MaxPriceCandles),
        SeriesKind.OpenInterest when OkxRequests.OpenInterestPeriod(interval) is not null =>
            new SeriesOffer(OkxLimits.MaxOpenInterestRows, MaxBars: OkxLimits.KeptOpenInterestRows, Delay: StatisticsDelay),
        // These count the accounts of all contracts on the coin.
        SeriesKind.LongShortRatio when OkxRequests.Period(interval) is not null =>
            new SeriesOffer(OkxLimits.MaxStatisticsRows, OkxLimits.StatisticsDepth(interval), IsEstimate: true),
        _ => null,
    };

    /// <inheritdoc/>
    public override VenueQuery<IReadOnlyList<InstrumentRow>> Instruments() =>
        new(_requests.Instruments(), (text, _) => OkxParser.Instruments(text));

    /// <inheritdoc/>
    public override VenueQuery<IReadOnlyList<CandleRow>>? Candles(
        VenueInstrument instrument, CandlePrice price, SeriesPage page) =>
        price != CandlePrice.Premium && OkxRequests.CandleInterval(page.Interval) is { } interval
            ? new(_requests.Candles(instrument, price, interval, page), (text, _) => OkxParser.Candles(text, price))
            : null;

    /// <inheritdoc/>
    public override VenueQuery<IReadOnlyList<OpenInterestRow>>? OpenInterest(VenueInstrument instrument, SeriesPage page) =>
        OkxRequests.OpenInterestPeriod(page.Interval) is { } period
            ? new(
                _requests.OpenInterestHistory(instrument, period, page),
                (text, _) => OkxParser.OpenInterestHistory(text, instrument.Terms, page.Interval))
            : null;

    /// <inheritdoc/>
    public override VenueQuery<IReadOnlyList<FundingRateRow>> Funding(VenueInstrument instrument, SeriesPage page) =>
        new(_requests.FundingHistory(instrument, page), (text, _) => OkxParser.FundingHistory(text));

    /// <inheritdoc/>
    public override VenueQuery<IReadOnlyList<LongShortRatioRow>>? LongShortRatio(
        VenueInstrument instrument, SeriesPage page) =>
        OkxRequests.Period(page.Interval) is { } period
            ? new(
                _requests.LongShortRatio(instrument.BaseAsset, period, page), (text, _) => OkxParser.LongShortRatio(text))
            : null;

    /// <inheritdoc/>
    public override IReadOnlyList<VenueQuery<MarketStateRow>> MarketState(VenueInstrument instrument) => new[]
    {
        new VenueQuery<MarketStateRow>(_requests.MarkPrice(instrument), (text, _) => OkxParser.MarkPrice(text)),
        new VenueQuery<MarketStateRow>(
            _requests.OpenInterest(instrument), (text, _) => OkxParser.OpenInterest(text, instrument.Terms)),
        new VenueQuery<MarketStateRow>(_requests.FundingRate(instrument), (text, receivedUtc) => OkxParser.FundingRate(text, receivedUtc)),
    };

    /// <inheritdoc/>
    public override VenueQuery<DepthSnapshot> Depth(VenueInstrument instrument, int levels) =>
        new(_requests.Depth(instrument, levels), (text, _) => OkxParser.Depth(text, instrument.Terms));

    /// <inheritdoc/>
    public override VenueQuery<IReadOnlyList<MarginTierRow>> MarginTiers(VenueInstrument instrument, decimal price) =>
        new(_requests.PositionTiers(instrument), (text, _) => OkxParser.MarginTiers(text, instrument.Terms, price));

    /// <summary>Recent forced orders. The venue keeps a short window, and reports differ on whether it answers at all.</summary>
    public VenueQuery<IReadOnlyList<ForcedOrderRow>> RecentForcedOrders(VenueInstrument instrument)
    {
        ContractBook book = new(new[] { instrument });
        return new(_requests.LiquidationOrders(instrument), (text, _) => OkxParser.LiquidationOrders(text, book));
    }

    /// <inheritdoc/>
    public override StreamPlan Stream(IReadOnlyList<VenueInstrument> instruments) =>
        OkxStreaming.Plan(_streamHost, instruments);

    /// <inheritdoc/>
    protected override FetchResult<StreamMessage> ReadMessage(string text, ContractBook book, DateTime receivedUtc) =>
        OkxStreaming.Read(text, book, receivedUtc);

    /// <inheritdoc/>
    public override FetchError? Judge(TransportReply reply) => OkxLimits.Judge(reply);
}
