using LiqIndicators.Analytics.Liquidation;
using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Analytics.Tests.Liquidation;

public sealed class LiquidationProfileTests
{
    // 100 contracts a side at 1000: longs 30 at 985, 50 at 955; 20 at 885; shorts 40 at 1025, 60 at 1075.
    private static readonly LiquidationMap Map = Heaps();

    [Fact]
    public void DensityPerPercent_KnownHeaps_PutsEachInItsPercent()
    {
        double[] longs = new double[12];
        LiquidationProfile.DensityPerPercent(Map.View(), PositionSide.Long, longs);
        double[] shorts = new double[10];
        LiquidationProfile.DensityPerPercent(Map.View(), PositionSide.Short, shorts);

        double[] expected = [0, 30 * 985, 0, 0, 50 * 955, 0, 0, 0, 0, 0, 0, 20 * 885];
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], longs[i], tolerance: 60);
        }

        Assert.Equal(40 * 1025, shorts[2], tolerance: 60);
        Assert.Equal(60 * 1075, shorts[7], tolerance: 60);
        Assert.Throws<ArgumentOutOfRangeException>(() => LiquidationProfile.DensityPerPercent(Map.View(), PositionSide.Long, new double[100]));
    }

    [Fact]
    public void TryMaximumPain_KnownHeaps_IsTheHeaviestInReach()
    {
        Assert.True(LiquidationProfile.TryMaximumPain(Map.View(), 0.1, out MaximumPain far));
        Assert.Equal(PositionSide.Short, far.Side);
        Assert.Equal(60 * 1075, far.Notional, tolerance: 60);
        Assert.Equal(1075, far.Price, tolerance: 11);

        Assert.True(LiquidationProfile.TryMaximumPain(Map.View(), 0.05, out MaximumPain near));
        Assert.Equal(PositionSide.Long, near.Side);
        Assert.Equal(50 * 955, near.Notional, tolerance: 60);
        Assert.Equal(955, near.Price, tolerance: 11);

        Assert.False(LiquidationProfile.TryMaximumPain(Map.View(), 0.005, out MaximumPain _));
        Assert.Throws<ArgumentOutOfRangeException>(() => LiquidationProfile.TryMaximumPain(Map.View(), double.NaN, out MaximumPain _));
    }

    [Fact]
    public void FindEmptyZones_KnownHeaps_AreTheGapsBetweenThem()
    {
        EmptyZone[] zones = new EmptyZone[8];
        int count = LiquidationProfile.FindEmptyZones(Map.View(), PositionSide.Short, 0.1, zones);

        Assert.Equal(3, count);
        double[] edges = [1000, 1025, 1025, 1075, 1075, 1100];
        for (int i = 0; i < count; i++)
        {
            // A heap fills at most two cells of 0.1%.
            Assert.Equal(edges[2 * i], zones[i].LowPrice, tolerance: 2.5);
            Assert.Equal(edges[(2 * i) + 1], zones[i].HighPrice, tolerance: 2.5);
            Assert.Equal(PositionSide.Short, zones[i].Side);
            Assert.Equal(0, Map.QuantityBetween(PositionSide.Short, zones[i].LowPrice, zones[i].HighPrice), tolerance: 1e-9);
        }

        Assert.Equal(1, LiquidationProfile.FindEmptyZones(Map.View(), PositionSide.Short, 0.1, zones.AsSpan(0, 1)));
        Assert.Equal(1, LiquidationProfile.FindEmptyZones(Map.View(), PositionSide.Short, 0.1, zones, leastLogHeight: 0.04));
    }

    [Fact]
    public void TryMagnet_SmallNearAndLargeFar_IsTheNearestOfTheLarge()
    {
        LiquidationCluster largest = new(PositionSide.Long, 90, 91, 90.5, 5, 1000, 0.5, 3, 0.09);
        LiquidationCluster small = largest with { Notional = 400, Distance = 0.01 };
        LiquidationCluster large = largest with { Side = PositionSide.Short, Notional = 600, Distance = 0.05 };
        LiquidationCluster[] clusters = [largest, small, large];

        Assert.True(LiquidationProfile.TryMagnet(clusters, out LiquidationCluster magnet));
        Assert.Equal(large, magnet);
        Assert.True(LiquidationProfile.TryMagnet(clusters, out magnet, shareOfLargest: 0.3));
        Assert.Equal(small, magnet);
        Assert.False(LiquidationProfile.TryMagnet([], out magnet));
    }

    // The textbook kernel is made from leverages, so its distances must give them back.
    [Theory]
    [InlineData(PositionSide.Long)]
    [InlineData(PositionSide.Short)]
    public void LeverageShares_TextbookKernel_GivesItsMixBack(PositionSide side)
    {
        double[] shares = new double[11];
        LiquidationProfile.LeverageShares(
            LeverageKernels.Textbook(), side, 0.004, [4.99, 5.01, 9.99, 10.01, 24.9, 25.1, 49.9, 50.1, 99, 101], shares);

        double[] expected = [0, 0.15, 0, 0.30, 0, 0.25, 0, 0.20, 0, 0.10, 0];
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], shares[i], tolerance: 1e-12);
        }

        Assert.Throws<ArgumentException>(() => LiquidationProfile.LeverageShares(LeverageKernels.Textbook(), side, 0.004, [5], new double[1]));
    }

    private static LiquidationMap Heaps()
    {
        LeverageKernel kernel = new(
            "heaps",
            "1",
            "any",
            [new(Math.Log(0.985), 0.3), new(Math.Log(0.955), 0.5), new(Math.Log(0.885), 0.2)],
            [new(Math.Log(1.025), 0.4), new(Math.Log(1.075), 0.6)]);
        LiquidationMap map = new(kernel, new LiquidationMapOptions { EntryPhases = 64 });
        map.Update(RandomMarket.Flat(0, 1000, 100));
        return map;
    }
}
