using LiqIndicators.Analytics.Statistics;

namespace LiqIndicators.Analytics.Scoring;

/// <summary>How long alarms had been on when a cascade set in, against cascades at random times.</summary>
/// <remarks>
/// Lead: hours of the unbroken alarm that was on in the hour before the onset. Onsets without one are missed and counted
/// by recall, not here. A lead that shuffled onsets have too is only a long alarm.
/// </remarks>
public static class LeadTime
{
    /// <summary>Median lead of the onsets that were told.</summary>
    /// <param name="alarms">Whether the alarm was on, per hour.</param>
    /// <param name="onsets">Hours at which cascades set in.</param>
    /// <returns>Minutes; NaN when none was told.</returns>
    public static double MedianMinutes(ReadOnlySpan<bool> alarms, ReadOnlySpan<int> onsets) =>
        MedianOf(Runs(alarms), onsets, new List<double>(onsets.Length));

    /// <summary>Median over shuffles of the median lead, when as many onsets fall at random hours.</summary>
    /// <param name="alarms">Whether the alarm was on, per hour.</param>
    /// <param name="onsets">How many onsets to draw each time; at least 1.</param>
    /// <param name="shuffles">How often to draw; in [1, 1,000,000].</param>
    /// <param name="seed">Seed of the draws.</param>
    /// <returns>Minutes; NaN when no draw was told.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is outside its range.</exception>
    public static double ShuffledMedianMinutes(ReadOnlySpan<bool> alarms, int onsets, int shuffles, ulong seed)
    {
        Guard.InRange(onsets, 1, 1_000_000);
        Guard.InRange(shuffles, 1, 1_000_000);
        int[] runs = Runs(alarms);
        SeededSequence random = new(seed);
        int[] drawn = new int[onsets];
        List<double> told = new(onsets);
        List<double> medians = new(shuffles);
        for (int shuffle = 0; shuffle < shuffles; shuffle++)
        {
            for (int i = 0; i < drawn.Length; i++)
            {
                drawn[i] = random.Below(alarms.Length);
            }

            double median = MedianOf(runs, drawn, told);
            if (!double.IsNaN(median))
            {
                medians.Add(median);
            }
        }

        return Median(medians);
    }

    private static int[] Runs(ReadOnlySpan<bool> alarms)
    {
        int[] runs = new int[alarms.Length];
        for (int i = 0; i < runs.Length; i++)
        {
            runs[i] = !alarms[i] ? 0 : i == 0 ? 1 : runs[i - 1] + 1;
        }

        return runs;
    }

    private static double MedianOf(int[] runs, ReadOnlySpan<int> onsets, List<double> told)
    {
        told.Clear();
        foreach (int onset in onsets)
        {
            if (onset > 0 && runs[onset - 1] > 0)
            {
                told.Add(60.0 * runs[onset - 1]);
            }
        }

        return Median(told);
    }

    private static double Median(List<double> numbers)
    {
        numbers.Sort();
        return numbers.Count == 0
            ? double.NaN
            : 0.5 * (numbers[(numbers.Count - 1) / 2] + numbers[numbers.Count / 2]);
    }
}
