namespace LiqIndicators.Analytics.Liquidation;

/// <summary>A measured quantile of the distance from entry to liquidation price.</summary>
/// <param name="Probability">Share of the notional at or nearer than the distance; in (0, 1).</param>
/// <param name="Distance">Fraction of the entry price (0.05 = 5%); &gt; 0.</param>
public readonly record struct DistanceQuantile(double Probability, double Distance);
