using LiqIndicators.MarketData.Instruments;
using LiqIndicators.MarketData.Ports;
using LiqIndicators.MarketData.Results;
using LiqIndicators.MarketData.Rows;

namespace LiqIndicators.MarketData.Venues.BitMex;

/// <summary>BitMEX perpetuals. The venue keeps no history of open interest.</summary>
public sealed class BitMexVenue : Venue
{
    private readonly BitMexRequests _requests;
    private readonly Uri _streamHost;

    /// <summary>The venue at its own addresses, or at others that speak its language.</summary>
    /// <param name="host">Address for requests; null for the venue's own.</param>
    /// <param name="streamHost">Address for streams; null for the venue's own.</param>
    public BitMexVenue(Uri? host = null, Uri? streamHost = null)
    {
        _requests = new BitMexRequests(host ?? new Uri("https://www.bitmex.com/api/v1"));
        _streamHost = streamHost ?? new Uri("wss://ws.bitmex.com");
    }

    /// <inheritdoc/>
    public override VenueId Id => VenueId.BitMex;

    /// <inheritdoc/>
    public override IReadOnlyList<RateBudget> Budgets => BitMexLimits.Budgets;

    /// <inheritdoc/>
    public override SeriesOffer? Offer(SeriesKind series, TimeSpan interval) => series switch
    {
        SeriesKind.Funding => new SeriesOffer(BitMexLimits.MaxRows),
        SeriesKind.Candles when BitMexRequests.Interval(interval) is not null => new SeriesOffer(BitMexLimits.MaxCandles),
        _ => null,
    };

    /// <inheritdoc/>
    public override VenueQuery<IReadOnlyList<InstrumentRow>> Instruments() =>
        new(_requests.Instruments(), (text, _) => BitMexParser.Instruments(text));

    /// <inheritdoc/>
    public override VenueQuery<IReadOnlyList<CandleRow>>? Candles(
        VenueInstrument instrument, CandlePrice price, SeriesPage page) =>
        price == CandlePrice.Last && BitMexRequests.Interval(page.Interval) is { } interval
            ? new(
                _requests.Candles(instrument.Symbol, interval, page), (text, _) => BitMexParser.Candles(text, page.Interval))
            : null;

    /// <inheritdoc/>
    public override VenueQuery<IReadOnlyList<FundingRateRow>> Funding(VenueInstrument instrument, SeriesPage page) =>
        new(_requests.Funding(instrument.Symbol, page), (text, _) => BitMexParser.Funding(text));

    /// <inheritdoc/>
    public override IReadOnlyList<VenueQuery<MarketStateRow>> MarketState(VenueInstrument instrument) => new[]
    {
        new VenueQuery<MarketStateRow>(
            _requests.Instrument(instrument.Symbol),
            (text, _) => BitMexParser.MarketState(text, instrument.Symbol, instrument.Terms)),
    };

    /// <inheritdoc/>
    public override VenueQuery<DepthSnapshot> Depth(VenueInstrument instrument, int levels) =>
        new(
            _requests.Depth(instrument.Symbol, levels),
            (text, receivedUtc) => BitMexParser.Depth(text, instrument.Terms, receivedUtc));

    /// <inheritdoc/>
    public override VenueQuery<IReadOnlyList<MarginTierRow>> MarginTiers(VenueInstrument instrument, decimal price) =>
        new(_requests.Instrument(instrument.Symbol), (text, _) => BitMexParser.MarginTiers(text, instrument.Symbol, price));

    /// <inheritdoc/>
    public override StreamPlan Stream(IReadOnlyList<VenueInstrument> instruments) =>
        BitMexStreaming.Plan(_streamHost, instruments);

    /// <inheritdoc/>
    protected override FetchResult<StreamMessage> ReadMessage(string text, ContractBook book, DateTime receivedUtc) =>
        BitMexStreaming.Read(text, book, receivedUtc);

    /// <inheritdoc/>
    public override FetchError? Judge(TransportReply reply) => BitMexLimits.Judge(reply);

    /// <inheritdoc/>
    public override BudgetReading? ReadBudget(TransportReply reply) => BitMexLimits.ReadBudget(reply);
}
