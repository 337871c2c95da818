using LiqIndicators.MarketData.Instruments;
using LiqIndicators.MarketData.Ports;
using LiqIndicators.MarketData.Results;
using LiqIndicators.MarketData.Rows;

namespace LiqIndicators.MarketData.Venues.Binance;

/// <summary>Binance USD-margined futures.</summary>
public sealed class BinanceVenue : Venue
{
    private readonly BinanceRequests _requests;
    private readonly Uri _streamHost;

    /// <summary>The venue at its own addresses, or at others that speak its language.</summary>
    /// <param name="host">Address for requests; null for the venue's own.</param>
    /// <param name="streamHost">Address for streams; null for the venue's own.</param>
    public BinanceVenue(Uri? host = null, Uri? streamHost = null)
    {
        _requests = new BinanceRequests(VenueId.Binance, host ?? new Uri("https://fapi.binance.com"));
        _streamHost = streamHost ?? new Uri("wss://fstream.binance.com");
    }

    /// <inheritdoc/>
    public override VenueId Id => VenueId.Binance;

    /// <inheritdoc/>
    public override IReadOnlyList<RateBudget> Budgets => BinanceLimits.Budgets;

    /// <inheritdoc/>
    public override SeriesOffer? Offer(SeriesKind series, TimeSpan interval) => series switch
    {
        SeriesKind.Funding => new SeriesOffer(BinanceLimits.MaxFundingRows),
        SeriesKind.Candles or SeriesKind.MarkCandles or SeriesKind.IndexCandles or SeriesKind.PremiumCandles
            when BinanceRequests.Interval(interval) is not null => new SeriesOffer(BinanceLimits.MaxCandles),
        SeriesKind.OpenInterest or SeriesKind.LongShortRatio when BinanceRequests.Period(interval) is not null =>
            new SeriesOffer(BinanceLimits.MaxDataRows, BinanceLimits.DataDepth),
        _ => null,
    };

    /// <inheritdoc/>
    public override VenueQuery<IReadOnlyList<InstrumentRow>> Instruments() =>
        new(_requests.ExchangeInfo(), (text, _) => BinanceParser.Instruments(text));

    /// <inheritdoc/>
    public override VenueQuery<IReadOnlyList<FundingTermsRow>> FundingTerms() =>
        new(_requests.FundingInfo(), (text, _) => BinanceParser.FundingTerms(text));

    /// <inheritdoc/>
    public override VenueQuery<IReadOnlyList<CandleRow>>? Candles(
        VenueInstrument instrument, CandlePrice price, SeriesPage page) =>
        BinanceRequests.Interval(page.Interval) is { } interval
            ? new(_requests.Candles(instrument.Symbol, price, interval, page), (text, _) => BinanceParser.Candles(text, price))
            : null;

    /// <inheritdoc/>
    public override VenueQuery<IReadOnlyList<OpenInterestRow>>? OpenInterest(VenueInstrument instrument, SeriesPage page) =>
        BinanceRequests.Period(page.Interval) is { } period
            ? new(
                _requests.OpenInterestHistory(instrument.Symbol, period, page),
                (text, _) => BinanceParser.OpenInterestHistory(text))
            : null;

    /// <inheritdoc/>
    public override VenueQuery<IReadOnlyList<FundingRateRow>> Funding(VenueInstrument instrument, SeriesPage page) =>
        new(_requests.Funding(instrument.Symbol, page), (text, _) => BinanceParser.Funding(text));

    /// <inheritdoc/>
    public override VenueQuery<IReadOnlyList<LongShortRatioRow>>? LongShortRatio(
        VenueInstrument instrument, SeriesPage page) =>
        BinanceRequests.Period(page.Interval) is { } period
            ? new(
                _requests.LongShortRatio(instrument.Symbol, period, page), (text, _) => BinanceParser.LongShortRatio(text))
            : null;

    /// <inheritdoc/>
    public override IReadOnlyList<VenueQuery<MarketStateRow>> MarketState(VenueInstrument instrument) => new[]
    {
        new VenueQuery<MarketStateRow>(
            _requests.PremiumIndex(instrument.Symbol), (text, _) => BinanceParser.PremiumIndex(text)),
        new VenueQuery<MarketStateRow>(
            _requests.OpenInterest(instrument.Symbol), (text, _) => BinanceParser.OpenInterest(text, instrument.Terms)),
    };

    /// <inheritdoc/>
    public override VenueQuery<DepthSnapshot> Depth(VenueInstrument instrument, int levels) =>
        new(_requests.Depth(instrument.Symbol, levels), (text, _) => BinanceParser.Depth(text));

    /// <inheritdoc/>
    public override StreamPlan Stream(IReadOnlyList<VenueInstrument> instruments) =>
        BinanceStreaming.Plan(_streamHost, instruments);

    /// <inheritdoc/>
    protected override FetchResult<StreamMessage> ReadMessage(string text, ContractBook book, DateTime receivedUtc) =>
        BinanceStreaming.Read(text, book);

    /// <inheritdoc/>
    public override FetchError? Judge(TransportReply reply) => BinanceLimits.Judge(Id, reply);

    /// <inheritdoc/>
    public override BudgetReading? ReadBudget(TransportReply reply) => BinanceLimits.ReadBudget(reply);
}
