using LiqIndicators.Analytics.Guarding;
using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Analytics.Tests.Guarding;

public sealed class GuardPolicyLossLimitTests
{
    [Fact]
    public void Decide_DailyLoss_ClosesAllUntilTheNextDay()
    {
        GuardPolicy policy = new(new GuardOptions { DailyLossLimitPct = 5 });
        GuardState state = policy.Decide(At(10_000, 0), default).State;
        Assert.Equal(10_000, state.DayStartEquity);

        Assert.Empty(policy.Decide(At(9_501, 1), state).Actions);
        GuardDecision hit = policy.Decide(At(9_500, 2), state);
        Assert.Equal((0.1, GuardCause.DailyLoss), (Assert.Single(hit.Actions).Volume, hit.Actions[0].Reason.Cause));

        // A recovery within the day does not lift it; the next day does.
        Assert.Single(policy.Decide(At(9_900, 3), hit.State).Actions);
        GuardDecision tomorrow = policy.Decide(At(9_900, 24), hit.State);
        Assert.Empty(tomorrow.Actions);
        Assert.Equal(9_900, tomorrow.State.DayStartEquity);
    }

    [Fact]
    public void Decide_Withdrawal_IsNotALoss()
    {
        GuardPolicy policy = new(new GuardOptions { DailyLossLimitPct = 5 });
        GuardState state = policy.Decide(At(10_000, 0), default).State;
        GuardSnapshot withdrawn = At(6_000, 1);
        withdrawn.Account = withdrawn.Account with { TransfersTotal = -4_000 };
        Assert.Empty(policy.Decide(withdrawn, state).Actions);
    }

    [Fact]
    public void Decide_DayStartHour_ShiftsTheDay()
    {
        GuardPolicy policy = new(new GuardOptions { DailyLossLimitPct = 5, DayStartHourUtc = 22 });
        GuardState state = policy.Decide(At(10_000, 0), default).State;
        Assert.Equal(new DateTime(2026, 3, 1, 22, 0, 0, DateTimeKind.Utc), state.DayUtc);
        Assert.Equal(9_000, policy.Decide(At(9_000, 10), state).State.DayStartEquity);
    }

    [Fact]
    public void Decide_BelowTheFloor_ReducesBothSidesToTheLeverageLeft()
    {
        // Gross 0.2 x 100,000 over 900 is 22; 2 x 900 leaves 0.018 gross, 0.009 each side: both are closed by rounding.
        GuardPolicy policy = new(new GuardOptions { EquityFloor = 1_000, LossLimitLeverage = 2, BackstopFactor = double.NaN });
        GuardSnapshot snapshot = Snapshots.Account(900, 1_000).With(1, PositionSide.Long, 0.1).With(2, PositionSide.Short, 0.1);
        GuardDecision decision = policy.Decide(snapshot, default);
        Assert.Equal([(1, 0.1), (2, 0.1)], decision.Actions.Select(a => (a.Id, Math.Round(a.Volume, 9))));
        Assert.All(decision.Actions, a => Assert.Equal(GuardCause.EquityFloor, a.Reason.Cause));
    }

    private static GuardSnapshot At(double equity, int hours)
    {
        GuardSnapshot snapshot = Snapshots.Account(equity, 500).With(1, PositionSide.Long, 0.1);
        snapshot.TimeUtc = snapshot.TimeUtc.AddHours(hours);
        return snapshot;
    }
}
