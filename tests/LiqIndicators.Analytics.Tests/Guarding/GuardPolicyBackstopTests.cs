using LiqIndicators.Analytics.Guarding;
using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Analytics.Tests.Guarding;

/// <summary>Stop-out at 50 %: the backstop starts below 100 % and brings the level back to 125 %. No risk data anywhere.</summary>
public sealed class GuardPolicyBackstopTests
{
    // Equity 4,900 over margin 5,000 is 98 %; 125 % allows 3,920 of margin, 0.784 bitcoin: 0.216 goes up to 0.22.
    [Fact]
    public void Decide_BelowTheTrigger_CutsBackToTheRelease()
    {
        GuardDecision decision = Decide(Snapshots.Account(4_900, 5_000).With(1, PositionSide.Long, 1));
        GuardAction action = Assert.Single(decision.Actions);
        Assert.Equal((0.22, GuardCause.MarginBackstop), (action.Volume, action.Reason.Cause));
        Assert.Equal(98, decision.MarginLevelPct, tolerance: 1e-12);
        Assert.True(decision.State.IsBackstopActive);
    }

    [Theory]
    [InlineData(5_000, false, false)]
    [InlineData(5_500, true, true)]
    [InlineData(6_250, true, false)]
    public void Decide_BetweenTriggerAndRelease_RemembersWhetherItIsActive(double equity, bool wasActive, bool isActive)
    {
        GuardPolicy policy = new(new GuardOptions());
        GuardState state = new() { IsBackstopActive = wasActive };
        GuardDecision decision = policy.Decide(Snapshots.Account(equity, 5_000).With(1, PositionSide.Long, 1), state);
        Assert.Equal(isActive, decision.State.IsBackstopActive);
        Assert.Equal(isActive, decision.Actions.Count > 0);
    }

    // Max: only the larger side carries margin; the short of 0.5 stays.
    [Fact]
    public void Decide_MaxUneven_CutsTheLargerSideOnly()
    {
        GuardDecision decision = Decide(Snapshots.Account(4_900, 5_000, MarginCalculation.Max)
            .With(1, PositionSide.Long, 1).With(2, PositionSide.Short, 0.5));
        Assert.Equal([(1, 0.22)], decision.Actions.Select(a => (a.Id, a.Volume)));
    }

    // Max, even: cutting one side frees nothing, so both lose 0.22.
    [Fact]
    public void Decide_MaxEven_CutsBothSidesByTheSame()
    {
        GuardDecision decision = Decide(Snapshots.Account(4_900, 5_000, MarginCalculation.Max)
            .With(1, PositionSide.Long, 1).With(2, PositionSide.Short, 1));
        Assert.Equal([(1, 0.22), (2, 0.22)], decision.Actions.Select(a => (a.Id, a.Volume)));
    }

    // Net: 0.5 net needs 2,500; equity 2,400 allows 1,920 at 125 %, 0.384 net: 0.116 goes up to 0.12, the short stays.
    [Fact]
    public void Decide_Net_NeverCutsTheSmallerSide()
    {
        GuardDecision decision = Decide(Snapshots.Account(2_400, 2_500, MarginCalculation.Net)
            .With(1, PositionSide.Long, 1).With(2, PositionSide.Short, 0.5));
        Assert.Equal([(1, 0.12)], decision.Actions.Select(a => (a.Id, a.Volume)));
    }

    // Sum: 1 and 0.5 need 7,500; equity 4,900 allows 3,920: 0.784 in all. The long first down to the short (0.5),
    // then 0.216 more shared: 0.108 each side goes up to 0.11.
    [Fact]
    public void Decide_SumUneven_EvensOutBeforeCuttingBothSides()
    {
        GuardDecision decision = Decide(Snapshots.Account(4_900, 7_500)
            .With(1, PositionSide.Long, 1).With(2, PositionSide.Short, 0.5));
        Assert.Equal([(1, 0.61), (2, 0.11)], decision.Actions.Select(a => (a.Id, Math.Round(a.Volume, 9))));
    }

