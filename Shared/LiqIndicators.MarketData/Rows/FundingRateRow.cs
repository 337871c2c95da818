namespace LiqIndicators.MarketData.Rows;

/// <summary>A funding rate that was paid.</summary>
/// <param name="TimeUtc">When it was paid, without the venue's jitter of milliseconds; UTC.</param>
/// <param name="Rate">Fraction of the notional for the interval; positive when longs pay shorts.</param>
/// <param name="IntervalHours">Hours the rate pays for; null when the venue does not say (see <see cref="FundingIntervals"/>).</param>
public sealed record FundingRateRow(DateTime TimeUtc, decimal Rate, decimal? IntervalHours);
