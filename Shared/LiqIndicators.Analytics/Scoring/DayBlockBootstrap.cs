using LiqIndicators.Analytics.Statistics;

namespace LiqIndicators.Analytics.Scoring;

/// <summary>A number with its 95 % interval.</summary>
/// <param name="Value">The number.</param>
/// <param name="Low">2.5th percentile of its resampled values; NaN when none could be computed.</param>
/// <param name="High">97.5th percentile.</param>
public readonly record struct Interval(double Value, double Low, double High)
{
    /// <summary>Whether the interval holds a number.</summary>
    public bool Contains(double number) => Low <= number && number <= High;
}

/// <summary>Resamples whole UTC days, because hours of a day are no independent observations.</summary>
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
        SeededSequence random = new(_seed);
        double[] weights = new double[_dayOf.Length];
        int[] drawn = new int[_days];
        Array.Fill(weights, 1);
        double value = statistic(weights);
        List<double> resampled = new(_resamples);
        for (int resample = 0; resample < _resamples; resample++)
        {
            Array.Clear(drawn);
            for (int i = 0; i < _days; i++)
            {
                drawn[random.Below(_days)]++;
            }

            for (int i = 0; i < weights.Length; i++)
            {
                weights[i] = drawn[_dayOf[i]];
            }

            double number = statistic(weights);
            if (!double.IsNaN(number))
            {
                resampled.Add(number);
            }
        }

        resampled.Sort();
        return resampled.Count == 0
            ? new Interval(value, double.NaN, double.NaN)
            : new Interval(value, At(0.025), At(0.975));

        double At(double share) => resampled[(int)Math.Round(share * (resampled.Count - 1))];
    }
}
