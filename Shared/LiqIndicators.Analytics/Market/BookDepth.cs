namespace LiqIndicators.Analytics.Market;

/// <summary>What rests in the order books of a market near its price at one time; nothing of it is known afterwards.</summary>
/// <param name="AsOfUtc">When the oldest of the books was so; UTC.</param>
/// <param name="Venues">How many venues' books are in it; at least 1.</param>
/// <param name="ReachPct">How far from the price every one of the books was seen; percent, &gt; 0.</param>
/// <param name="BidNotional">Buy orders within one percent below the price; quote currency, &gt; 0.</param>
/// <param name="AskNotional">Sell orders within one percent above the price; quote currency, &gt; 0.</param>
/// <remarks>
/// A venue's answer may end nearer than one percent. What rests beyond is then taken to be as dense as what was seen; books
/// usually grow denser with distance, so this errs towards too little.
/// </remarks>
public sealed record BookDepth(DateTime AsOfUtc, int Venues, double ReachPct, double BidNotional, double AskNotional)
{
    /// <summary>Both books together.</summary>
    public BookDepth With(BookDepth other) => new(
        other.AsOfUtc < AsOfUtc ? other.AsOfUtc : AsOfUtc,
        Venues + other.Venues,
        Math.Min(ReachPct, other.ReachPct),
        BidNotional + other.BidNotional,
        AskNotional + other.AskNotional);
}
