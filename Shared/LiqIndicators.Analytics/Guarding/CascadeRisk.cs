using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Analytics.Guarding;

/// <summary>Risk of a liquidation cascade against one side of one symbol.</summary>
/// <param name="Symbol">Name of the symbol at the broker.</param>
/// <param name="Side">Side of the positions that the cascade would liquidate.</param>
/// <param name="RiskPct">0 (none) to 100; NaN when not available.</param>
/// <param name="AsOfUtc">Time of the market data behind it; UTC.</param>
/// <param name="Quality">Share of the data that was there; in [0, 1].</param>
public readonly record struct CascadeRisk(
    string Symbol, PositionSide Side, double RiskPct, DateTime AsOfUtc, double Quality);