    // 1:20 up to 50,000 and 1:10 above: one bitcoin needs 2,500 + 5,000. Equity 7,000 is 93.3 %; 125 % allows 5,600:
    // 2,500 + (x − 50,000)/10 = 5,600 leaves 81,000, 0.81 bitcoin.
    [Fact]
    public void Decide_DynamicLeverage_FreesTheDearestTierFirst()
    {
        GuardSnapshot snapshot = Snapshots.Account(7_000, 7_500).With(1, PositionSide.Long, 1);
        snapshot.WithSymbol(snapshot.Symbols[0] with { Tiers = [new LeverageTier(50_000, 20), new LeverageTier(1e9, 10)] });
        Assert.Equal(0.19, Assert.Single(Decide(snapshot).Actions).Volume);
    }

    [Theory]
    [InlineData(double.NaN, 1)]
    [InlineData(100_000, double.NaN)]
    public void Decide_NoPriceOrConversion_CutsByReportedMargins(double price, double rate)
    {
        GuardSnapshot snapshot = Snapshots.Account(4_900, 5_000).With(1, PositionSide.Long, 1);
        snapshot.WithSymbol(snapshot.Symbols[0] with { Bid = price, Ask = price, QuoteToDeposit = rate });
        Assert.Equal(0.22, Assert.Single(Decide(snapshot).Actions).Volume);
    }

    [Fact]
    public void Decide_PlatformReportsMoreMargin_ScalesToIt()
    {
        // Twice the modelled margin (a weekend surcharge, say): 9,800 of equity over 10,000, the same 0.22.
        GuardDecision decision = Decide(Snapshots.Account(9_800, 10_000).With(1, PositionSide.Long, 1));
        Assert.Equal(0.22, Assert.Single(decision.Actions).Volume);
    }

    [Fact]
    public void Decide_NoEquityLeft_ClosesAll()
    {
        GuardDecision decision = Decide(Snapshots.Account(-10, 5_000).With(1, PositionSide.Long, 1));
        Assert.Equal(1, Assert.Single(decision.Actions).Volume);
    }

    [Fact]
    public void Decide_NoStopOutLevel_AssumesOneAndSaysSo()
    {
        GuardSnapshot snapshot = Snapshots.Account(4_900, 5_000).With(1, PositionSide.Long, 1);
        snapshot.Account = snapshot.Account with { StopOutLevelPct = 0 };
        GuardDecision decision = Decide(snapshot);
        Assert.Single(decision.Actions);
        Assert.True(decision.Warnings.HasFlag(GuardWarnings.StopOutLevelAssumed));
    }

    [Fact]
    public void Decide_OrderAboveTheLargestVolume_IsCappedAndLeavesTradable()
    {
        GuardSnapshot snapshot = Snapshots.Account(-10, 5_000).With(1, PositionSide.Long, 1);
        snapshot.WithSymbol(snapshot.Symbols[0] with { VolumeMax = 0.4 });
        Assert.Equal(0.4, Assert.Single(Decide(snapshot).Actions).Volume);
    }

    [Fact]
    public void Decide_AccountNotReadable_HoldsAndKeepsItsState()
    {
        GuardSnapshot snapshot = Snapshots.Account(double.NaN, 5_000).With(1, PositionSide.Long, 1);
        GuardState state = new() { IsBackstopActive = true };
        GuardDecision decision = new GuardPolicy(new GuardOptions()).Decide(snapshot, state);
        Assert.Equal((HoldReason.AccountUnknown, GuardWarnings.AccountUnknown), (decision.Hold, decision.Warnings));
        Assert.Equal(state, decision.State);
    }

    [Fact]
    public void Decide_LadderAndBackstop_MergeIntoOneCutPerPosition()
    {
        GuardPolicy policy = new(new GuardOptions { Ladder = Snapshots.Ladder });
        // The backstop takes 0.22; the rung of 1 x 4,900 leaves 0.04 after rounding: 0.96 in all, one order.
        GuardDecision decision = policy.Decide(
            Snapshots.Account(4_900, 5_000).With(1, PositionSide.Long, 1).WithRisk(95), default);
        GuardAction action = Assert.Single(decision.Actions);
        Assert.Equal((0.96, GuardCause.MarginBackstop), (Math.Round(action.Volume, 9), action.Reason.Cause));
    }

    private static GuardDecision Decide(GuardSnapshot snapshot) => new GuardPolicy(new GuardOptions()).Decide(snapshot, default);
}
