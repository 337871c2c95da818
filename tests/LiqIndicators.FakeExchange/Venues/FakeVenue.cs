using System.Globalization;
using LiqIndicators.FakeExchange.Markets;
using LiqIndicators.MarketData.Ports;
using LiqIndicators.MarketData.Venues;

namespace LiqIndicators.FakeExchange.Venues;

/// <summary>A venue as its clients see it: what it answers and what it says on its stream, in its own format. Pure but for its settings.</summary>
public abstract class FakeVenue
{
    private static readonly Dictionary<string, string> NoHeaders = [];

    /// <summary>A venue on a market.</summary>
    /// <param name="market">What happens on it.</param>
    /// <param name="symbol">Its name of the one instrument it trades.</param>
    protected FakeVenue(FakeMarket market, string symbol)
    {
        Market = market;
        Symbol = symbol;
    }

    /// <summary>Which venue this is.</summary>
    public abstract VenueId Id { get; }

    /// <summary>Its name of the one instrument it trades; it knows no other.</summary>
    public string Symbol { get; set; }

    /// <summary>How late open interest appears after its time.</summary>
    public TimeSpan OpenInterestDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Whether its stream tells of liquidations.</summary>
    public virtual bool TellsLiquidations => true;

    /// <summary>Open interest that the venue repeats from a bar on instead of moving; null for none.</summary>
    public long? FrozenFrom { get; set; }

    /// <summary>Name of the header that holds a client's key; null where everybody is answered.</summary>
    public virtual string? KeyHeader => null;

    /// <summary>What happens on the venue.</summary>
    protected FakeMarket Market { get; }

    /// <summary>Whether a path and what follows it is this venue's business, where one host serves several kinds of contracts.</summary>
    public virtual bool Serves(string pathAndQuery) => true;

    /// <summary>What a request takes of what one address, or key, may ask.</summary>
    public abstract FakeCost CostOf(FakeRequest request);

    /// <summary>What an answer's headers tell of a budget; nothing where the venue does not tell.</summary>
    /// <param name="cost">What the request took.</param>
    /// <param name="used">What was taken in the running window, this request included.</param>
    /// <param name="nowUtc">Now, by the venue's clock; UTC.</param>
    public virtual IReadOnlyDictionary<string, string> HeadersOf(FakeCost cost, int used, DateTime nowUtc) => NoHeaders;

    /// <summary>The right answer to a request.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="nowUtc">Now, by the venue's clock; UTC.</param>
    public abstract TransportReply Answer(FakeRequest request, DateTime nowUtc);

    /// <summary>Whether a client's message, or the address it connects to, subscribes to anything.</summary>
    public virtual bool IsSubscription(string text) => text.Contains("subscribe", StringComparison.OrdinalIgnoreCase);

    /// <summary>What the venue says to a client's message; null for nothing.</summary>
    public abstract string? ReplyTo(string message);

    /// <summary>What the stream says first once a client has subscribed.</summary>
    public virtual IReadOnlyList<string> Greeting(DateTime nowUtc) => [];

    /// <summary>What the stream says about the market's state.</summary>
    public abstract IReadOnlyList<string> StateMessages(DateTime nowUtc);

    /// <summary>What the stream says about a liquidation; null when the venue does not tell.</summary>
    public abstract string? LiquidationMessage(FakeLiquidation liquidation);

    /// <summary>What the stream says about what is liquidated after a time and up to another, by the venue's clock; in time order.</summary>
    public IEnumerable<(FakeLiquidation Liquidation, string Message)> Prints(DateTime afterUtc, DateTime toUtc)
    {
        foreach (FakeLiquidation liquidation in TellsLiquidations ? Market.Liquidations(Id, afterUtc, toUtc) : [])
        {
            if (LiquidationMessage(liquidation) is { } message)
            {
                yield return (liquidation, message);
            }
        }
    }

    /// <summary>A good answer.</summary>
    protected static TransportReply Ok(string body) => TransportReply.Answer(200, body);

