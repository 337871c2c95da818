namespace LiqIndicators.Analytics.Scoring;

/// <summary>Resamples whole UTC days, because hours of a day are no independent observations; for figures of weighted rows.</summary>
public sealed class DayBlockBootstrap
{
    private readonly int[] _dayOf;
    private readonly int _days;
    private readonly int _resamples;
    private readonly ulong _seed;

    /// <summary>Sets up the days.</summary>
    /// <param name="timesUtc">Time of each observation; in time order.</param>
    /// <param name="resamples">How often to resample; in [1, 1,000,000].</param>
    /// <param name="seed">Seed of the resampling.</param>
    /// <exception cref="ArgumentOutOfRangeException">A time is not UTC, or the count is outside its range.</exception>
    public DayBlockBootstrap(ReadOnlySpan<DateTime> timesUtc, int resamples, ulong seed)
    {
        _resamples = Guard.InRange(resamples, 1, 1_000_000);
        _seed = seed;
        _dayOf = new int[timesUtc.Length];
        DateTime day = DateTime.MinValue;
        for (int i = 0; i < timesUtc.Length; i++)
        {
            DateTime date = Guard.Utc(timesUtc[i]).Date;
            _days += date != day ? 1 : 0;
            day = date;
            _dayOf[i] = _days - 1;
        }
    }

    /// <summary>How many days there are.</summary>
    public int Days => _days;

    /// <summary>Interval of a statistic of weighted observations.</summary>
    /// <param name="statistic">
    /// Takes how often each observation counts; gives a number, or NaN for a resample it cannot be computed from.
    /// The same resamples are used on every call, so that differences of two statistics are paired.
    /// </param>
    /// <exception cref="ArgumentNullException"><paramref name="statistic"/> is null.</exception>
    public Interval Of(Func<double[], double> statistic)
    {
        ArgumentNullException.ThrowIfNull(statistic);
        double[] weights = new double[_dayOf.Length];
        if (_days == 0)
        {
            return new Interval(statistic(weights), double.NaN, double.NaN);
        }

        return BlockBootstrap.Intervals(
            _days,
            1,
            (counts, figures) =>
            {
                for (int i = 0; i < weights.Length; i++)
                {
                    weights[i] = counts[_dayOf[i]];
                }

                figures[0] = statistic(weights);
            },
            resamples: _resamples,
            seed: _seed)[0];
    }
}
