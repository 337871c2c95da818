namespace LiqIndicators.Terminal.Trading;

/// <summary>One step of a dynamic leverage.</summary>
/// <param name="UpToNotional">Exposure up to which the step reaches, from the end of the step before; US dollars.</param>
/// <param name="Leverage">Leverage of the exposure inside the step; dimensionless; &gt; 0.</param>
public sealed record LeverageStep(double UpToNotional, double Leverage);
