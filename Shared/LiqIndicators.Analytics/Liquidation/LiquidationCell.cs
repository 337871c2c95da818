namespace LiqIndicators.Analytics.Liquidation;

/// <summary>Open mass whose liquidation price lies in one cell of a map.</summary>
/// <param name="Index">Index on the map's <see cref="LogPriceGrid"/>.</param>
/// <param name="Quantity">Base units; &gt;= 0.</param>
/// <param name="AgeHours">Mean time from the deposit of this mass to the last bar, by opening times; hours; &gt;= 0, NaN for an empty cell.</param>
public readonly record struct LiquidationCell(int Index, double Quantity, double AgeHours);
