using LiqIndicators.Analytics.Guarding;
using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Analytics.Tests.Guarding;

/// <summary>The worked example of docs/leverage-guard.md, figure by figure.</summary>
public sealed class WorkedExampleTests
{
    // 10,000 + v (P − 100,000) = 0.5 × v P / 20.
    [Theory]
    [InlineData(1, 92_307.6923077)]
    [InlineData(0.3, 68_376.0683761)]
    public void StopOutPrice_OfTheExample_IsAsWritten(double volume, double expected)
        => Assert.Equal(
            expected,
            MarginArithmetic.StopOutPrice(
                PositionSide.Long,
                new StopOutInputs(10_000, 0, 50, MarginCalculation.Sum, 20, [], 100_000, volume, 0, 1, 1)),
            tolerance: 1e-6);

    [Fact]
    public void Decide_RisingAndFallingRisk_CutsAsWritten()
    {
        GuardPolicy policy = new(new GuardOptions { Ladder = GuardPresets.Balanced });
        GuardDecision first = policy.Decide(Long(1).WithRisk(50), default);
        Assert.Equal(0.5, Assert.Single(first.Actions).Volume);
        GuardDecision second = policy.Decide(Long(0.5).WithRisk(60), first.State);
        Assert.Equal(0.2, Assert.Single(second.Actions).Volume);
        GuardDecision third = policy.Decide(Long(0.3).WithRisk(50), second.State);
        Assert.Equal(HoldReason.WithinLimits, third.Hold);
        Assert.Equal(2, third.State.Ladder(Snapshots.Btc, PositionSide.Long).Rung);
    }

    [Fact]
    public void Decide_CoarseVolumeStep_CutsAsWritten()
    {
        GuardSnapshot snapshot = Snapshots.Account(10_000, 5_000)
            .WithSymbol(Snapshots.Symbol(Snapshots.Btc, 99_000, 0.1, 0.1)).With(1, PositionSide.Long, 1).WithRisk(60);
        GuardDecision decision = new GuardPolicy(new GuardOptions { Ladder = GuardPresets.Balanced }).Decide(snapshot, default);
        Assert.Equal(0.7, Assert.Single(decision.Actions).Volume);
    }

    // The table of docs/leverage-guard.md and the line below it.
    [Fact]
    public void Presets_AreThoseOfTheTable()
    {
        Assert.Equal([(50, 35, 5, 8), (60, 45, 3, 4), (70, 55, 1, 1.5)], Rungs(GuardPresets.Balanced));
        Assert.Equal([(30, 20, 4, 6), (45, 30, 2, 3), (60, 45, 0.5, 1)], Rungs(GuardPresets.Conservative));
        Assert.Equal([(60, 40, 8, 12), (75, 55, 4, 6), (85, 65, 2, 3)], Rungs(GuardPresets.Aggressive));
        Assert.Equal(
            [30.0, 15, 10],
            new[] { GuardPresets.Conservative, GuardPresets.Balanced, GuardPresets.Aggressive }.Select(ladder => ladder.ReleaseDwell.TotalMinutes));
    }

    [Fact]
    public void Decide_WithoutRiskData_CutsAsWritten()
    {
        GuardSnapshot snapshot = Snapshots.Account(4_500, 4_725)
            .WithSymbol(Snapshots.Symbol(Snapshots.Btc, 94_500)).With(1, PositionSide.Long, 1);
        GuardDecision decision = new GuardPolicy(new GuardOptions { Ladder = GuardPresets.Balanced }).Decide(snapshot, default);
        Assert.Equal(0.24, Assert.Single(decision.Actions).Volume);
        Assert.Equal(95.2380952, decision.MarginLevelPct, tolerance: 1e-6);
    }

    private static (double Arm, double Release, double Symbol, double Account)[] Rungs(LeverageLadder ladder) =>
        [.. Enumerable.Range(1, ladder.Count).Select(i => ladder[i])
            .Select(rung => (rung.ArmRiskPct, rung.ReleaseRiskPct, rung.MaxSymbolLeverage, rung.MaxAccountLeverage))];

    private static GuardSnapshot Long(double volume) =>
        Snapshots.Account(10_000, 5_000 * volume).With(1, PositionSide.Long, volume);
}
