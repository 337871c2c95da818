using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Analytics.Liquidation;

/// <summary>Prices ahead where nearly nothing would be liquidated.</summary>
/// <param name="Side">Side of the positions that are missing.</param>
/// <param name="LowPrice">Quote currency per base unit.</param>
/// <param name="HighPrice">Quote currency per base unit.</param>
public readonly record struct EmptyZone(PositionSide Side, double LowPrice, double HighPrice);
