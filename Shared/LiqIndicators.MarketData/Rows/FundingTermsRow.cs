namespace LiqIndicators.MarketData.Rows;

/// <summary>An instrument whose funding differs from the venue's usual terms.</summary>
/// <param name="Symbol">The venue's name of the instrument.</param>
/// <param name="IntervalHours">Hours between payments.</param>
/// <param name="RateCap">Highest rate; fraction per interval.</param>
/// <param name="RateFloor">Lowest rate; fraction per interval.</param>
public sealed record FundingTermsRow(string Symbol, int IntervalHours, decimal RateCap, decimal RateFloor);
