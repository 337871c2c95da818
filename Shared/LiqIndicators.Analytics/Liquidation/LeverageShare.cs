namespace LiqIndicators.Analytics.Liquidation;

/// <summary>Share of positions opened with one leverage.</summary>
/// <param name="Leverage">Initial leverage; in [1, 1000].</param>
/// <param name="Share">Fraction of the quantity; in [0, 1].</param>
public readonly record struct LeverageShare(double Leverage, double Share);
