using LiqIndicators.Analytics.Guarding;
using LiqIndicators.Analytics.Market;
using LiqIndicators.Analytics.Statistics;
using LiqIndicators.Simulation;
using LiqIndicators.Workbench.Scoring.Guard;

namespace LiqIndicators.Workbench.Tests.Scoring.Guard;

/// <summary>One seed for development, with and without shocks.</summary>
[Collection(ScoreRuns.Name)]
public sealed class EpisodeTests
{
    private const int Seed = 1001;
    private static readonly Lazy<EpisodeMarket> Crash = new(() => EpisodeMarket.Simulate(Seed, SimulationScenario.Cascade));
    private static readonly Lazy<EpisodeMarket> Calm = new(() => EpisodeMarket.Simulate(Seed, SimulationScenario.Calm));

    [Fact]
    public void Simulate_Scenarios_AreLabelledByTheHiddenScheduleAndNotByWhatCameOfIt()
    {
        SimulationOptions options = new() { Seed = Seed, Days = 16, Scenario = SimulationScenario.Cascade };
        DateTime shock = MarketSimulation.Shocks(options)[0].StartUtc;

        Assert.True(Crash.Value.IsCascade);
        Assert.False(Calm.Value.IsCascade);
        Assert.Empty(MarketSimulation.Shocks(options with { Scenario = SimulationScenario.Calm }));
        Assert.All([Crash.Value, Calm.Value], market => Assert.Equal(shock, market.Minutes[market.FirstShock].CloseUtc.AddMinutes(-1)));
    }

    [Fact]
    public void Simulate_AnyMinute_KnowsNoReadingsOfLaterThanAMinuteBefore() => Assert.All(
        Crash.Value.Minutes, minute => Assert.True(minute.Readings.PublishedUtc <= minute.CloseUtc - EpisodeMarket.Delay));

    [Fact]
    public void Join_FiveMinutes_IsWhatTheExchangeWouldPublishOfThem()
    {
        SimulationOptions options = new() { Seed = 1002, Days = 1, TruthIntervalHours = 24 };
        List<MarketBar> minutes = [.. MarketSimulation.Run(options with { Bar = TimeSpan.FromMinutes(1) }).Bars.Take(600)];
        MarketBar[] published = [.. MarketSimulation.Run(options with { Bar = TimeSpan.FromMinutes(5) }).Bars.Take(120)];

        List<MarketBar> joined = EpisodeMarket.Join(minutes, 5);

        Assert.Equal(published.Length, joined.Count);
        for (int i = 0; i < published.Length; i++)
        {
            Assert.Equal(published[i].TimeUtc, joined[i].TimeUtc);
            Assert.Equal(published[i].Open, joined[i].Open);
            Assert.Equal(published[i].High, joined[i].High);
            Assert.Equal(published[i].Low, joined[i].Low);
            Assert.Equal(published[i].Close, joined[i].Close);
            Assert.Equal(published[i].OpenInterestQuantity, joined[i].OpenInterestQuantity);
            Assert.Equal(published[i].VolumeQuantity, joined[i].VolumeQuantity, tolerance: 1e-9 * published[i].VolumeQuantity);
            Assert.Equal(published[i].LiquidatedLongNotional, joined[i].LiquidatedLongNotional, tolerance: 1e-6);
            Assert.Equal(published[i].LiquidatedShortNotional, joined[i].LiquidatedShortNotional, tolerance: 1e-6);
        }
    }

    [Fact]
    public void Draw_AnySeed_GivesTwinsWithinTheRangesThatAreWritten()
    {
        foreach (int seed in Enumerable.Range(1001, 50))
        {
            IReadOnlyList<EpisodeEntry> entries = EpisodeEntry.Draw(seed);

            Assert.Equal(EpisodeEntry.PerSeed, entries.Count);
            Assert.All(entries, entry => Assert.InRange(entry.Leverage, 2, 20));
            Assert.All(entries, entry => Assert.InRange(entry.Equity, 5_000, 50_000));
            Assert.All(entries, entry => Assert.InRange(entry.Minute, 0, (71 * 60) - 1));
            Assert.All(entries, entry => Assert.InRange(entry.Parts.Count, 1, 3));
            Assert.All(entries, entry => Assert.Equal(1, entry.Parts.Sum(), tolerance: 1e-12));
            for (int i = 0; i < entries.Count; i += 2)
            {
                Assert.Equal((PositionSide.Long, PositionSide.Short), (entries[i].Side, entries[i + 1].Side));
                Assert.Equal(entries[i], entries[i + 1] with { Side = PositionSide.Long });
            }
        }
    }

