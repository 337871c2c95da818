using LiqIndicators.Analytics.Guarding;
using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Analytics.Tests.Guarding;

/// <summary>The balanced ladder allows 5, 3 and 1 times equity in a symbol from risk 30, 50 and 70.</summary>
public sealed class GuardPolicyLadderTests
{
    // Equity 10,000; one bitcoin at 100,000 is leverage 10; 3 x 10,000 leaves 0.30.
    [Theory]
    [InlineData(30, 0.50)]
    [InlineData(50, 0.70)]
    [InlineData(70, 0.90)]
    public void Decide_OneLong_CutsDownToTheRung(double risk, double expected)
    {
        GuardAction action = Assert.Single(Decide(
            Snapshots.Account(10_000, 5_000).With(1, PositionSide.Long, 1).WithRisk(risk)).Actions);
        Assert.Equal(GuardActionKind.Reduce, action.Kind);
        Assert.Equal(expected, action.Volume, tolerance: 1e-12);
        Assert.Equal(GuardCause.SymbolLadder, action.Reason.Cause);
        Assert.Equal(10, action.Reason.Observed, tolerance: 1e-12);
    }

    // Price 99,000 and steps of 0.1: 30,000 / 99,000 = 0.303 may stay, so 0.697 goes up to 0.7.
    [Fact]
    public void Decide_CoarseSteps_RoundsTheCutUp()
    {
        GuardSnapshot snapshot = Snapshots.Account(10_000, 4_950)
            .WithSymbol(Snapshots.Symbol(Snapshots.Btc, 99_000, 0.1, 0.1)).With(1, PositionSide.Long, 1).WithRisk(50);
        Assert.Equal(0.7, Assert.Single(Decide(snapshot).Actions).Volume);
    }

    // A largest volume that is not told limits nothing; 0 must not mean that nothing may be closed.
    [Theory]
    [InlineData(0, 0.7)]
    [InlineData(double.NaN, 0.7)]
    [InlineData(0.2, 0.2)]
    public void Decide_LargestVolume_LimitsTheCutOnlyWhereItIsTold(double largest, double expected)
    {
        GuardSnapshot snapshot = Snapshots.Account(10_000, 5_000)
            .WithSymbol(Snapshots.Symbol(Snapshots.Btc, 100_000) with { VolumeMax = largest }).With(1, PositionSide.Long, 1).WithRisk(50);
        Assert.Equal(expected, Assert.Single(Decide(snapshot).Actions).Volume, tolerance: 1e-12);
    }

    // A minimum of 0.5 leaves no way to keep 0.3: all or nothing, and nothing is too much leverage.
    [Fact]
    public void Decide_RemainderBelowMinimum_ClosesWhole()
    {
        GuardSnapshot snapshot = Snapshots.Account(10_000, 5_000)
            .WithSymbol(Snapshots.Symbol(Snapshots.Btc, 100_000, 0.5, 0.1)).With(1, PositionSide.Long, 1).WithRisk(50);
        Assert.Equal(1, Assert.Single(Decide(snapshot).Actions).Volume);
    }

    [Fact]
    public void Decide_SeveralLongs_CutsTheLargestMarginFirst()
    {
        IReadOnlyList<GuardAction> actions = Decide(Snapshots.Account(10_000, 5_000)
            .With(1, PositionSide.Long, 0.2).With(2, PositionSide.Long, 0.5).With(3, PositionSide.Long, 0.3).WithRisk(50)).Actions;
        Assert.Equal([(2, 0.5), (3, 0.2)], actions.Select(a => (a.Id, Math.Round(a.Volume, 9))));
    }

    [Fact]
    public void Decide_OldestFirst_IgnoresMargin()
    {
        GuardSnapshot snapshot = Snapshots.Account(10_000, 5_000)
            .With(1, PositionSide.Long, 0.5, openedHour: 5).With(2, PositionSide.Long, 0.2, openedHour: 2)
            .With(3, PositionSide.Long, 0.3, openedHour: 9).WithRisk(50);
        IReadOnlyList<GuardAction> actions = Decide(snapshot, new GuardOptions { Ladder = Snapshots.Ladder, Order = CutOrder.OldestFirst }).Actions;
        Assert.Equal([(2, 0.2), (1, 0.5)], actions.Select(a => (a.Id, Math.Round(a.Volume, 9))));
    }

