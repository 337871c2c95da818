using CsCheck;
using LiqIndicators.Analytics.Statistics;
using LiqIndicators.Analytics.Tests.Contract;

namespace LiqIndicators.Analytics.Tests.Statistics;

public sealed class RobustWindowTests
{
    // Few distinct values make ties, many make the ordinary case.
    private static readonly Gen<double> Numbers =
        Gen.OneOf(Gen.Int[-3, 3].Select(x => (double)x), Gen.Double[-3, 3]);

    [Fact]
    public void Preview_AnySeries_EqualsTheDefinitionOverTheWindow() =>
        Seeded.Check(Gen.Select(Gen.Int[1, 15], Numbers.Array[1, 60]), sample =>
        {
            (int capacity, double[] series) = sample;
            RobustWindow window = new(capacity);
            for (int i = 0; i < series.Length; i++)
            {
                double[] held = series[Math.Max(0, i + 1 - capacity)..(i + 1)];
                double median = MedianOf(held);
                double deviation = MedianOf(Array.ConvertAll(held, x => Math.Abs(x - median)));
                double rank = (held.Count(x => x < series[i]) + (0.5 * held.Count(x => x == series[i]))) / held.Length;

                RobustSummary summary = window.Preview(series[i]);
                window.Add(series[i]);

                Assert.Equal(held.Length, summary.Count);
                Assert.Equal(median, summary.Median, tolerance: 1e-14);
                Assert.Equal(deviation, summary.MedianAbsoluteDeviation, tolerance: 1e-14);
                Assert.Equal(rank, summary.PercentileRank, tolerance: 1e-14);
            }
        });

    // By hand: of 1, 2, 3, 4, 10 the median is 3, the distances are 2, 1, 0, 1, 7 with median 1.
    [Fact]
    public void Preview_FiveNumbers_GivesTheRobustZOfTheLast()
    {
        RobustWindow window = new(5);
        foreach (double value in new double[] { 1, 2, 3, 4 })
        {
            window.Add(value);
        }

        RobustSummary summary = window.Preview(10);
        Assert.Equal(7 / 1.4826, summary.RobustZ, tolerance: 1e-4);
        Assert.Equal(0.9, summary.PercentileRank, tolerance: 1e-12);
    }

    [Fact]
    public void Preview_MostlyOneNumber_HasNoRobustZ()
    {
        RobustWindow window = new(5);
        for (int i = 0; i < 5; i++)
        {
            window.Add(0.0001);
        }

        Assert.True(double.IsNaN(window.Preview(0.0005).RobustZ));
    }

    // The quartile of the standard normal distribution is 0.674489750196082.
    [Fact]
    public void NormalConsistency_IsTheInverseOfTheUpperQuartile() =>
        Assert.Equal(1, 0.674489750196082 * RobustSummary.NormalConsistency, tolerance: 1e-14);

    [Fact]
    public void Add_NaN_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => new RobustWindow(3).Add(double.NaN));

    private static double MedianOf(double[] numbers)
    {
        double[] sorted = [.. numbers.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
