namespace LiqIndicators.Analytics.Liquidation.Forecast;

/// <summary>What a map has told about liquidations beyond distance, volatility and open interest.</summary>
/// <param name="Bars">Bars compared, each weighing less the older it is; &gt;= 0.</param>
/// <param name="Gain">Share of variance added to the controls, negative where more mass went with fewer liquidations; in [-1, 1], or NaN.</param>
/// <param name="IsBetter">Whether the map adds something: a positive gain larger than chance gives one time in twenty.</param>
public readonly record struct DistanceComparison(double Bars, double Gain, bool IsBetter);
