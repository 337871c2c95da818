using CsCheck;
using LiqIndicators.Analytics.Statistics;
using LiqIndicators.Analytics.Tests.Contract;

namespace LiqIndicators.Analytics.Tests.Statistics;

public sealed class DecayTests
{
    private static readonly DateTime Start = new(2026, 1, 5, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void DecayedMean_AnySeries_EqualsTheWeightedMeanByDefinition() =>
        Seeded.Check(Gen.Select(Gen.Double[0.5, 20], Gen.Double[-10, 10].Array[1, 40]), sample =>
        {
            (double halfLife, double[] series) = sample;
            DecayedMean mean = new(halfLife);
            for (int i = 0; i < series.Length; i++)
            {
                double weighted = 0;
                double weights = 0;
                for (int j = 0; j <= i; j++)
                {
                    double weight = Math.Pow(2, -(i - j) / halfLife);
                    weighted += weight * series[j];
                    weights += weight;
                }

                Assert.Equal(weighted / weights, mean.Preview(series[i]), tolerance: 1e-9);
                mean.Add(series[i]);
                Assert.Equal(weighted / weights, mean.Value, tolerance: 1e-9);
            }
        });

    [Fact]
    public void DecayedMean_NaN_OnlyAges()
    {
        DecayedMean mean = new(1);
        Assert.True(double.IsNaN(mean.Value));
        mean.Add(8);
        mean.Add(double.NaN);

        Assert.Equal(8, mean.Value, tolerance: 1e-12);
        // Weights 1/4 and 1.
        Assert.Equal(((8 * 0.25) + 3) / 1.25, mean.Preview(3), tolerance: 1e-12);
    }

    [Fact]
    public void Hawkes_AnyEvents_EqualsTheSumOverAllOfThem() =>
        Seeded.Check(
            Gen.Select(Gen.Double[0, 5], Gen.Double[0.1, 4], Gen.Double[0.1, 6], Gen.Select(Gen.Int[0, 90], Gen.Double[0, 3]).Array[1, 30]),
            sample =>
            {
                (double baseline, double excitation, double decay, (int, double)[] events) = sample;
                HawkesIntensity hawkes = new(baseline, excitation, decay);
                double minutes = 0;
                List<(double Minutes, double Weight)> past = [];
                foreach ((int gap, double weight) in events)
                {
                    minutes += gap;
                    past.Add((minutes, weight));
                    double expected = baseline
                        + past.Sum(e => excitation * e.Weight * Math.Exp(-decay * (minutes - e.Minutes) / 60));

                    Assert.Equal(expected, hawkes.Preview(Start.AddMinutes(minutes), weight), tolerance: 1e-9);
                    Assert.Equal(expected, hawkes.Update(Start.AddMinutes(minutes), weight), tolerance: 1e-9);
                }
            });

    // n = a E[w] / b, and the model-free form: mean 4, variance 16 gives 1 - sqrt(1/4).
    [Fact]
    public void BranchingRatio_Vectors_Hold()
    {
        Assert.Equal(0.5, new HawkesIntensity(1, 2, 6).BranchingRatio(1.5), tolerance: 1e-12);
        Assert.Equal(0.5, HawkesIntensity.BranchingRatioOfCounts(4, 16), tolerance: 1e-12);
        Assert.Equal(0, HawkesIntensity.BranchingRatioOfCounts(4, 3), tolerance: 0);
    }

    [Fact]
    public void Hawkes_TimeGoesBack_IsRefused()
    {
        HawkesIntensity hawkes = new(1, 1, 1);
        hawkes.Update(Start, 1);
        Assert.Throws<ArgumentOutOfRangeException>(() => hawkes.Preview(Start.AddSeconds(-1), 1));
    }
}
