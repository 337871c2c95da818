using LiqIndicators.MarketData.Instruments;
using LiqIndicators.MarketData.Ports;
using LiqIndicators.MarketData.Results;
using LiqIndicators.MarketData.Rows;

namespace LiqIndicators.MarketData.Venues;

/// <summary>A source of market data: what can be asked of it, how, and how its answers read.</summary>
/// <remarks>A query that the venue does not offer is null. Nothing here sends, waits or keeps state.</remarks>
public abstract class Venue
{
    /// <summary>Which venue this is.</summary>
    public abstract VenueId Id { get; }

    /// <summary>What it lets one address ask.</summary>
    public abstract IReadOnlyList<RateBudget> Budgets { get; }

    /// <summary>How it serves the history of a series; null when it does not.</summary>
    public abstract SeriesOffer? Offer(SeriesKind series, TimeSpan interval);

    /// <summary>All its instruments.</summary>
    public virtual VenueQuery<IReadOnlyList<InstrumentRow>>? Instruments() => null;

    /// <summary>Bars.</summary>
    public virtual VenueQuery<IReadOnlyList<CandleRow>>? Candles(
        VenueInstrument instrument, CandlePrice price, SeriesPage page) => null;

    /// <summary>Open interest over time.</summary>
    public virtual VenueQuery<IReadOnlyList<OpenInterestRow>>? OpenInterest(VenueInstrument instrument, SeriesPage page) => null;

    /// <summary>Funding rates paid.</summary>
    public virtual VenueQuery<IReadOnlyList<FundingRateRow>>? Funding(VenueInstrument instrument, SeriesPage page) => null;

    /// <summary>Long over short accounts.</summary>
    public virtual VenueQuery<IReadOnlyList<LongShortRatioRow>>? LongShortRatio(
        VenueInstrument instrument, SeriesPage page) => null;

    /// <summary>Liquidated notional by bar.</summary>
    public virtual VenueQuery<IReadOnlyList<LiquidationTotalsRow>>? Liquidations(
        VenueInstrument instrument, SeriesPage page) => null;

    /// <summary>Mark, index, open interest and predicted funding now; several requests where the venue splits them.</summary>
    public virtual IReadOnlyList<VenueQuery<MarketStateRow>> MarketState(VenueInstrument instrument) =>
        Array.Empty<VenueQuery<MarketStateRow>>();

    /// <summary>Instruments whose funding terms differ from the venue's usual ones.</summary>
    public virtual VenueQuery<IReadOnlyList<FundingTermsRow>>? FundingTerms() => null;

    /// <summary>Resting orders.</summary>
    /// <param name="instrument">Of what.</param>
    /// <param name="levels">Levels wanted on each side; the venue's nearest number is asked for.</param>
    public virtual VenueQuery<DepthSnapshot>? Depth(VenueInstrument instrument, int levels) => null;

    /// <summary>Margin rules by position size.</summary>
    /// <param name="instrument">Of what.</param>
    /// <param name="price">Turns caps in contracts or coins into notional; quote currency per base unit.</param>
    public virtual VenueQuery<IReadOnlyList<MarginTierRow>>? MarginTiers(VenueInstrument instrument, decimal price) => null;

    /// <summary>The stream of liquidations and market states of some instruments of one contract kind; null when there is none.</summary>
    public virtual StreamPlan? Stream(IReadOnlyList<VenueInstrument> instruments) => null;

    /// <summary>Reads a message of that stream.</summary>
    /// <param name="text">The message.</param>
    /// <param name="book">The instruments that are wanted.</param>
    /// <param name="receivedUtc">When it came, by the venue's clock; counts where the message has no time of its own.</param>
    /// <returns>What it says, or why it cannot be read: too long for any transport, malformed, or the venue has no stream.</returns>
    public FetchResult<StreamMessage> ReadStream(string text, ContractBook book, DateTime receivedUtc) =>
        StreamLimit.Refusal(text.Length) is { } refusal
            ? FetchResult<StreamMessage>.Fail(FetchErrorKind.Unreadable, refusal)
            : ReadMessage(text, book, receivedUtc);

    /// <summary>Why an answer holds no data, as far as its status and headers tell; null when the body is to be read.</summary>
    public abstract FetchError? Judge(TransportReply reply);

    /// <summary>What the answer's headers say about a budget; null when they say nothing.</summary>
    public virtual BudgetReading? ReadBudget(TransportReply reply) => null;

    /// <summary>Reads a message of bounded length.</summary>
    protected virtual FetchResult<StreamMessage> ReadMessage(string text, ContractBook book, DateTime receivedUtc) =>
        FetchResult<StreamMessage>.Fail(FetchErrorKind.InvalidRequest, $"{Id} has no stream.");

    /// <summary>From an answer to its value or the reason there is none.</summary>
    /// <typeparam name="T">What the answer holds.</typeparam>
    public FetchResult<T> Read<T>(VenueQuery<T> query, TransportReply reply, DateTime receivedUtc)
    {
        FetchResult<T> result = Judge(reply) is { } error
            ? FetchResult<T>.Fail(error)
            : query.Parse(reply.Body, receivedUtc);
        // A venue may echo the key that it refuses.
        return result.Error is { } failure
            ? FetchResult<T>.Fail(failure with { Message = query.Request.WithoutSecrets(failure.Message) })
            : result;
    }
}
