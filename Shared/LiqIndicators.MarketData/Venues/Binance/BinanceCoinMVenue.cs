using LiqIndicators.MarketData.Instruments;
using LiqIndicators.MarketData.Ports;
using LiqIndicators.MarketData.Results;
using LiqIndicators.MarketData.Rows;

namespace LiqIndicators.MarketData.Venues.Binance;

/// <summary>Binance coin-margined futures, for their open interest, prices and funding: contracts of fixed quote currency.</summary>
/// <remarks>Its stream is not followed: it tells no liquidations here.</remarks>
public sealed class BinanceCoinMVenue : Venue
{
    private readonly BinanceRequests _requests;

    /// <summary>The venue at its own address, or at another that speaks its language.</summary>
    /// <param name="host">Address for requests; null for the venue's own.</param>
    public BinanceCoinMVenue(Uri? host = null) =>
        _requests = new BinanceRequests(VenueId.BinanceCoinM, host ?? new Uri("https://dapi.binance.com"));

    /// <inheritdoc/>
    public override VenueId Id => VenueId.BinanceCoinM;

    /// <inheritdoc/>
    public override IReadOnlyList<RateBudget> Budgets => BinanceLimits.Budgets;

    /// <inheritdoc/>
    public override SeriesOffer? Offer(SeriesKind series, TimeSpan interval) => series switch
    {
        SeriesKind.Funding => new SeriesOffer(BinanceLimits.MaxFundingRows),
        SeriesKind.Candles when BinanceRequests.Interval(interval) is not null => new SeriesOffer(BinanceLimits.MaxCandles),
        SeriesKind.OpenInterest when BinanceRequests.Period(interval) is not null =>
            new SeriesOffer(BinanceLimits.MaxDataRows, BinanceLimits.DataDepth),
        _ => null,
    };

    /// <inheritdoc/>
    public override VenueQuery<IReadOnlyList<InstrumentRow>> Instruments() =>
        new(_requests.ExchangeInfo(), (text, _) => BinanceParser.Instruments(text));

    /// <inheritdoc/>
    public override VenueQuery<IReadOnlyList<CandleRow>>? Candles(VenueInstrument instrument, CandlePrice price, SeriesPage page) =>
        price == CandlePrice.Last && BinanceRequests.Interval(page.Interval) is { } interval
            ? new(
                _requests.Candles(instrument.Symbol, price, interval, page), (text, _) => BinanceParser.CoinCandles(text, instrument.Terms))
            : null;

    /// <inheritdoc/>
    public override VenueQuery<IReadOnlyList<FundingRateRow>> Funding(VenueInstrument instrument, SeriesPage page) =>
        new(_requests.Funding(instrument.Symbol, page), (text, _) => BinanceParser.Funding(text));

    /// <inheritdoc/>
    public override VenueQuery<IReadOnlyList<OpenInterestRow>>? OpenInterest(VenueInstrument instrument, SeriesPage page) =>
        BinanceRequests.Period(page.Interval) is { } period
            ? new(
                _requests.OpenInterestHistory(Pair(instrument.Symbol), period, page),
                (text, _) => BinanceParser.CoinOpenInterestHistory(text, instrument.Terms))
            : null;

    /// <inheritdoc/>
    public override IReadOnlyList<VenueQuery<MarketStateRow>> MarketState(VenueInstrument instrument) => new[]
    {
        new VenueQuery<MarketStateRow>(
            _requests.OpenInterest(instrument.Symbol), (text, _) => BinanceParser.OpenInterest(text, instrument.Terms)),
    };

    /// <inheritdoc/>
    public override FetchError? Judge(TransportReply reply) => BinanceLimits.Judge(Id, reply);

    /// <inheritdoc/>
    public override BudgetReading? ReadBudget(TransportReply reply) => BinanceLimits.ReadBudget(reply);

    // The history is by pair (BTCUSD), the instrument is called BTCUSD_PERP.
    private static string Pair(string symbol) => symbol.Split('_')[0];
}
