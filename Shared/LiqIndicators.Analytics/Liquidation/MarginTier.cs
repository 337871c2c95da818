namespace LiqIndicators.Analytics.Liquidation;

/// <summary>One bracket of a venue's margin table, as the venue publishes it.</summary>
/// <param name="NotionalCap">Largest notional of the bracket, inclusive; quote currency; &gt; 0.</param>
/// <param name="MaintenanceMarginRate">Fraction of the notional; in [0, 1).</param>
/// <param name="MaximumLeverage">Largest leverage a position of this size may be opened with; &gt;= 1.</param>
public readonly record struct MarginTier(double NotionalCap, double MaintenanceMarginRate, double MaximumLeverage);
