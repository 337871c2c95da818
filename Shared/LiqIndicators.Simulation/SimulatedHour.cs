using LiqIndicators.Analytics.Market;
using LiqIndicators.Simulation.Truth;

namespace LiqIndicators.Simulation;

/// <summary>One hour of a simulated market: what was published, and what only the simulator knows.</summary>
/// <param name="Bars">Published bars of the hour, in time order.</param>
/// <param name="LongShortRatio">Published long over short positions of traders, without liquidity providers, at the close of the hour.</param>
/// <param name="LiquidatedLongNotional">Long positions truly liquidated in the hour; quote currency. The bars carry what the feed showed.</param>
/// <param name="LiquidatedShortNotional">Short positions truly liquidated in the hour; quote currency.</param>
/// <param name="Truth">Open positions at the close of the hour; null in hours between two snapshots.</param>
public sealed record SimulatedHour(
    IReadOnlyList<MarketBar> Bars,
    double LongShortRatio,
    double LiquidatedLongNotional,
    double LiquidatedShortNotional,
    TruthSnapshot? Truth);
