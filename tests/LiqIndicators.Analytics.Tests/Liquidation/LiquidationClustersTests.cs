using LiqIndicators.Analytics.Liquidation;
using LiqIndicators.Analytics.Market;
using LiqIndicators.TestKit;

namespace LiqIndicators.Analytics.Tests.Liquidation;

public sealed class LiquidationClustersTests
{
    [Fact]
    public void Find_TwoHeapsASide_GivesFourBandsByWorth()
    {
        // Longs: 300 at 95 and 100 at 90; shorts: 200 at 105 and 200 at 112.
        LeverageKernel kernel = new(
            "heaps",
            "1",
            "any",
            new KernelPoint[] { new(Math.Log(0.95), 0.75), new(Math.Log(0.90), 0.25) },
            new KernelPoint[] { new(Math.Log(1.05), 0.5), new(Math.Log(1.12), 0.5) });
        LiquidationMap map = new(kernel);
        map.Update(RandomMarket.Flat(0, 100, 400));
        LiquidationCluster[] found = new LiquidationCluster[8];
        int count = new LiquidationClusters().Find(map.View(), found);

        Assert.Equal(4, count);
        Check(found[0], PositionSide.Long, 95, 300, 0.75, 0.05);
        Check(found[1], PositionSide.Short, 112, 200, 0.5, 0.12);
        Check(found[2], PositionSide.Short, 105, 200, 0.5, 0.05);
        Check(found[3], PositionSide.Long, 90, 100, 0.25, 0.1);

        static void Check(
            LiquidationCluster cluster, PositionSide side, double price, double quantity, double share, double distance)
        {
            Assert.Equal(side, cluster.Side);
            Assert.InRange(price, cluster.LowPrice * 0.999, cluster.HighPrice * 1.001);
            Assert.Equal(price, cluster.PeakPrice, tolerance: 0.0015 * price);
            Assert.Equal(quantity, cluster.Quantity, tolerance: 1e-9);
            Assert.Equal(1, cluster.Notional / (quantity * price), tolerance: 0.001);
            Assert.Equal(share, cluster.ShareOfSide, tolerance: 1e-9);
            Assert.Equal(0, cluster.AgeHours);
            Assert.InRange(cluster.Distance, distance - 0.01, distance + 0.001);
            Assert.InRange((cluster.HighPrice / cluster.LowPrice) - 1, 0.0005, 0.02);
        }
    }

    [Fact]
    public void Find_HeapsWithinTheMergeDistance_AreOneBand()
    {
        LeverageKernel kernel = Heaps(new[] { 0.95, 0.948, 0.90 });
        LiquidationMap map = new(kernel);
        map.Update(RandomMarket.Flat(0, 100, 300));
        LiquidationCluster[] found = new LiquidationCluster[8];
        LiquidationClusterOptions exact = new() { FarSmoothing = 0 };

        Assert.Equal(2, CountLongs(map, exact with { MergeDistance = 0.003 }, found));
        Assert.Equal(200, found.First(c => c.Side == PositionSide.Long).Quantity, tolerance: 1e-9);
        Assert.Equal(3, CountLongs(map, exact with { MergeDistance = 0 }, found));
        Assert.Equal(2, CountLongs(map, exact with { MergeDistance = 0, Range = 0.08 }, found));
    }

