using LiqIndicators.Analytics.Liquidation;
using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Analytics.Tests.Liquidation;

public sealed class LeverageKernelTests
{
    private static readonly KernelPoint[] OneLong = { new(-0.1, 1) };
    private static readonly KernelPoint[] OneShort = { new(0.1, 1) };

    [Fact]
    public void Textbook_Tiers_LieAtTheExactLiquidationPrices()
    {
        LeverageKernel kernel = LeverageKernels.Textbook();
        KernelPoint[] longs = kernel.Points(PositionSide.Long).ToArray();
        KernelPoint[] shorts = kernel.Points(PositionSide.Short).ToArray();
        double[] leverages = { 100, 50, 25, 10, 5 };
        double[] shares = { 0.10, 0.20, 0.25, 0.30, 0.15 };
        for (int i = 0; i < leverages.Length; i++)
        {
            // (1 - 1/L)/(1 - m) and (1 + 1/L)/(1 + m), not 1 -+ 1/L.
            Assert.Equal(Math.Log((1 - (1 / leverages[i])) / 0.996), longs[i].LogDistance, tolerance: 1e-12);
            Assert.Equal(Math.Log((1 + (1 / leverages[i])) / 1.004), shorts[i].LogDistance, tolerance: 1e-12);
            Assert.Equal(shares[i], longs[i].Weight);
            Assert.Equal(shares[i], shorts[i].Weight);
        }

        // Public mixes put 45 to 70% within 5% of the entry.
        Assert.InRange(kernel.ShareWithin(PositionSide.Long, 0.05), 0.45, 0.70);
    }

    [Fact]
    public void Tiers_LargerAssumedNotional_LiesNearerAndAdmitsLess()
    {
        LeverageShare[] shares = { new(10, 1) };
        LeverageKernel small = LeverageKernels.Tiers("a", "1", "Binance", shares, MarginTierTables.BinanceBtc2021, 10_000);
        LeverageKernel large = LeverageKernels.Tiers("a", "1", "Binance", shares, MarginTierTables.BinanceBtc2021, 1_000_000);

        // 1 - 0.903614458 and 1 - 0.907777778, the published levels of 0.1 and 10 BTC at 100,000.
        Assert.Equal(Math.Log(0.903614458), small.Points(PositionSide.Long)[0].LogDistance, tolerance: 1e-8);
        Assert.Equal(Math.Log(0.907777778), large.Points(PositionSide.Long)[0].LogDistance, tolerance: 1e-8);
        Assert.Throws<ArgumentOutOfRangeException>(
            () => LeverageKernels.Tiers("a", "1", "Binance", shares, MarginTierTables.BinanceBtc2021, 50_000_000));
    }

    [Fact]
    public void Tiers_PositionWithoutLeverage_CountsAsUnliquidatable()
    {
        LeverageShare[] shares = { new(1, 0.25), new(10, 0.75) };
        LeverageKernel kernel = LeverageKernels.Tiers("a", "1", "any", shares, MarginTiers.Flat(0.004, 100), 1);
        Assert.Equal(0.25, kernel.Unliquidatable(PositionSide.Long));
        Assert.Equal(0, kernel.Unliquidatable(PositionSide.Short));
        Assert.Equal(1, kernel.Points(PositionSide.Long).Length);
        Assert.Equal(2, kernel.Points(PositionSide.Short).Length);
    }

    [Theory]
    [InlineData(PositionSide.Long, 0.0532, 0.2234, 0.4724)]
    [InlineData(PositionSide.Short, 0.0193, 0.0793, 0.3246)]
    public void Hyperliquid_MeasuredQuantiles_AreMetAtTheirProbabilities(PositionSide side, double p10, double p50, double p90)
    {
        LeverageKernel kernel = LeverageKernels.MeasuredQuantiles(
            "m", "1", "Hyperliquid", LeverageKernels.HyperliquidLongs, LeverageKernels.HyperliquidShorts, 1000);
        Assert.Equal(0.1, kernel.ShareWithin(side, p10), tolerance: 0.0011);
        Assert.Equal(0.5, kernel.ShareWithin(side, p50), tolerance: 0.0011);
        Assert.Equal(0.9, kernel.ShareWithin(side, p90), tolerance: 0.0011);
        Assert.Equal(40, LeverageKernels.Hyperliquid().Points(PositionSide.Short).Length);
    }

