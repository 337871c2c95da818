using LiqIndicators.MarketData.Instruments;
using LiqIndicators.MarketData.Ports;
using LiqIndicators.MarketData.Results;
using LiqIndicators.MarketData.Rows;

namespace LiqIndicators.MarketData.Venues.Hyperliquid;

/// <summary>Hyperliquid perpetuals. The venue keeps no history of open interest.</summary>
public sealed class HyperliquidVenue : Venue
{
    private readonly HyperliquidRequests _requests;
    private readonly Uri _streamHost;

    /// <summary>The venue at its own addresses, or at others that speak its language.</summary>
    /// <param name="host">Address for requests; null for the venue's own.</param>
    /// <param name="streamHost">Address for streams; null for the venue's own.</param>
    public HyperliquidVenue(Uri? host = null, Uri? streamHost = null)
    {
        _requests = new HyperliquidRequests(host ?? new Uri("https://api.hyperliquid.xyz"));
        _streamHost = streamHost ?? new Uri("wss://api.hyperliquid.xyz");
    }

    /// <inheritdoc/>
    public override VenueId Id => VenueId.Hyperliquid;

    /// <inheritdoc/>
    public override IReadOnlyList<RateBudget> Budgets => HyperliquidLimits.Budgets;

    /// <inheritdoc/>
    public override SeriesOffer? Offer(SeriesKind series, TimeSpan interval) => series switch
    {
        SeriesKind.Funding => new SeriesOffer(HyperliquidLimits.MaxFundingRows),
        SeriesKind.Candles when HyperliquidRequests.Interval(interval) is not null =>
            new SeriesOffer(HyperliquidLimits.MaxCandles, MaxBars: HyperliquidLimits.MaxCandles),
        _ => null,
    };

    /// <inheritdoc/>
    public override VenueQuery<IReadOnlyList<InstrumentRow>> Instruments() =>
        new(_requests.Meta(), (text, _) => HyperliquidParser.Instruments(text));

    /// <summary>Estimates of the next funding rates on several venues.</summary>
    public VenueQuery<IReadOnlyList<PredictedFundingRow>> PredictedFundings() =>
        new(_requests.PredictedFundings(), (text, _) => HyperliquidParser.PredictedFundings(text));

    /// <inheritdoc/>
    public override VenueQuery<IReadOnlyList<CandleRow>>? Candles(
        VenueInstrument instrument, CandlePrice price, SeriesPage page) =>
        price == CandlePrice.Last && HyperliquidRequests.Interval(page.Interval) is { } interval
            ? new(_requests.Candles(instrument.Symbol, interval, page), (text, _) => HyperliquidParser.Candles(text))
            : null;

    /// <inheritdoc/>
    public override VenueQuery<IReadOnlyList<FundingRateRow>> Funding(VenueInstrument instrument, SeriesPage page) =>
        new(_requests.Funding(instrument.Symbol, page.Range), (text, _) => HyperliquidParser.Funding(text));

    /// <inheritdoc/>
    public override IReadOnlyList<VenueQuery<MarketStateRow>> MarketState(VenueInstrument instrument) => new[]
    {
        new VenueQuery<MarketStateRow>(
            _requests.MetaAndContexts(),
            (text, receivedUtc) => HyperliquidParser.MarketState(text, instrument.Symbol, receivedUtc)),
    };

    /// <inheritdoc/>
    public override VenueQuery<DepthSnapshot> Depth(VenueInstrument instrument, int levels) =>
        new(_requests.Depth(instrument.Symbol), (text, _) => HyperliquidParser.Depth(text));

    /// <inheritdoc/>
    public override VenueQuery<IReadOnlyList<MarginTierRow>> MarginTiers(VenueInstrument instrument, decimal price) =>
        new(_requests.Meta(), (text, _) => HyperliquidParser.MarginTiers(text, instrument.Symbol));

    /// <inheritdoc/>
    public override StreamPlan Stream(IReadOnlyList<VenueInstrument> instruments) =>
        HyperliquidStreaming.Plan(_streamHost, instruments);

    /// <inheritdoc/>
    protected override FetchResult<StreamMessage> ReadMessage(string text, ContractBook book, DateTime receivedUtc) =>
        HyperliquidStreaming.Read(text, book, receivedUtc);

    /// <inheritdoc/>
    public override FetchError? Judge(TransportReply reply) => HyperliquidLimits.Judge(reply);
}