    [Fact]
    public void Find_NoiseFloorAndMaximum_LeaveOutTheLeast()
    {
        LeverageKernel kernel = new(
            "uneven",
            "1",
            "any",
            new KernelPoint[] { new(Math.Log(0.95), 0.5), new(Math.Log(0.92), 0.3), new(Math.Log(0.88), 0.2) },
            new KernelPoint[] { new(0.05, 0.98), new(0.1, 0.02) });
        LiquidationMap map = new(kernel);
        map.Update(RandomMarket.Flat(0, 100, 1000));
        LiquidationCluster[] found = new LiquidationCluster[16];

        Assert.Equal(5, new LiquidationClusters(new() { NoiseFloor = 0 }).Find(map.View(), found));
        Assert.Equal(4, new LiquidationClusters(new() { NoiseFloor = 0.02 }).Find(map.View(), found));
        Assert.Equal(2, new LiquidationClusters(new() { MaximumCount = 2 }).Find(map.View(), found));
        Assert.Equal(PositionSide.Short, found[0].Side);
        Assert.Equal(500, found[1].Quantity, tolerance: 1e-9);
        Assert.Equal(1, new LiquidationClusters().Find(map.View(), found.AsSpan(0, 1)));
        Assert.Equal(0, new LiquidationClusters().Find(map.View(), Span<LiquidationCluster>.Empty));
    }

    [Fact]
    public void Find_SmoothMap_GivesNarrowDisjointBandsThatMatchTheMap()
    {
        LiquidationMap map = new(LeverageKernels.Wide(), LiquidationMapOptions.Calibrated(TimeSpan.FromHours(1), 0.04));
        LiquidationClusters finder = new();
        LiquidationCluster[] found = new LiquidationCluster[32];
        int total = 0;
        MarketBar[] bars = RandomMarket.Walk(seed: 21, 1200);
        for (int i = 0; i < bars.Length; i++)
        {
            map.Update(bars[i]);
            if (i < 200 || i % 10 != 0)
            {
                continue;
            }

            LiquidationView view = map.View();
            int count = finder.Find(view, found);
            total += count;
            double floor = 0.01 * (view.NotionalWithin(PositionSide.Long, 0.25) + view.NotionalWithin(PositionSide.Short, 0.25));
            for (int k = 0; k < count; k++)
            {
                LiquidationCluster c = found[k];
                Assert.InRange(c.HighPrice / c.LowPrice, 1, 1.0203);
                Assert.InRange(c.PeakPrice, c.LowPrice * 0.999, c.HighPrice * 1.001);
                Assert.True(c.Side == PositionSide.Long ? c.HighPrice <= view.Price * 1.000001 : c.LowPrice >= view.Price * 0.999999);
                Assert.InRange(c.Distance, 0, 0.25);
                Assert.InRange(c.AgeHours, 0, map.Hours);
                Assert.Equal(1, map.QuantityBetween(c.Side, c.LowPrice, c.HighPrice) / c.Quantity, tolerance: 1e-6);
                Assert.Equal(1, map.NotionalBetween(c.Side, c.LowPrice, c.HighPrice) / c.Notional, tolerance: 1e-6);
                Assert.True(c.Notional >= floor * (1 - 1e-9));
                Assert.True(k == 0 || found[k - 1].Notional >= c.Notional);
                for (int j = 0; j < k; j++)
                {
                    Assert.True(
                        found[j].Side != c.Side
                        || found[j].HighPrice <= c.LowPrice * 1.000001
                        || c.HighPrice <= found[j].LowPrice * 1.000001);
                }
            }
        }

        Assert.InRange(total / 100.0, 2, 12);
    }

    [Fact]
    public void Find_StepInASlope_IsAPocketBehindTheStep()
    {
        // Seven hundred bars at 100, then a stay at 104: longs below 96 were never traded and stand in full,
        // those above were opened later.
        LiquidationMap map = new(LeverageKernels.Wide(), LiquidationMapOptions.Calibrated(TimeSpan.FromHours(1), 0.04));
        for (int i = 0; i < 700; i++)
        {
            map.Update(RandomMarket.Bar(i, 100, 100.4, 99.6, 100, 1000));
        }

        map.Update(RandomMarket.Bar(700, 100, 104, 96, 104, 1000));
        map.Update(RandomMarket.Bar(701, 104, 104.2, 103.8, 104, 1000));
        LiquidationCluster[] found = new LiquidationCluster[8];
        int count = new LiquidationClusters().Find(map.View(), found);
        LiquidationCluster pocket = found[..count].First(c => c.Side == PositionSide.Long);
        Assert.InRange(pocket.HighPrice, 94.5, 96.1);
        Assert.InRange(pocket.AgeHours, 5, 40);
    }

