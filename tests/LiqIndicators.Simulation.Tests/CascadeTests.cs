using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Simulation.Tests;

public sealed class CascadeTests
{
    private static SimulationOptions Options(int seed) =>
        new() { Seed = seed, Scenario = SimulationScenario.Cascade, Days = 35, TruthIntervalHours = 24 };

    [Theory]
    [InlineData(1001)]
    [InlineData(1002)]
    [InlineData(1003)]
    [InlineData(1004)]
    public void Run_CascadeScenario_FallsFurtherThanTheSameNewsWithoutLeverage(int seed)
    {
        SimulatedMarket leveraged = MarketSimulation.Run(Options(seed));
        SimulatedMarket unleveraged = MarketSimulation.Run(Options(seed) with { LargestLeverage = 1 });
        Assert.Equal(leveraged.Shocks, unleveraged.Shocks);
        double fall = Fall(leveraged);
        double newsAlone = Fall(unleveraged);
        Assert.True(fall > 1.15 * newsAlone, $"fell {fall:P1} with leverage, {newsAlone:P1} without");
        Assert.Equal(0, unleveraged.Hours.Sum(h => h.LiquidatedLongNotional + h.LiquidatedShortNotional));
    }

    [Theory]
    [InlineData(1001)]
    [InlineData(1002)]
    [InlineData(1003)]
    [InlineData(1004)]
    public void Run_CascadeScenario_BuildsUpThenLiquidatesLongs(int seed)
    {
        SimulatedMarket market = MarketSimulation.Run(Options(seed));
        DateTime crash = market.Shocks[0].StartUtc;
        MarketBar[] before = [.. market.Bars.Where(b => b.TimeUtc < crash.AddHours(-1))];
        MarketBar[] during = [.. market.Bars.Where(b => b.TimeUtc >= crash.AddHours(-1) && b.TimeUtc < crash.AddHours(48))];
        Assert.True(before[^1].Close > before[0].Open);
        Assert.True(before[^1].OpenInterestQuantity > 1.1 * before[0].OpenInterestQuantity);
        Assert.True(during.Min(b => b.OpenInterestQuantity) < 0.9 * before[^1].OpenInterestQuantity);
        Assert.InRange(1 - (during.Min(b => b.Low) / before[^1].Close), 0.08, 0.35);

        double longs = during.Sum(b => b.LiquidatedLongNotional);
        Assert.True(longs > 3 * during.Sum(b => b.LiquidatedShortNotional));
        double largestBefore = before.Max(b => b.LiquidatedLongNotional);
        Assert.True(during.Max(b => b.LiquidatedLongNotional) > 2 * largestBefore);
    }

    [Fact]
    public void Run_CalmScenario_HasNoShocks() =>
        Assert.Empty(MarketSimulation.Shocks(new SimulationOptions { Scenario = SimulationScenario.Calm }));

    [Fact]
    public void Shocks_ManySeeds_HaveBothSignsAndLieWithinTheMarket()
    {
        SimulationOptions options = new();
        List<Shock> shocks = [];
        for (int seed = 1001; seed < 1021; seed++)
        {
            shocks.AddRange(MarketSimulation.Shocks(options with { Seed = seed }));
        }

        Assert.InRange(shocks.Count(s => s.LogReturn < 0) / (double)shocks.Count, 0.45, 0.65);
        Assert.All(shocks, s => Assert.InRange(s.StartUtc, options.StartUtc, options.StartUtc.AddDays(options.Days)));
        Assert.All(shocks, s => Assert.InRange(Math.Abs(s.LogReturn), 0, 0.06));
    }

    private static double Fall(SimulatedMarket market)
    {
        DateTime crash = market.Shocks[0].StartUtc;
        double before = market.Bars.Last(b => b.TimeUtc < crash.AddHours(-1)).Close;
        double lowest = market.Bars.Where(b => b.TimeUtc >= crash.AddHours(-1) && b.TimeUtc < crash.AddHours(30)).Min(b => b.Low);
        return 1 - (lowest / before);
    }
}