    [Fact]
    public void LogNormalQuantiles_FourShares_LieAtTheMidQuantiles()
    {
        // Normal scores of 1/8 and 3/8 from tables: -1.150349, -0.318639.
        KernelPoint[] points = LeverageKernels.LogNormalQuantiles(0.04, 1, 4).Points(PositionSide.Short).ToArray();
        double[] scores = { -1.1503493804, -0.3186393640, 0.3186393640, 1.1503493804 };
        for (int i = 0; i < 4; i++)
        {
            Assert.Equal(Math.Log(1 + (0.04 * Math.Exp(scores[i]))), points[i].LogDistance, tolerance: 1e-9);
            Assert.Equal(0.25, points[i].Weight);
        }
    }

    [Fact]
    public void LogNormalQuantiles_DistancesBeyondThePrice_AreUnliquidatableLongs()
    {
        LeverageKernel kernel = LeverageKernels.LogNormalQuantiles(0.9, 1, 10);
        Assert.True(kernel.Unliquidatable(PositionSide.Long) > 0.3);
        Assert.Equal(0, kernel.Unliquidatable(PositionSide.Short));
    }

    [Fact]
    public void LogNormalCells_MedianAndMass_FollowTheDistribution()
    {
        LeverageKernel kernel = LeverageKernels.LogNormalCells(0.04, 1, 0.001, 1600);
        KernelPoint[] longs = kernel.Points(PositionSide.Long).ToArray();
        Assert.Equal(1600, longs.Length);
        Assert.Equal(1, longs.Sum(p => p.Weight), tolerance: 1e-12);

        // Phi(ln(0.04/0.04)) = 1/2 of a total of Phi(ln 40) = 0.999887.
        Assert.Equal(0.5 / 0.999887, longs.Take(40).Sum(p => p.Weight), tolerance: 1e-5);
        Assert.Equal(-0.001, longs[0].LogDistance);
        Assert.Equal(-1.6, longs[^1].LogDistance, tolerance: 1e-12);
    }

    [Fact]
    public void Blend_OfTwo_SharesTheirWeights()
    {
        LeverageShare[] unlevered = { new(1, 1) };
        LeverageKernel spot = LeverageKernels.Tiers("spot", "1", "any", unlevered, MarginTiers.Flat(0.004, 100), 1);
        LeverageKernel blend = LeverageKernels.Blend(
            "blend", "2", "any", new[] { (new LeverageKernel("one", "1", "any", OneLong, OneShort), 0.75), (spot, 0.25) });
        Assert.Equal(0.25, blend.Unliquidatable(PositionSide.Long));
        Assert.Equal(new KernelPoint(-0.1, 0.75), blend.Points(PositionSide.Long)[0]);
        Assert.Equal(2, blend.Points(PositionSide.Short).Length);
        Assert.Equal("blend 2 (any)", blend.ToString());
    }