    [Fact]
    public void Find_FormingBar_LooksOnlyBeyondItsExtremes()
    {
        LiquidationMap map = new(Heaps(new[] { 0.97, 0.94, 0.90 }));
        map.Update(RandomMarket.Flat(0, 100, 300));
        LiquidationCluster[] found = new LiquidationCluster[8];
        int count = new LiquidationClusters().Find(map.View(98, 96, 100), found);
        Assert.Equal(new[] { 90.0, 94.0 }, found[..count].Where(c => c.Side == PositionSide.Long).Select(c => Math.Round(c.PeakPrice)).Order());

        // The bar has run past the whole range.
        Assert.DoesNotContain(
            PositionSide.Long,
            found[..new LiquidationClusters(new() { Range = 0.03 }).Find(map.View(98, 90, 100), found)].Select(c => c.Side));
    }

    [Fact]
    public void Find_NothingToFind_GivesNothing()
    {
        LiquidationMap map = new(LeverageKernels.Textbook());
        LiquidationClusters finder = new();
        LiquidationCluster[] found = new LiquidationCluster[4];
        Assert.Equal(0, finder.Find(map.View(100), found));
        map.Update(RandomMarket.Flat(0, 100, 0));
        Assert.Equal(0, finder.Find(map.View(), found));
    }

    [Fact]
    public void Find_SameMapTwice_GivesTheSameWithoutAllocation()
    {
        LiquidationMap map = new(LeverageKernels.Textbook());
        foreach (MarketBar bar in RandomMarket.Walk(seed: 31, 500))
        {
            map.Update(bar);
        }

        LiquidationClusters finder = new();
        LiquidationCluster[] first = new LiquidationCluster[16];
        LiquidationCluster[] second = new LiquidationCluster[16];
        finder.Find(map.View(), first);
        int count = 0;
        Assert.Equal(0, Allocations.Of(() => count = finder.Find(map.View(), second)));
        Assert.True(count > 2);
        Assert.Equal(first, second);
    }

    public static TheoryData<LiquidationClusterOptions> BadOptions() => new()
    {
        new LiquidationClusterOptions { Range = 0 },
        new LiquidationClusterOptions { Range = 0.95 },
        new LiquidationClusterOptions { MergeDistance = -0.001 },
        new LiquidationClusterOptions { FarSmoothing = 0.6 },
        new LiquidationClusterOptions { LargestWidth = 0 },
        new LiquidationClusterOptions { LargestWidth = 0.6 },
        new LiquidationClusterOptions { Neighbourhood = double.NaN },
        new LiquidationClusterOptions { Neighbourhood = 0.6 },
        new LiquidationClusterOptions { Prominence = -1 },
        new LiquidationClusterOptions { NoiseFloor = 1 },
        new LiquidationClusterOptions { MaximumCount = 0 },
    };

    [Theory]
    [MemberData(nameof(BadOptions), DisableDiscoveryEnumeration = true)]
    public void Constructor_InadmissibleOption_IsRefused(LiquidationClusterOptions options) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new LiquidationClusters(options));

    private static LeverageKernel Heaps(double[] levels) => new(
        "heaps",
        "1",
        "any",
        levels.Select(l => new KernelPoint(Math.Log(l), 1.0 / levels.Length)).ToArray(),
        new KernelPoint[] { new(0.1, 1) });

    private static int CountLongs(LiquidationMap map, LiquidationClusterOptions options, LiquidationCluster[] found)
    {
        Array.Clear(found);
        int count = new LiquidationClusters(options).Find(map.View(), found);
        return found[..count].Count(c => c.Side == PositionSide.Long);
    }
}
