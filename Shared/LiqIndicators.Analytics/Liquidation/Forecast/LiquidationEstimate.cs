namespace LiqIndicators.Analytics.Liquidation.Forecast;

/// <summary>Liquidations to expect of one side.</summary>
/// <param name="Notional">Expected; quote currency; &gt;= 0, or NaN.</param>
/// <param name="LowNotional">Exceeded nine times in ten; quote currency; &gt;= 0, or NaN.</param>
/// <param name="HighNotional">Exceeded one time in ten; quote currency; at least the low one, or NaN.</param>
public readonly record struct LiquidationEstimate(double Notional, double LowNotional, double HighNotional)
{
    /// <summary>Nothing is expected, for nothing can be told.</summary>
    public static LiquidationEstimate Unknown => new(double.NaN, double.NaN, double.NaN);
}
