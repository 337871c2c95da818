using LiqIndicators.Analytics.Liquidation.Forecast;
using MathNet.Numerics.Distributions;

namespace LiqIndicators.Analytics.Tests.Liquidation.Forecast;

public sealed class LiquidationRangeTests
{
    // The 90th percentile of a normal of deviation 1.8 is 1.8 * 1.281552 = 2.306793, and exp of it 10.04219.
    [Theory]
    [InlineData(1e6, (1_001_000 / 10.04219) - 1000, (1_001_000 * 10.04219) - 1000)]
    [InlineData(0, 0, 9042.19)]
    public void Around_NothingSeen_IsTheNormalPrior(double expected, double low, double high)
    {
        LiquidationEstimate estimate = new LiquidationRange().Around(expected);

        Assert.Equal(expected, estimate.Notional);
        Assert.Equal(low, estimate.LowNotional, tolerance: 0.005 * low);
        Assert.Equal(high, estimate.HighNotional, tolerance: 0.005 * high);
    }

    [Fact]
    public void Around_ManyOutcomes_AreTheirForgottenPercentiles()
    {
        Random random = new(5);
        LiquidationRange range = new();
        List<double> ratios = [];
        for (int i = 0; i < 2500; i++)
        {
            // The middle of the outcomes shifts half way: only a range that forgets follows it.
            double ratio = (i < 1200 ? 1.5 : -0.7) + (0.8 * Normal.Sample(random, 0, 1));
            double expected = 4e5 + (2e6 * random.NextDouble());
            double realised = Math.Max(0, (Math.Exp(ratio) * (1000 + expected)) - 1000);
            ratios.Add(Math.Log((1000 + realised) / (1000 + expected)));
            range.Update(expected, realised);
        }

        LiquidationEstimate estimate = range.Around(1e6);

        // A bin is 0.1 wide in the logarithm.
        Assert.Equal(Percentile(ratios, 0.1), Math.Log((1000 + estimate.LowNotional) / 1_001_000), tolerance: 0.1);
        Assert.Equal(Percentile(ratios, 0.9), Math.Log((1000 + estimate.HighNotional) / 1_001_000), tolerance: 0.1);
    }

    [Fact]
    public void Update_OneSize_LeavesOtherSizesAlone()
    {
        LiquidationRange range = new();
        LiquidationEstimate before = range.Around(1e4);
        for (int i = 0; i < 300; i++)
        {
            range.Update(1e6, 5e6);
        }

        Assert.Equal(before, range.Around(1e4));
        Assert.True(range.Around(1e6).LowNotional > 3e6);
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(1, double.NaN)]
    public void Update_NoAmount_Refuses(double expected, double realised) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new LiquidationRange().Update(expected, realised));

    /// <summary>The definition: outcomes weigh half after 1000 more, the normal prior weighs 20 at first.</summary>
    private static double Percentile(List<double> ratios, double share)
    {
        double Below(double x) =>
            (20 * Math.Pow(0.5, ratios.Count / 1000.0) * Normal.CDF(0, 1.8, x))
            + ratios.Select((ratio, i) => ratio <= x ? Math.Pow(0.5, (ratios.Count - 1 - i) / 1000.0) : 0).Sum();

        double low = -10;
        double high = 10;
        double wanted = share * Below(high);
        while (high - low > 1e-4)
        {
            double middle = (low + high) / 2;
            (low, high) = Below(middle) < wanted ? (middle, high) : (low, middle);
        }

        return low;
    }
}