    [Theory]
    [InlineData(ProfitPolicy.LosersFirst, new[] { 2, 1 })]
    [InlineData(ProfitPolicy.WinnersFirst, new[] { 1, 2 })]
    [InlineData(ProfitPolicy.LosersOnly, new[] { 2 })]
    [InlineData(ProfitPolicy.WinnersOnly, new[] { 1 })]
    public void Decide_ProfitPolicy_ChoosesThePositions(ProfitPolicy policy, int[] expected)
    {
        GuardSnapshot snapshot = Snapshots.Account(10_000, 5_000)
            .With(1, PositionSide.Long, 0.5, netProfit: 100).With(2, PositionSide.Long, 0.5, netProfit: -100).WithRisk(50);
        GuardDecision decision = Decide(snapshot, new GuardOptions { Ladder = Snapshots.Ladder, Profit = policy });
        Assert.Equal(expected, decision.Actions.Select(a => a.Id));
        bool isShort = expected.Length == 1;
        Assert.Equal(isShort, decision.Warnings.HasFlag(GuardWarnings.Shortfall));
    }

    [Fact]
    public void Decide_ShortCascade_LeavesLongsAlone()
    {
        GuardDecision decision = Decide(Snapshots.Account(10_000, 5_000)
            .With(1, PositionSide.Long, 1).WithRisk(0).WithRisk(90, PositionSide.Short));
        Assert.Empty(decision.Actions);
    }

    // Net long 0.2 bitcoin is leverage 2: a hedge is not 18 times leverage.
    [Fact]
    public void Decide_HedgeWithinTheRung_IsLeftAlone()
    {
        GuardDecision decision = Decide(Snapshots.Account(10_000, 9_000)
            .With(1, PositionSide.Long, 1).With(2, PositionSide.Short, 0.8).WithRisk(50).WithRisk(0, PositionSide.Short));
        Assert.Equal(HoldReason.WithinLimits, decision.Hold);
    }

    // Net long 0.5 is leverage 5; 3 leaves 0.3 net: 0.2 off the long, the hedge stays.
    [Theory]
    [InlineData(MarginCalculation.Sum)]
    [InlineData(MarginCalculation.Max)]
    [InlineData(MarginCalculation.Net)]
    public void Decide_PartialHedge_CutsOnlyTheNetExcess(MarginCalculation calculation)
    {
        GuardSnapshot snapshot = Snapshots.Account(10_000, 5_000, calculation)
            .With(1, PositionSide.Long, 1).With(2, PositionSide.Short, 0.5).WithRisk(50).WithRisk(0, PositionSide.Short);
        GuardAction action = Assert.Single(Decide(snapshot).Actions);
        Assert.Equal((1, 0.2), (action.Id, Math.Round(action.Volume, 9)));
    }

    // Two symbols, each within its rung of 5 at risk 30; together 0.5 x 100,000 + 12 x 4,000 = 98,000 over 10,000 is 9.8,
    // above the account's 8: 18,000 must go, off the endangered bitcoins first.
    [Fact]
    public void Decide_AccountCap_CutsTheEndangeredSymbolFirst()
    {
        GuardDecision decision = Decide(Snapshots.Account(10_000, 4_900)
            .With(1, PositionSide.Long, 12, Snapshots.Eth).With(2, PositionSide.Long, 0.5)
            .WithRisk(30).WithRisk(5, PositionSide.Long, Snapshots.Eth));
        GuardAction action = Assert.Single(decision.Actions);
        Assert.Equal((2, 0.18, GuardCause.AccountLadder), (action.Id, Math.Round(action.Volume, 9), action.Reason.Cause));
        Assert.Equal(9.8, decision.AccountLeverage, tolerance: 1e-12);
    }

    [Fact]
    public void Decide_WithinTolerance_DoesNotNibble()
    {
        GuardDecision decision = Decide(Snapshots.Account(10_000, 1_570).With(1, PositionSide.Long, 0.31).WithRisk(50));
        Assert.Equal(HoldReason.WithinLimits, decision.Hold);
    }

    [Theory]
    [InlineData(901, 1, GuardWarnings.RiskStale)]
    [InlineData(-901, 1, GuardWarnings.RiskStale)]
    [InlineData(0, 0.4, GuardWarnings.RiskLowQuality)]
    [InlineData(0, double.NaN, GuardWarnings.RiskLowQuality)]
    public void Decide_UnusableRisk_HoldsAndWarns(double ageSeconds, double quality, GuardWarnings warning)
    {
        GuardDecision decision = Decide(Snapshots.Account(10_000, 5_000)
            .With(1, PositionSide.Long, 1).WithRisk(90, ageSeconds: ageSeconds, quality: quality));
        Assert.Equal((HoldReason.RiskUnusable, warning), (decision.Hold, decision.Warnings));
    }

