using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Analytics.Scoring;

/// <summary>Which hours a cascade followed, by a definition fixed before any model.</summary>
/// <remarks>
/// After hour <c>t</c>, for a horizon <c>H</c> and a side: some hour of <c>t+1 ... t+H</c> has liquidations of that side above
/// their 97.5th percentile over the 720 hours before that hour, and the price moves against the side, from the close of
/// <c>t</c> to the extreme within the horizon, by more than <c>sigma sqrt(H)</c>, where <c>sigma</c> is the root mean
/// square of the last 168 hourly log returns. The percentile is the smallest observation with at most 2.5 % above it.
/// Rows count as hours; a missing hour is absent, not interpolated.
/// </remarks>
public static class CascadeEvents
{
    /// <summary>Hours that the percentile looks back on, and the first hour that can be scored.</summary>
    public const int PercentileHours = 720;

    /// <summary>Hourly returns that make the deviation.</summary>
    public const int VolatilityHours = 168;

    private const double Percentile = 0.975;

    /// <summary>Outcome of every hour.</summary>
    /// <param name="bars">Hourly bars in time order.</param>
    /// <param name="side">Side at risk.</param>
    /// <param name="horizonHours">Hours ahead; in [1, 168].</param>
    /// <param name="leastPercentileHours">
    /// Hours from which on a shorter look-back is accepted; <see cref="PercentileHours"/> for scoring. Less makes
    /// provisional outcomes that a model may learn from before the first scored hour.
    /// </param>
    /// <returns>1, 0, or NaN where look-back or horizon is incomplete; one per bar.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double[] Outcomes(
        ReadOnlySpan<MarketBar> bars, PositionSide side, int horizonHours, int leastPercentileHours = PercentileHours)
    {
        Guard.InRange(horizonHours, 1, 168);
        Guard.InRange(leastPercentileHours, VolatilityHours, PercentileHours);
        bool[] bursts = Bursts(bars, side, leastPercentileHours);
        double[] outcomes = new double[bars.Length];
        Array.Fill(outcomes, double.NaN);
        for (int t = leastPercentileHours; t + horizonHours < bars.Length; t++)
        {
            bool isBurst = false;
            double extreme = 0;
            for (int ahead = 1; ahead <= horizonHours; ahead++)
            {
                isBurst |= bursts[t + ahead];
                extreme = Math.Max(extreme, Against(bars[t].Close, bars[t + ahead], side));
            }

            double sigma = Sigma(bars, t) * Math.Sqrt(horizonHours);
            outcomes[t] = double.IsNaN(sigma) ? double.NaN : isBurst && extreme > sigma ? 1 : 0;
        }

        return outcomes;
    }

    /// <summary>Whether each hour's liquidations of a side exceed the percentile of the hours before it.</summary>
    /// <param name="bars">Hourly bars in time order.</param>
    /// <param name="side">Side at risk.</param>
    /// <param name="leastPercentileHours">Hours from which on a shorter look-back is accepted.</param>
    public static bool[] Bursts(ReadOnlySpan<MarketBar> bars, PositionSide side, int leastPercentileHours = PercentileHours)
    {
        bool[] bursts = new bool[bars.Length];
        double[] sorted = new double[PercentileHours];
        for (int i = leastPercentileHours; i < bars.Length; i++)
        {
            int from = Math.Max(0, i - PercentileHours);
            int count = 0;
            for (int j = from; j < i; j++)
            {
                double amount = bars[j].LiquidatedNotional(side);
                if (!double.IsNaN(amount))
                {
                    sorted[count++] = amount;
                }
            }

            if (count > 0)
            {
                Array.Sort(sorted, 0, count);
                bursts[i] = bars[i].LiquidatedNotional(side) > sorted[(int)Math.Ceiling(Percentile * (count - 1))];
            }
        }

        return bursts;
    }

    /// <summary>Root mean square of the last 168 hourly log returns; NaN before there are that many.</summary>
    public static double Sigma(ReadOnlySpan<MarketBar> bars, int index)
    {
        if (index < VolatilityHours)
        {
            return double.NaN;
        }

        double squares = 0;
        for (int i = index - VolatilityHours + 1; i <= index; i++)
        {
            double change = Math.Log(bars[i].Close / bars[i - 1].Close);
            squares += change * change;
        }

        return Math.Sqrt(squares / VolatilityHours);
    }

    private static double Against(double close, in MarketBar bar, PositionSide side) =>
        side == PositionSide.Long ? Math.Log(close / bar.Low) : Math.Log(bar.High / close);
}
