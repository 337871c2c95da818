namespace LiqIndicators.MarketData.Rows;

/// <summary>Margin rules for positions of one range of sizes.</summary>
/// <remarks>Maintenance margin of a position in the range: <c>notional × MaintenanceMarginRate − MaintenanceAmount</c>.</remarks>
/// <param name="NotionalFloor">Smallest position; quote currency.</param>
/// <param name="NotionalCap">Largest position; quote currency; null when there is no limit.</param>
/// <param name="MaintenanceMarginRate">Fraction of notional; in (0, 1).</param>
/// <param name="MaintenanceAmount">Taken off; quote currency; 0 where the rate of a range counts for the whole position.</param>
/// <param name="MaxLeverage">Highest initial leverage; dimensionless.</param>
public sealed record MarginTierRow(
    decimal NotionalFloor,
    decimal? NotionalCap,
    decimal MaintenanceMarginRate,
    decimal MaintenanceAmount,
    decimal MaxLeverage);