    [Fact]
    public void Decide_MissingRisk_HoldsAndWarns()
    {
        GuardDecision decision = Decide(Snapshots.Account(10_000, 5_000).With(1, PositionSide.Long, 1));
        Assert.Equal((HoldReason.RiskUnusable, GuardWarnings.RiskMissing), (decision.Hold, decision.Warnings));
    }

    [Fact]
    public void Decide_RiskLostWhileArmed_KeepsTheRungAndDoesNotAct()
    {
        GuardPolicy policy = new(new GuardOptions { Ladder = Snapshots.Ladder });
        GuardSnapshot snapshot = Snapshots.Account(10_000, 1_000).With(1, PositionSide.Long, 0.2).WithRisk(50);
        GuardState state = policy.Decide(snapshot, default).State;
        snapshot.Risks.Clear();
        snapshot.Positions.Clear();
        snapshot.With(1, PositionSide.Long, 1);
        GuardDecision blind = policy.Decide(snapshot, state);
        Assert.Equal(HoldReason.RiskUnusable, blind.Hold);
        Assert.Equal(2, blind.State.Ladder(Snapshots.Btc, PositionSide.Long).Rung);
        // Risk 40 arms only the first rung; the second is kept by hysteresis and allows 3.
        GuardDecision seen = policy.Decide(snapshot.WithRisk(40), blind.State);
        Assert.Equal(0.7, Assert.Single(seen.Actions).Volume, tolerance: 1e-12);
    }

    [Fact]
    public void Decide_NoPrice_WarnsAndLeavesTheLadderAlone()
    {
        GuardSnapshot snapshot = Snapshots.Account(10_000, 5_000).With(1, PositionSide.Long, 1).WithRisk(90);
        snapshot.WithSymbol(snapshot.Symbols[0] with { Bid = double.NaN });
        GuardDecision decision = Decide(snapshot);
        Assert.Empty(decision.Actions);
        Assert.True(decision.Warnings.HasFlag(GuardWarnings.PriceMissing));
    }

    [Fact]
    public void Decide_TightenStop_SetsTheStopAndCutsNothing()
    {
        GuardOptions options = new() { Ladder = Snapshots.Ladder, Response = LadderResponse.TightenStop, StopDistancePct = 2 };
        GuardDecision decision = Decide(
            Snapshots.Account(10_000, 5_000).With(1, PositionSide.Long, 1).WithRisk(50), options);
        GuardAction action = Assert.Single(decision.Actions);
        Assert.Equal((GuardActionKind.TightenStop, 98_000), (action.Kind, Math.Round(action.StopPrice, 6)));
    }

    // A stop at 97,800 is 200 short of 98,000: less than a quarter of the distance of 2,000.
    [Theory]
    [InlineData(PositionSide.Long, 99_000)]
    [InlineData(PositionSide.Long, 97_800)]
    [InlineData(PositionSide.Short, 101_000)]
    [InlineData(PositionSide.Short, 102_200)]
    public void Decide_StopNearEnough_IsNeverMovedAway(PositionSide side, double stop)
    {
        GuardOptions options = new() { Ladder = Snapshots.Ladder, Response = LadderResponse.TightenStop, StopDistancePct = 2 };
        GuardDecision decision = Decide(
            Snapshots.Account(10_000, 5_000).With(1, side, 1, stop: stop).WithRisk(50, side), options);
        Assert.Equal(HoldReason.WithinLimits, decision.Hold);
    }

    [Fact]
    public void Decide_StopCannotBeMoved_ReducesInstead()
    {
        GuardOptions options = new() { Ladder = Snapshots.Ladder, Response = LadderResponse.TightenStop };
        GuardDecision decision = Decide(
            Snapshots.Account(10_000, 5_000).With(1, PositionSide.Long, 1, isStopBlocked: true).WithRisk(50), options);
        Assert.Equal(GuardActionKind.Reduce, Assert.Single(decision.Actions).Kind);
    }

    private static GuardDecision Decide(GuardSnapshot snapshot, GuardOptions? options = null) =>
        new GuardPolicy(options ?? new GuardOptions { Ladder = Snapshots.Ladder }).Decide(snapshot, default);
}