    // Caps and targets that bind nobody, and a guard without ladder and backstop, leave every account as it is.
    [Fact]
    public void All_PoliciesThatHaveNothingToDo_EqualNothing()
    {
        GuardScoringOptions options = new()
        {
            Guard = new GuardOptions { Ladder = null, BackstopFactor = double.NaN },
            ConstantCap = 1e9,
            TargetDailyVolatility = 1e9,
        };
        double[] volatility = MinuteVolatility.Daily(Crash.Value.Minutes, 60);
        foreach (EpisodeEntry entry in EpisodeEntry.Draw(Seed))
        {
            EpisodeOutcome[] outcomes = EpisodeRun.All(Crash.Value, entry, 0, options, volatility);

            Assert.Equal(Enum.GetValues<PolicyKind>().Length, outcomes.Length);
            Assert.All(outcomes, outcome => Assert.Equal(outcomes[(int)PolicyKind.Nothing], outcome));
            Assert.Equal((0, 0, 0), (outcomes[0].Turnover, outcomes[0].Cost, outcomes[0].Cuts));
        }
    }

    [Fact]
    public void One_GuardInACascade_CutsTheLongThatNobodyElseWouldAndLeavesTheShort()
    {
        EpisodeEntry entry = new(PositionSide.Long, 60, 10_000, 8, [0.6, 0.4]);
        GuardOptions guard = new GuardScoringOptions().Guard;

        EpisodeOutcome alone = EpisodeRun.One(Crash.Value, entry, new NoPolicy(), out _);
        EpisodeOutcome guarded = EpisodeRun.One(Crash.Value, entry, new GuardedPolicy(Crash.Value.Minutes, guard), out _);
        EpisodeOutcome other = EpisodeRun.One(Crash.Value, entry with { Side = PositionSide.Short }, new GuardedPolicy(Crash.Value.Minutes, guard), out _);

        Assert.True(alone.IsStoppedOut);
        Assert.False(guarded.IsStoppedOut);
        Assert.True(guarded.Return > alone.Return + 0.2);
        Assert.True(other.Turnover < guarded.Turnover);
    }

    [Fact]
    public void One_RandomCuts_AreAsManyAndAsLargeAsTheGivenOnes()
    {
        EpisodeEntry entry = new(PositionSide.Short, 60, 20_000, 4, [1]);
        RandomCuts random = new([0.1, 0.2, 0.05], 61, Calm.Value.Minutes.Count, new SeededSequence(3));

        EpisodeRun.One(Calm.Value, entry, random, out IReadOnlyList<double> cuts);

        Assert.Equal([0.05, 0.1, 0.2], cuts.Order());
    }

    // A day of one-minute returns of +0.1% and -0.1% in turn: 0.001 x sqrt(1440).
    [Fact]
    public void Daily_EvenReturns_IsTheirSizeTimesTheRootOfTheDay()
    {
        EpisodeMinute[] minutes = [.. Enumerable.Range(0, 1440).Select(i => Crash.Value.Minutes[i] with { Close = i % 2 == 0 ? 100 : 100 * Math.Exp(0.001) })];

        double[] daily = MinuteVolatility.Daily(minutes, 60);

        Assert.Equal(double.NaN, daily[0]);
        Assert.Equal(0.001 * Math.Sqrt(1440), daily[^1], tolerance: 1e-12);
    }

    // Returns of 0.2% for one half-life after a long calm of 0.1%: the mean square is half of each.
    [Fact]
    public void Daily_OneHalfLifeAfterAChange_IsHalfWay()
    {
        double price = 100;
        EpisodeMinute[] minutes = [.. Enumerable.Range(0, 2000).Select(i =>
        {
            price *= Math.Exp((i >= 1940 ? 0.002 : 0.001) * (i % 2 == 0 ? 1 : -1));
            return Crash.Value.Minutes[i] with { Close = price };
        })];

        double[] daily = MinuteVolatility.Daily(minutes, 60);

        Assert.Equal(Math.Sqrt((1e-6 + 4e-6) / 2 * 1440), daily[^1], tolerance: 1e-9);
    }
}
