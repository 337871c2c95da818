using LiqIndicators.Analytics.Liquidation;
using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Analytics.Tests.Liquidation;

public sealed class LiquidationReadingsTests
{
    [Theory]
    [InlineData(1, 14, 0.8667)]
    [InlineData(30, 10, -0.5)]
    [InlineData(5, 5, 0)]
    [InlineData(0, 3, 1)]
    [InlineData(0, 0, double.NaN)]
    public void Imbalance_KnownAmounts_IsPositiveWithMoreShorts(double longs, double shorts, double expected) =>
        Assert.Equal(expected, LiquidationReadings.Imbalance(longs, shorts), tolerance: 1e-4);

    [Fact]
    public void Readings_OneHeapASide_AreItsDollars()
    {
        // 100 contracts: longs 1% and 4% below in halves, shorts 3% above in full.
        LeverageKernel kernel = new(
            "k",
            "1",
            "any",
            new KernelPoint[] { new(Math.Log(0.99), 0.5), new(Math.Log(0.96), 0.5) },
            new KernelPoint[] { new(Math.Log(1.03), 1) });
        LiquidationMap map = new(kernel, new LiquidationMapOptions { EntryPhases = 64 });
        map.Update(RandomMarket.Flat(0, 1000, 100));
        LiquidationView view = map.View();

        double[] curve = new double[4];
        LiquidationReadings.CumulativeCurve(view, PositionSide.Long, new[] { 0.005, 0.02, 0.03, 0.05 }, curve);
        double[] expected = { 0, 50 * 990, 50 * 990, (50 * 990) + (50 * 960) };
        for (int i = 0; i < curve.Length; i++)
        {
            Assert.Equal(expected[i], curve[i], tolerance: 60);
        }

        Assert.Equal((103_000 - 97_500) / (103_000.0 + 97_500), LiquidationReadings.Imbalance(view, 0.05), tolerance: 1e-3);
        Assert.Equal(103_000 / 97_500.0, LiquidationReadings.ShortToLongRatio(view, 0.05), tolerance: 2e-3);
        Assert.Equal(-1, LiquidationReadings.Imbalance(view, 0.02));
        Assert.Equal(double.NaN, LiquidationReadings.Imbalance(view, 0.001));
        Assert.Equal(0, LiquidationReadings.ShortToLongRatio(view, 0.02));
        Assert.Throws<ArgumentException>(() => LiquidationReadings.CumulativeCurve(map.View(), PositionSide.Long, new[] { 0.1 }, Span<double>.Empty));
        Assert.Throws<ArgumentOutOfRangeException>(() => LiquidationReadings.Imbalance(-1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => LiquidationReadings.Imbalance(1, double.NaN));
    }

    [Fact]
    public void TryNearest_SeveralClusters_GivesTheNearestOfTheSide()
    {
        LiquidationCluster far = new(PositionSide.Long, 90, 91, 90.5, 5, 450, 0.5, 3, 0.09);
        LiquidationCluster near = far with { LowPrice = 97, HighPrice = 98, Distance = 0.02 };
        LiquidationCluster other = far with { Side = PositionSide.Short, LowPrice = 101, HighPrice = 102, Distance = 0.01 };
        LiquidationCluster[] clusters = { far, near, other };

        Assert.True(LiquidationReadings.TryNearest(clusters, PositionSide.Long, out LiquidationCluster found));
        Assert.Equal(near, found);
        Assert.True(LiquidationReadings.TryNearest(clusters, PositionSide.Short, out found));
        Assert.Equal(other, found);
        Assert.False(LiquidationReadings.TryNearest(clusters.AsSpan(0, 2), PositionSide.Short, out found));
        Assert.Equal(default, found);
    }
}
