using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Analytics.Liquidation;

/// <summary>Where most open mass stands close together.</summary>
/// <param name="Side">Side of the positions.</param>
/// <param name="Price">Geometric middle of the window; quote currency per base unit.</param>
/// <param name="Notional">Open mass in the window at its own prices; quote currency; &gt; 0. Not what will be liquidated.</param>
public readonly record struct MaximumPain(PositionSide Side, double Price, double Notional);
