using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Analytics.Scoring.Map;

/// <summary>A rule that says, from closed bars alone, how much open mass would be liquidated between two prices.</summary>
/// <remarks>
/// It is asked about the hour ahead before it is given that hour, and is told nothing of it but two prices: what it says
/// cannot depend on what it is scored on.
/// </remarks>
public interface IMapRule
{
    /// <summary>What the rule is called in reports.</summary>
    public string Name { get; }

    /// <summary>What the rule needs and has not been given so far, as one word or two ("volume"); null when it lacks nothing.</summary>
    public string? Lacks { get; }

    /// <summary>Mass of a side with liquidation prices between two prices, as known after the last bar taken.</summary>
    /// <param name="side">Side of the positions.</param>
    /// <param name="lowPrice">Quote currency per base unit; &gt; 0.</param>
    /// <param name="highPrice">Quote currency per base unit; at least <paramref name="lowPrice"/>.</param>
    /// <returns>Base units; &gt;= 0; 0 before the first bar.</returns>
    public double QuantityBetween(PositionSide side, double lowPrice, double highPrice);

    /// <summary>Takes a closed bar.</summary>
    /// <param name="bar">A bar after the last one; numbers that were not published are NaN.</param>
    public void Update(in MarketBar bar);
}
