namespace LiqIndicators.MarketData.Rows;

/// <summary>What was liquidated during one bar, as a data vendor sums it up.</summary>
/// <param name="TimeUtc">Opening time of the bar; UTC.</param>
/// <param name="LongNotional">Long positions; quote currency.</param>
/// <param name="ShortNotional">Short positions; quote currency.</param>
public sealed record LiquidationTotalsRow(DateTime TimeUtc, decimal LongNotional, decimal ShortNotional);
