using LiqIndicators.Analytics.Scoring;
using LiqIndicators.Analytics.Statistics;

namespace LiqIndicators.Analytics.Tests.Scoring;

public sealed class BlockBootstrapTests
{
    [Fact]
    public void Intervals_OfAMean_MatchResamplesDrawnAndSortedSlowly()
    {
        double[][] blocks = { new[] { 1.0, 2 }, new[] { 5.0 }, new[] { 3.0, 3, 9 }, new[] { 0.0 } };
        List<double> means = new();
        SeededSequence numbers = new(11);
        for (int i = 0; i < 500; i++)
        {
            List<double> rows = new();
            for (int draw = 0; draw < blocks.Length; draw++)
            {
                rows.AddRange(blocks[numbers.Below(blocks.Length)]);
            }

            means.Add(rows.Average());
        }

        means.Sort();
        Interval interval = BlockBootstrap.Intervals(
            blocks.Length, 1, (counts, figures) => figures[0] = Mean(blocks, counts), confidence: 0.9, resamples: 500, seed: 11)[0];

        Assert.Equal(Percentile(means, 0.05), interval.Low, tolerance: 1e-12);
        Assert.Equal(Percentile(means, 0.95), interval.High, tolerance: 1e-12);
    }

    [Fact]
    public void Intervals_OfRowsThatRepeatWithinABlock_AreWiderThanOfRowsByThemselves()
    {
        // 40 blocks of 25 equal rows know as much as 40 rows: taking them for 1,000 rows would be five times too sure.
        Random random = new(3);
        double[][] blocks = Enumerable.Range(0, 40).Select(_ => Enumerable.Repeat(random.NextDouble(), 25).ToArray()).ToArray();
        double[][] rows = blocks.SelectMany(block => block).Select(value => new[] { value }).ToArray();

        Assert.Equal(5, Width(blocks) / Width(rows), tolerance: 0.6);
    }

    [Fact]
    public void Intervals_OfFiguresThatMoveTogether_PairThem()
    {
        double[] values = { 1, 5, 2, 8 };
        Interval[] intervals = BlockBootstrap.Intervals(4, 2, (counts, figures) =>
        {
            double first = Mean(values.Select(v => new[] { v }).ToArray(), counts);
            figures[0] = first;
            figures[1] = (first + 1) - first;
        });

        Assert.True(intervals[0].High - intervals[0].Low > 1);
        Assert.Equal(1, intervals[1].Low, tolerance: 1e-12);
        Assert.Equal(1, intervals[1].High, tolerance: 1e-12);
    }

    [Fact]
    public void Intervals_FigureNeverAvailable_IsUnknown() =>
        Assert.True(double.IsNaN(BlockBootstrap.Intervals(3, 1, (_, figures) => figures[0] = double.NaN)[0].Low));

    private static double Width(double[][] blocks)
    {
        Interval interval = BlockBootstrap.Intervals(blocks.Length, 1, (counts, figures) => figures[0] = Mean(blocks, counts))[0];
        return interval.High - interval.Low;
    }

    private static double Mean(double[][] blocks, ReadOnlySpan<int> counts)
    {
        double sum = 0;
        int rows = 0;
        for (int i = 0; i < blocks.Length; i++)
        {
            sum += counts[i] * blocks[i].Sum();
            rows += counts[i] * blocks[i].Length;
        }

        return sum / rows;
    }

    private static double Percentile(List<double> sorted, double share)
    {
        double at = share * (sorted.Count - 1);
        int below = (int)Math.Floor(at);
        return sorted[below] + ((at - below) * (sorted[Math.Min(below + 1, sorted.Count - 1)] - sorted[below]));
    }
}
