using LiqIndicators.Analytics.Liquidation;
using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Analytics.Scoring.Map.Rules;

/// <summary>The product's map as a rule.</summary>
public sealed class LiquidationMapRule : IMapRule
{
    private readonly bool _countsWholeCells;

    /// <summary>A rule over a map that no one else feeds.</summary>
    /// <param name="name">What the rule is called in reports.</param>
    /// <param name="map">A map without bars.</param>
    /// <param name="countsWholeCells">
    /// Whether the cells that two prices lie in count whole, as published rules do, and not by the part between the prices.
    /// </param>
    public LiquidationMapRule(string name, LiquidationMap map, bool countsWholeCells = false)
    {
        ArgumentNullException.ThrowIfNull(map);
        Name = name;
        Map = map;
        _countsWholeCells = countsWholeCells;
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>The map.</summary>
    public LiquidationMap Map { get; }

    /// <inheritdoc/>
    public string? Lacks => Map.IsReady ? null : "open interest";

    /// <inheritdoc/>
    public double QuantityBetween(PositionSide side, double lowPrice, double highPrice)
    {
        if (!_countsWholeCells || Map.Bars == 0)
        {
            return Map.QuantityBetween(side, lowPrice, highPrice);
        }

        double sum = 0;
        int last = Map.Grid.CellOf(highPrice);
        for (int cell = Map.Grid.CellOf(lowPrice); cell <= last; cell++)
        {
            sum += Map.QuantityInCell(side, cell);
        }

        return sum;
    }

    /// <inheritdoc/>
    public void Update(in MarketBar bar) => Map.Update(bar);
}
