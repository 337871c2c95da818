using CsCheck;
using LiqIndicators.Analytics.Statistics;
using LiqIndicators.Analytics.Tests.Contract;

namespace LiqIndicators.Analytics.Tests.Statistics;

public sealed class RollingMomentsTests
{
    // The z-score of the funding vectors: window [.001, .003] has mean .002 and population deviation .001.
    [Fact]
    public void Preview_WindowOfTwo_GivesAZScoreOfOne()
    {
        RollingMoments window = new(2);
        window.Add(0.001);

        Assert.Equal(1, window.Preview(0.003).ZScore(0.003), tolerance: 1e-12);
    }

    // NIST StRD "NumAcc1": mean 10000002, sample deviation 1, so population deviation sqrt(2/3).
    [Fact]
    public void Current_LargeCommonLevel_KeepsItsDigits()
    {
        RollingMoments window = new(3);
        window.Add(10_000_001);
        window.Add(10_000_003);
        window.Add(10_000_002);

        Assert.Equal(10_000_002, window.Current.Mean, tolerance: 0);
        Assert.Equal(Math.Sqrt(2.0 / 3), window.Current.Deviation, tolerance: 1e-12);
    }

    [Fact]
    public void Add_AnySeries_EqualsTheDefinitionOverTheWindow() =>
        Seeded.Check(Gen.Select(Gen.Int[1, 12], Gen.Double[-1e3, 1e3].Array[1, 60]), sample =>
        {
            (int capacity, double[] series) = sample;
            RollingMoments window = new(capacity);
            for (int i = 0; i < series.Length; i++)
            {
                double[] held = series[Math.Max(0, i + 1 - capacity)..(i + 1)];
                Moments preview = window.Preview(series[i]);
                window.Add(series[i]);
                double mean = held.Average();
                double deviation = Math.Sqrt(held.Average(x => (x - mean) * (x - mean)));

                foreach (Moments moments in new[] { preview, window.Current })
                {
                    Assert.Equal(held.Length, moments.Count);
                    Assert.Equal(held.Sum(), moments.Sum, tolerance: 1e-8);
                    Assert.Equal(mean, moments.Mean, tolerance: 1e-9);
                    Assert.Equal(deviation, moments.Deviation, tolerance: 1e-4);
                }
            }
        });

    // An unseeded sum drifts by 1e-7 over a million samples of this size; a reseeded one must not.
    [Fact]
    public void Add_LongSeries_DoesNotDrift()
    {
        RollingMoments window = new(100);
        Random random = new(11);
        Queue<double> held = new();
        for (int i = 0; i < 300_050; i++)
        {
            double value = 1e4 * random.NextDouble();
            window.Add(value);
            held.Enqueue(value);
            if (held.Count > 100)
            {
                held.Dequeue();
            }
        }

        Assert.Equal(held.Sum(), window.Current.Sum, tolerance: 2e-9);
    }

    [Fact]
    public void Current_ConstantWindow_HasNoDeviationAndNoZScore()
    {
        RollingMoments window = new(3);
        for (int i = 0; i < 7; i++)
        {
            window.Add(0.0001);
        }

        Assert.Equal(0, window.Current.Deviation);
        Assert.True(double.IsNaN(window.Current.ZScore(0.0001)));
    }

    [Fact]
    public void Current_Empty_IsNotAvailable()
    {
        Assert.True(double.IsNaN(new RollingMoments(3).Current.Mean));
        Assert.Equal(0, new RollingMoments(3).Current.Count);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Add_NotANumber_IsRefused(double value) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new RollingMoments(3).Add(value));
}