    [Fact]
    public void ShareWithin_GrowingMove_CountsWhatItReaches()
    {
        LeverageKernel kernel = new(
            "k", "1", "any", new KernelPoint[] { new(Math.Log(0.9), 0.4), new(Math.Log(0.5), 0.6), new(-1, 0) }, OneShort);
        Assert.Equal(2, kernel.Points(PositionSide.Long).Length);
        Assert.Equal(0, kernel.ShareWithin(PositionSide.Long, 0.0999));
        Assert.Equal(0.4, kernel.ShareWithin(PositionSide.Long, 0.1001));
        Assert.Equal(1, kernel.ShareWithin(PositionSide.Long, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => kernel.ShareWithin(PositionSide.Long, 1.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => kernel.ShareWithin(PositionSide.Short, double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => kernel.Points((PositionSide)5));
    }

    public static TheoryData<KernelPoint[]> BadLongs() => new()
    {
        Array.Empty<KernelPoint>(),
        new KernelPoint[] { new(-0.1, 0.9) },
        new KernelPoint[] { new(-0.1, 1.1), new(-0.2, -0.1) },
        new KernelPoint[] { new(-0.1, double.NaN) },
        new KernelPoint[] { new(0.1, 1) },
        new KernelPoint[] { new(0, 1) },
        new KernelPoint[] { new(double.NaN, 1) },
        new KernelPoint[] { new(double.PositiveInfinity, 1) },
    };

    [Theory]
    [MemberData(nameof(BadLongs), DisableDiscoveryEnumeration = true)]
    public void Constructor_InadmissiblePoints_AreRefused(KernelPoint[] longs)
    {
        ArgumentException error = Assert.Throws<ArgumentOutOfRangeException>(() => new LeverageKernel("k", "1", "any", longs, OneShort));
        Assert.Contains("longs", error.Message, StringComparison.Ordinal);
    }

    public static TheoryData<Action> BadCalls() => new()
    {
        () => _ = new LeverageKernel("", "1", "any", OneLong, OneShort),
        () => _ = new LeverageKernel("k", " ", "any", OneLong, OneShort),
        () => _ = new LeverageKernel("k", "1", "", OneLong, OneShort),
        () => _ = new LeverageKernel("k", "1", "any", OneLong, OneLong),
        () => LeverageKernels.LogNormalQuantiles(0, 1, 10),
        () => LeverageKernels.LogNormalQuantiles(1.1, 1, 10),
        () => LeverageKernels.LogNormalQuantiles(0.1, 0, 10),
        () => LeverageKernels.LogNormalQuantiles(0.1, 6, 10),
        () => LeverageKernels.LogNormalQuantiles(0.1, 1, 0),
        () => LeverageKernels.LogNormalCells(0.1, 1, 0, 10),
        () => LeverageKernels.LogNormalCells(0.1, 1, 0.001, 0),
        () => LeverageKernels.MeasuredQuantiles("m", "1", "v", new DistanceQuantile[] { new(0.5, 0.1) }, LeverageKernels.HyperliquidShorts, 9),
        () => LeverageKernels.MeasuredQuantiles("m", "1", "v", LeverageKernels.HyperliquidLongs, new DistanceQuantile[] { new(0.5, 0.1), new(0.4, 0.2) }, 9),
        () => LeverageKernels.MeasuredQuantiles("m", "1", "v", LeverageKernels.HyperliquidLongs, new DistanceQuantile[] { new(0.5, 0.1), new(0.6, 0.1) }, 9),
        () => LeverageKernels.MeasuredQuantiles("m", "1", "v", LeverageKernels.HyperliquidLongs, new DistanceQuantile[] { new(0, 0.1), new(0.6, 0.2) }, 9),
        () => LeverageKernels.MeasuredQuantiles("m", "1", "v", LeverageKernels.HyperliquidLongs, new DistanceQuantile[] { new(0.5, 0), new(0.6, 0.2) }, 9),
        () => LeverageKernels.Blend("b", "1", "v", new[] { (LeverageKernels.Textbook(), 0.5) }),
        () => LeverageKernels.Blend("b", "1", "v", new[] { (LeverageKernels.Textbook(), 1.5) }),
    };

    [Theory]
    [MemberData(nameof(BadCalls), DisableDiscoveryEnumeration = true)]
    public void AnyFactory_InadmissibleInput_IsRefused(Action call) => Assert.ThrowsAny<ArgumentException>(call);
}