    /// <summary>A number of JSON, whatever the machine's language.</summary>
    protected static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <summary>Milliseconds since 1970.</summary>
    protected static long Milliseconds(DateTime timeUtc) => (timeUtc - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMillisecond;

    /// <summary>Bars between two times that have begun, at most so many, from one end.</summary>
    protected long[] Bars(DateTime fromUtc, DateTime toUtc, DateTime nowUtc, long most, bool fromOldest)
    {
        long first = Math.Max(FakeMarket.NumberOf(fromUtc.AddTicks(FakeMarket.Bar.Ticks - 1)), Market.First);
        long last = FakeMarket.NumberOf(toUtc < nowUtc ? toUtc : nowUtc);
        long[] all = last < first ? [] : [.. Enumerable.Range(0, (int)(last - first + 1)).Select(i => first + i)];
        return fromOldest ? [.. all.Take((int)most)] : [.. all.Reverse().Take((int)most)];
    }

    /// <summary>Times of payments between two times that are over; ascending.</summary>
    protected IEnumerable<DateTime> Payments(DateTime fromUtc, DateTime toUtc, DateTime nowUtc, TimeSpan interval)
    {
        for (DateTime payment = fromUtc.Date; payment <= toUtc && payment <= nowUtc; payment += interval)
        {
            if (payment >= fromUtc && FakeMarket.NumberOf(payment) >= Market.First)
            {
                yield return payment;
            }
        }
    }

    /// <summary>The next payment after a time; UTC.</summary>
    protected static DateTime NextPayment(DateTime timeUtc, int intervalHours) =>
        timeUtc.Date.AddHours(((timeUtc.Hour / intervalHours) + 1) * intervalHours);

    /// <summary>Whether open interest of the opening of a bar is published.</summary>
    protected bool IsPublished(long number, DateTime nowUtc) => FakeMarket.TimeOf(number) + OpenInterestDelay <= nowUtc;

    /// <summary>Open interest in coins at the opening of a bar, as the venue tells it.</summary>
    protected decimal OpenInterest(long number) => Market.OpenInterest(Id, FrozenFrom is { } from ? Math.Min(from, number) : number);

    /// <summary>Open interest in coins now.</summary>
    protected decimal OpenInterestNow(DateTime nowUtc) => OpenInterest(FakeMarket.NumberOf(nowUtc));

    /// <summary>Price now.</summary>
    protected decimal PriceNow(DateTime nowUtc) => Market.Price(Id, FakeMarket.NumberOf(nowUtc));

    /// <summary>Resting orders of one side, nearest first: 100 levels of a coin, each a step farther from the price now.</summary>
    /// <param name="nowUtc">Now.</param>
    /// <param name="isBid">Whether they are buy orders.</param>
    /// <param name="step">Distance of two levels; fraction of price.</param>
    protected IEnumerable<decimal> Book(DateTime nowUtc, bool isBid, decimal step) =>
        Enumerable.Range(0, 100).Select(i => PriceNow(nowUtc) * (1 + ((isBid ? -1 : 1) * step * (i + 0.5m))));

    /// <summary>Share of accounts on the long side at the opening of a bar: who pays is the crowd; fraction.</summary>
    protected decimal LongShare(long number) => 0.5m + Math.Clamp(Market.Funding(number) * 100, -0.3m, 0.3m);

    /// <summary>A bar of the mark and index prices, which are those of trades here.</summary>
    protected (decimal Open, decimal High, decimal Low, decimal Close) MarkCandle(long number)
    {
        (decimal open, decimal high, decimal low, decimal close, _) = Market.Candle(Id, number);
        return (open, high, low, close);
    }

    /// <summary>A bar of the premium over the index, which funding is the mean of; fraction.</summary>
    protected (decimal Open, decimal High, decimal Low, decimal Close) Premium(long number)
    {
        (decimal open, decimal close) = (Market.Funding(number), Market.Funding(number + 1));
        return (open, Math.Max(open, close), Math.Min(open, close), close);
    }

    /// <summary>Rate for eight hours as the running interval would be paid now; it moves in the middle of a bar, not at its close.</summary>
    protected decimal PredictedFunding(DateTime nowUtc) => Market.Funding(FakeMarket.NumberOf(nowUtc + (FakeMarket.Bar / 2)));
}
