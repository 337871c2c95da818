namespace LiqIndicators.Workbench.Scoring.Guard;

/// <summary>Realised volatility of an episode, minute by minute, by what volatility targeting goes.</summary>
internal static class MinuteVolatility
{
    private const double MinutesPerDay = 24 * 60;

    /// <summary>Exponentially weighted root mean square of one-minute returns.</summary>
    /// <param name="minutes">The episode.</param>
    /// <param name="halfLifeMinutes">Above 0.</param>
    /// <returns>Fraction per root day, at the close of each minute; it starts from the mean of the first half-lives.</returns>
    internal static double[] Daily(IReadOnlyList<EpisodeMinute> minutes, double halfLifeMinutes)
    {
        double kept = Math.Pow(0.5, 1 / halfLifeMinutes);
        double weight = 0;
        double sum = 0;
        double[] daily = new double[minutes.Count];
        for (int i = 0; i < daily.Length; i++)
        {
            double change = i == 0 ? 0 : Math.Log(minutes[i].Close / minutes[i - 1].Close);
            sum = (kept * sum) + (i == 0 ? 0 : change * change);
            weight = (kept * weight) + (i == 0 ? 0 : 1);
            daily[i] = weight > 0 ? Math.Sqrt(sum / weight * MinutesPerDay) : double.NaN;
        }

        return daily;
    }
}
