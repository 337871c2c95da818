namespace LiqIndicators.Analytics.Scoring;

/// <summary>Wilson's score interval for a share that was counted.</summary>
public static class WilsonInterval
{
    /// <summary>Two-sided 95%: the 97.5% quantile of the standard normal distribution.</summary>
    private const double NormalQuantile = 1.959963984540054;

    /// <summary>The 95% interval of a share.</summary>
    /// <remarks>
    /// <c>(p + z²/2n ± z sqrt(p(1-p)/n + z²/4n²)) / (1 + z²/n)</c>: stays in [0, 1] and is honest for few trials.
    /// Source: E. B. Wilson, JASA 22 (1927).
    /// </remarks>
    /// <param name="hits">Trials that succeeded; in [0, trials].</param>
    /// <param name="trials">Trials; &gt;= 0.</param>
    /// <returns>The share with its interval, fractions in [0, 1]; NaN without trials.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is outside its range.</exception>
    public static Interval Of(int hits, int trials)
    {
        Guard.InRange(trials, 0, int.MaxValue);
        Guard.InRange(hits, 0, trials);
        if (trials == 0)
        {
            return new Interval(double.NaN, double.NaN, double.NaN);
        }

        double share = (double)hits / trials;
        double squared = NormalQuantile * NormalQuantile;
        double scale = 1 + (squared / trials);
        double centre = (share + (squared / (2.0 * trials))) / scale;
        double half = NormalQuantile
            * Math.Sqrt((share * (1 - share) / trials) + (squared / (4.0 * trials * trials)))
            / scale;
        return new Interval(share, Math.Max(0, centre - half), Math.Min(1, centre + half));
    }
}
