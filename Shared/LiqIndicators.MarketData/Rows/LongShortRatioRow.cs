namespace LiqIndicators.MarketData.Rows;

/// <summary>How accounts or positions lean at one time.</summary>
/// <param name="TimeUtc">Time of the statement; UTC.</param>
/// <param name="Ratio">Long over short; dimensionless; &gt;= 0.</param>
/// <param name="LongShare">Share on the long side; fraction; null when the venue states only the ratio.</param>
public sealed record LongShortRatioRow(DateTime TimeUtc, decimal Ratio, decimal? LongShare);
