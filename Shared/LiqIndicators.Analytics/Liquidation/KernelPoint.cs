namespace LiqIndicators.Analytics.Liquidation;

/// <summary>Share of new positions whose liquidation price lies at one distance from their entry.</summary>
/// <param name="LogDistance">
/// <c>ln(liquidation price / entry price)</c>: &lt; 0 for longs, &gt; 0 for shorts; infinite when the position
/// cannot be liquidated.
/// </param>
/// <param name="Weight">Fraction of the side's quantity; in [0, 1].</param>
public readonly record struct KernelPoint(double LogDistance, double Weight);
