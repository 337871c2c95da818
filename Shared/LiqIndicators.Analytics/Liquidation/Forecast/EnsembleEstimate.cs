namespace LiqIndicators.Analytics.Liquidation.Forecast;

/// <summary>Open mass as several kernels see it.</summary>
/// <param name="LowNotional">The least of them; quote currency; &gt;= 0.</param>
/// <param name="Notional">The model's own; quote currency; between the two.</param>
/// <param name="HighNotional">The most of them; quote currency.</param>
public readonly record struct EnsembleEstimate(double LowNotional, double Notional, double HighNotional);
