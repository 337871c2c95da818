namespace LiqIndicators.MarketData.Rows;

/// <summary>One venue's estimate of its next funding rate, as another source reports it.</summary>
/// <param name="Asset">Base asset.</param>
/// <param name="VenueName">Name of the venue in the source's words.</param>
/// <param name="Rate">Fraction per interval.</param>
/// <param name="IntervalHours">Hours the rate pays for; null when the source does not say.</param>
/// <param name="NextFundingUtc">When it is due; may lie in the past; UTC.</param>
public sealed record PredictedFundingRow(
    string Asset, string VenueName, decimal Rate, decimal? IntervalHours, DateTime NextFundingUtc);
