using LiqIndicators.Analytics.Market;
using LiqIndicators.Analytics.Scoring.Map;

namespace LiqIndicators.Analytics.Tests.Scoring.Map;

public sealed class MapRulesTests
{
    private const double Price = 90_000;

    [Theory]
    [InlineData("conserving", 0.04, 0.99)]
    [InlineData("conserving 6%, 2%", 0.06, 0.98)]
    public void Conserving_ThroughTheProductsMap_EqualsItsDefinitionWrittenSlowly(string name, double median, double keep)
    {
        SlowRules slow = new();
        Compare(name, 150, slow.Whole, bar => slow.Conserve(bar, median, keep));
    }

    [Fact]
    public void Textbook_OverARandomWalk_EqualsItsDefinitionWrittenSlowly()
    {
        SlowRules slow = new();
        Compare("textbook", 600, slow.Partial, bar => slow.Textbook(bar));
    }

    [Fact]
    public void LogNormal_OverARandomWalk_EqualsItsDefinitionWrittenSlowly()
    {
        SlowRules slow = new();
        Compare("log-normal", 400, slow.Partial, bar => slow.LogNormalLevels(bar));
    }

    [Fact]
    public void StaticTiers_AfterOneBar_StandAtExactLiquidationPrices()
    {
        // 10x long at 90,000 and m 0.4%: 90,000 x 0.9 / 0.996 = 81,325.30; 30% of the open interest.
        IMapRule rule = After("static open interest x tiers", Flat(0, 1000));

        Assert.Equal(300, rule.QuantityBetween(PositionSide.Long, 81_325.2, 81_325.4), tolerance: 1e-9);
        Assert.Equal(0, rule.QuantityBetween(PositionSide.Long, 81_325.4, 85_000), tolerance: 1e-9);
        Assert.Equal(300, rule.QuantityBetween(PositionSide.Short, 98_605.5, 98_605.7), tolerance: 1e-9);
    }

    [Fact]
    public void Uniform_WithinATwentieth_HoldsAQuarterOfTheOpenInterest()
    {
        IMapRule rule = After("uniform", Flat(0, 1000));

        Assert.Equal(250, rule.QuantityBetween(PositionSide.Long, Price * 0.95, Price), tolerance: 1e-9);
        Assert.Equal(250, rule.QuantityBetween(PositionSide.Short, Price, Price * 1.05), tolerance: 1e-9);
        Assert.Equal(1000, rule.QuantityBetween(PositionSide.Short, Price, Price * 1.5), tolerance: 1e-9);
    }

    [Fact]
    public void DistanceOnly_WhateverTheOpenInterest_HoldsHalfOfTheFirstWithinItsMedian()
    {
        IMapRule rule = After("distance only", Flat(0, 1000), Flat(1, 5000));

        Assert.Equal(500, rule.QuantityBetween(PositionSide.Long, Price * 0.96, Price), tolerance: 1e-6);
        Assert.Equal(500, rule.QuantityBetween(PositionSide.Short, Price, Price * 1.04), tolerance: 1e-6);
    }

    [Fact]
    public void AverageRange_OneBarOfOnePercent_PutsBucketsAtWholeRangesHalfARangeWide()
    {
        // Range 900 on 90,000. Within half a range lie [P(-2 < z < -1) + P(-4 < z < -3) + P(-6 < z < -5)] / 3, within one
        // [P(-2 < z < 0) + P(-4 < z < -2) + P(-6 < z < -4)] / 3 = P(-6 < z < 0) / 3.
        MarketBar bar = Flat(0, 1000) with { High = Price + 450, Low = Price - 450 };
        IMapRule rule = After("ATR-Gaussian buckets", bar);

        Assert.Equal(1000 * 0.04574121, rule.QuantityBetween(PositionSide.Long, Price - 450, Price), tolerance: 1e-4);
        Assert.Equal(1000 * 0.04574121, rule.QuantityBetween(PositionSide.Short, Price, Price + 450), tolerance: 1e-4);
        Assert.Equal(1000 * 0.16666667, rule.QuantityBetween(PositionSide.Long, Price - 900, Price), tolerance: 1e-4);
    }

    [Fact]
    public void TimeAtPrice_TwoPricesVisited_SplitsTheOpenInterestByFadedTime()
    {
        // The older hour has faded by 2^(-1/168).
        double far = Price * 0.9;
        MarketBar first = Flat(0, 1000) with { Open = far, High = far, Low = far, Close = far };
        IMapRule rule = After("time at price", first, Flat(1, 1000));
        double faded = Math.Pow(0.5, 1.0 / 168);

        Assert.Equal(1000 * faded / (1 + faded), rule.QuantityBetween(PositionSide.Long, far * 0.99, far * 1.01), tolerance: 1e-9);
        Assert.Equal(1000 / (1 + faded), rule.QuantityBetween(PositionSide.Short, Price * 0.99, Price * 1.01), tolerance: 1e-9);
    }

    [Fact]
    public void VolumeRules_WithoutVolume_SayWhatTheyLack()
    {
        Assert.Equal("volume", After("volume profile", Flat(0, 1000)).Lacks);
        Assert.Equal("volume", After("1/L on volume spikes", Flat(0, 1000)).Lacks);
        Assert.Null(After("time at price", Flat(0, 1000)).Lacks);
    }

    [Fact]
    public void VolumeSpikes_OneSpike_PutsItsVolumeAtNaiveLevelsUntilTheyAreCrossed()
    {
        List<MarketBar> bars = Enumerable.Range(0, 24).Select(i => Flat(i, 1000) with { VolumeQuantity = 10 }).ToList();
        bars.Add(Flat(24, 1000) with { VolumeQuantity = 21 });
        IMapRule rule = After("1/L on volume spikes", bars.ToArray());

        // 10x at 1/10: 81,000, 30% of the spike.
        Assert.Equal(6.3, rule.QuantityBetween(PositionSide.Long, 80_800, 81_200), tolerance: 1e-9);
        rule.Update(Flat(25, 1000) with { Low = 80_950 });
        Assert.Equal(0, rule.QuantityBetween(PositionSide.Long, 80_800, 81_200), tolerance: 1e-9);
        Assert.Equal(6.3, rule.QuantityBetween(PositionSide.Short, 98_800, 99_200), tolerance: 1e-9);
    }

    private static void Compare(
        string name, int hours, Func<PositionSide, double, double, double> slow, Action<MarketBar> update)
    {
        IMapRule rule = Rule(name);
        MarketBar[] bars = HourlyMarket.Walk(21, hours);
        for (int i = 0; i < bars.Length; i++)
        {
            foreach ((PositionSide side, double low, double high) in new[]
            {
                (PositionSide.Long, bars[i].Low, bars[i].Open),
                (PositionSide.Short, bars[i].Open, bars[i].High),
                (PositionSide.Long, bars[i].Low * 0.8, bars[i].Low * 0.97),
            })
            {
                Assert.Equal(slow(side, low, high), rule.QuantityBetween(side, low, high), tolerance: 1e-6);
            }

            rule.Update(bars[i]);
            update(bars[i]);
        }
    }

    private static IMapRule After(string name, params MarketBar[] bars)
    {
        IMapRule rule = Rule(name);
        foreach (MarketBar bar in bars)
        {
            rule.Update(bar);
        }

        return rule;
    }

    private static IMapRule Rule(string name) => MapRules.Baselines().Single(rule => rule.Name == name);

    private static MarketBar Flat(int hour, double openInterest) => new(
        HourlyMarket.StartUtc.AddHours(hour), Price, Price, Price, Price, double.NaN, openInterest, double.NaN, double.NaN, 0, 0);
}
