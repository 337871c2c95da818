namespace LiqIndicators.Sessions.Funding;

/// <summary>What other algos can read of funding at one time; NaN for what is not available.</summary>
/// <param name="PublishedUtc">When the bar that these numbers follow was published.</param>
/// <param name="Pressure">The oscillator; in (-100, 100), positive when longs are under pressure.</param>
/// <param name="LongsPay">The oscillator while longs pay; NaN otherwise.</param>
/// <param name="ShortsPay">The oscillator while shorts pay; NaN otherwise.</param>
/// <param name="Settlement">0 where a payment fell into the bar; NaN otherwise.</param>
/// <param name="RatePctPerEightHours">Percent per eight hours, positive when longs pay.</param>
/// <param name="AnnualRatePct">Percent per year, not compounded.</param>
/// <param name="Cumulative1dPct">Paid by a long over one day; percent of notional.</param>
/// <param name="Cumulative7dPct">Paid by a long over seven days; percent of notional.</param>
/// <param name="Cumulative30dPct">Paid by a long over thirty days; percent of notional.</param>
/// <param name="SpendPerHour">Paid by all longs per hour; quote currency.</param>
/// <param name="RobustZ">Distance of the rate from its median; scaled median deviations.</param>
/// <param name="PredictedPctPerEightHours">Rate of the next payment as told now; percent per eight hours.</param>
/// <param name="CapPct">Largest rate of a venue over its cap; percent, 100 is at the cap.</param>
/// <param name="DispersionPctPerEightHours">How far the venues lie apart; one deviation, percent per eight hours.</param>
/// <param name="PercentileRank">Share of the window below the rate; in (0, 1).</param>
/// <param name="SignRunBars">Bars in a row with one payer: positive while longs pay, negative while shorts pay.</param>
public readonly record struct FundingReadings(
    DateTime PublishedUtc,
    double Pressure,
    double LongsPay,
    double ShortsPay,
    double Settlement,
    double RatePctPerEightHours,
    double AnnualRatePct,
    double Cumulative1dPct,
    double Cumulative7dPct,
    double Cumulative30dPct,
    double SpendPerHour,
    double RobustZ,
    double PredictedPctPerEightHours,
    double CapPct,
    double DispersionPctPerEightHours,
    double PercentileRank,
    double SignRunBars)
{
    /// <summary>What is known before the first bar: nothing.</summary>
    public static readonly FundingReadings None = new(
        DateTime.SpecifyKind(DateTime.MinValue, DateTimeKind.Utc),
        double.NaN,
        double.NaN,
        double.NaN,
        double.NaN,
        double.NaN,
        double.NaN,
        double.NaN,
        double.NaN,
        double.NaN,
        double.NaN,
        double.NaN,
        double.NaN,
        double.NaN,
        double.NaN,
        double.NaN,
        double.NaN);
}
