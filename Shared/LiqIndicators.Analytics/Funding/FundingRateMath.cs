namespace LiqIndicators.Analytics.Funding;

/// <summary>Conversions of funding rates; every rate is a fraction and positive when longs pay shorts.</summary>
public static class FundingRateMath
{
    /// <summary>Hours of the interval in which rates of different venues are compared.</summary>
    public const double ReferenceIntervalHours = 8;

    private const double HoursPerYear = 8760;

    /// <summary>Rate of one interval restated for eight hours, without compounding.</summary>
    /// <param name="fundingRate">Fraction per interval.</param>
    /// <param name="intervalHours">Hours from one payment to the next; in (0, 24].</param>
    /// <returns>Fraction per eight hours; NaN for a NaN rate.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="intervalHours"/> is outside its range.</exception>
    public static double PerEightHours(double fundingRate, double intervalHours) =>
        fundingRate * (ReferenceIntervalHours / Interval(intervalHours));

    /// <summary>Annual rate without compounding: <c>f * 8760 / h</c>.</summary>
    /// <param name="fundingRate">Fraction per interval.</param>
    /// <param name="intervalHours">Hours from one payment to the next; in (0, 24].</param>
    /// <returns>Percent per year; NaN for a NaN rate.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="intervalHours"/> is outside its range.</exception>
    public static double AnnualRatePct(double fundingRate, double intervalHours) =>
        100 * fundingRate * HoursPerYear / Interval(intervalHours);

    /// <summary>Annual rate when every payment is reinvested: <c>(1 + f)^(8760 / h) - 1</c>.</summary>
    /// <param name="fundingRate">Fraction per interval; above -1.</param>
    /// <param name="intervalHours">Hours from one payment to the next; in (0, 24].</param>
    /// <returns>Percent per year; NaN for a NaN rate.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="intervalHours"/> is outside its range.</exception>
    public static double AnnualYieldPct(double fundingRate, double intervalHours) =>
        100 * (Math.Pow(1 + fundingRate, HoursPerYear / Interval(intervalHours)) - 1);

    /// <summary>Funding rate out of the premium: <c>[P + clamp(I - P, +-0.05%)] / (8 / N)</c>, then capped.</summary>
    /// <param name="premium"><c>P</c>, average premium of the perpetual over its index; fraction.</param>
    /// <param name="intervalHours"><c>N</c>, hours from one payment to the next; in (0, 24].</param>
    /// <param name="interestPerEightHours"><c>I</c>; fraction per eight hours, 0.0001 on most venues.</param>
    /// <param name="cap">Largest absolute rate of an interval; &gt; 0; infinite for none.</param>
    /// <returns>Fraction per interval; NaN for a NaN premium.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The interval or the cap is outside its range.</exception>
    public static double FromPremium(
        double premium, double intervalHours, double interestPerEightHours = 0.0001, double cap = double.PositiveInfinity)
    {
        Interval(intervalHours);
        Guard.InRange(cap, double.Epsilon, double.PositiveInfinity);
        const double band = 0.0005;
        double perEightHours = premium + Math.Clamp(interestPerEightHours - premium, -band, band);
        return Math.Clamp(perEightHours / (ReferenceIntervalHours / intervalHours), -cap, cap);
    }

    private static double Interval(double intervalHours)
    {
        Guard.Positive(intervalHours);
        return Guard.InRange(intervalHours, 0, 24);
    }
}
