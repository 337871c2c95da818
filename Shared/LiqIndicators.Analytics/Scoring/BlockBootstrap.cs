using LiqIndicators.Analytics.Statistics;
using MathNet.Numerics.Statistics;

namespace LiqIndicators.Analytics.Scoring;

/// <summary>Figures of one resample, from how often it holds each block.</summary>
/// <param name="counts">Times each block was drawn; sums to the number of blocks.</param>
/// <param name="figures">Receives the figures; NaN where one cannot be computed.</param>
public delegate void BlockFigures(ReadOnlySpan<int> counts, Span<double> figures);

/// <summary>Percentile bootstrap that draws whole blocks, so that what happens within a block may depend on itself.</summary>
/// <remarks>
/// Hours of one day are not independent: errors that take them for so are too small. Blocks are drawn with replacement, as
/// many as there are, and a figure is computed from the number of times each was drawn: from sums kept per block, without
/// going through the rows again. Figures computed together share their resamples, so a difference of two is paired.
/// </remarks>
public static class BlockBootstrap
{
    /// <summary>Resamples drawn when nothing else is asked for.</summary>
    public const int StandardResamples = 2000;

    /// <summary>Intervals of several figures.</summary>
    /// <param name="blocks">Number of blocks; at least 1.</param>
    /// <param name="figures">Number of figures; at least 1.</param>
    /// <param name="compute">Computes them for one resample; must not keep its arguments.</param>
    /// <param name="confidence">Share of the resamples inside; in (0, 1); 0.95 by default.</param>
    /// <param name="resamples">Number of resamples; in [1, 1,000,000].</param>
    /// <param name="seed">Decides the draws.</param>
    /// <returns>
    /// Per figure its value with every block once, and the interval between percentiles with linear interpolation.
    /// Resamples in which the figure is NaN do not count; the interval is NaN when none is left.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static Interval[] Intervals(
        int blocks,
        int figures,
        BlockFigures compute,
        double confidence = 0.95,
        int resamples = StandardResamples,
        ulong seed = 1)
    {
        Guard.InRange(blocks, 1, int.MaxValue);
        Guard.InRange(figures, 1, int.MaxValue);
        ArgumentNullException.ThrowIfNull(compute);
        Guard.InRange(confidence, 1e-9, 1 - 1e-9);
        Guard.InRange(resamples, 1, 1_000_000);

        SeededSequence numbers = new(seed);
        int[] counts = new int[blocks];
        double[] row = new double[figures];
        Array.Fill(counts, 1);
        compute(counts, row);
        double[] values = (double[])row.Clone();
        List<double>[] drawn = new List<double>[figures];
        for (int i = 0; i < figures; i++)
        {
            drawn[i] = new List<double>(resamples);
        }

        for (int resample = 0; resample < resamples; resample++)
        {
            Array.Clear(counts, 0, blocks);
            for (int i = 0; i < blocks; i++)
            {
                counts[numbers.Below(blocks)]++;
            }

            compute(counts, row);
            for (int i = 0; i < figures; i++)
            {
                if (!double.IsNaN(row[i]))
                {
                    drawn[i].Add(row[i]);
                }
            }
        }

        Interval[] intervals = new Interval[figures];
        for (int i = 0; i < figures; i++)
        {
            intervals[i] = Between(values[i], drawn[i], (1 - confidence) / 2);
        }

        return intervals;
    }

    private static Interval Between(double value, List<double> sample, double tail)
    {
        if (sample.Count == 0)
        {
            return new Interval(value, double.NaN, double.NaN);
        }

        double[] sorted = sample.ToArray();
        Array.Sort(sorted);
        return new Interval(
            value,
            SortedArrayStatistics.QuantileCustom(sorted, tail, QuantileDefinition.R7),
            SortedArrayStatistics.QuantileCustom(sorted, 1 - tail, QuantileDefinition.R7));
    }
}
