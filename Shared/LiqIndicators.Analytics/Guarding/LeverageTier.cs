namespace LiqIndicators.Analytics.Guarding;

/// <summary>One step of a symbol's dynamic leverage.</summary>
/// <param name="UpToUsd">
/// Exposure of one side up to which the leverage holds; US dollars, &gt; 0, rising from tier to tier.
/// The last tier also holds above its own bound.
/// </param>
/// <param name="Leverage">Highest leverage within the tier; dimensionless, &gt; 0.</param>
public readonly record struct LeverageTier(double UpToUsd, double Leverage);
