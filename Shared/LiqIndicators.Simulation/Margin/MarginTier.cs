namespace LiqIndicators.Simulation.Margin;

/// <summary>One bracket of the venue's margin rules.</summary>
/// <param name="NotionalFloor">Smallest notional of the bracket; quote currency.</param>
/// <param name="MaintenanceMarginRate">Fraction of the notional in the bracket.</param>
/// <param name="MaintenanceDeduction">Subtracted from rate times notional, so that the maintenance margin is continuous; quote currency.</param>
/// <param name="MaximumLeverage">Largest leverage admitted at entry.</param>
internal readonly record struct MarginTier(
    double NotionalFloor, double MaintenanceMarginRate, double MaintenanceDeduction, double MaximumLeverage);
