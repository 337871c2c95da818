using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Simulation.Truth;

/// <summary>Open positions of one side and leverage whose liquidation prices lie within 0.1% of each other.</summary>
/// <param name="Side">Side of the positions.</param>
/// <param name="LiquidationPrice">Middle in log price of the bucket, or of its part beyond the market price; quote per base; 0 for longs that cannot be liquidated.</param>
/// <param name="Quantity">Open mass; base units, above 0.</param>
/// <param name="Leverage">Leverage chosen at the entry; below 1 for the over-collateralised liquidity providers.</param>
public readonly record struct TruthBucket(PositionSide Side, double LiquidationPrice, double Quantity, double Leverage);
