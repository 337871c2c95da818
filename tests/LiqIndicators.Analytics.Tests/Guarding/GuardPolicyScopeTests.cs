using LiqIndicators.Analytics.Guarding;
using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Analytics.Tests.Guarding;

public sealed class GuardPolicyScopeTests
{
    public static TheoryData<GuardScope> Scopes => new()
    {
        new GuardScope { ProtectedIds = new HashSet<int> { 1 } },
        new GuardScope { ProtectedLabels = new HashSet<string> { "keep" } },
        new GuardScope { Labels = new HashSet<string> { "" } },
    };

    [Theory]
    [MemberData(nameof(Scopes))]
    public void Decide_ProtectedPosition_IsPassedOver(GuardScope scope)
    {
        GuardSnapshot snapshot = Snapshots.Account(10_000, 5_000)
            .With(1, PositionSide.Long, 0.6, label: "keep").With(2, PositionSide.Long, 0.4).WithRisk(50);
        GuardDecision decision = Decide(snapshot, scope);
        // 0.3 may stay; only the 0.4 can go.
        Assert.Equal([(2, 0.4)], decision.Actions.Select(a => (a.Id, a.Volume)));
        Assert.True(decision.Warnings.HasFlag(GuardWarnings.Shortfall));
    }

    [Fact]
    public void Decide_OtherSymbolOnly_HoldsWithReason()
    {
        GuardSnapshot snapshot = Snapshots.Account(10_000, 5_000).With(1, PositionSide.Long, 1).WithRisk(50);
        GuardDecision decision = Decide(snapshot, new GuardScope { Symbols = new HashSet<string> { Snapshots.Eth } });
        Assert.Equal(HoldReason.NothingEligible, decision.Hold);
    }

    [Fact]
    public void Decide_BlockedPosition_HoldsWithReason()
    {
        GuardSnapshot snapshot = Snapshots.Account(10_000, 5_000).With(1, PositionSide.Long, 1, isBlocked: true).WithRisk(50);
        Assert.Equal(HoldReason.NothingEligible, Decide(snapshot, new GuardScope()).Hold);
    }

    // Net long 0.3 is leverage 3, the rung; an order for 0.1 more would break it, one the other way would not.
    [Fact]
    public void Decide_OrderThatAdds_IsCancelled()
    {
        GuardSnapshot snapshot = Snapshots.Account(10_000, 1_500).With(1, PositionSide.Long, 0.3)
            .WithOrder(7, PositionSide.Long, 0.1).WithOrder(8, PositionSide.Short, 0.1)
            .WithRisk(50).WithRisk(0, PositionSide.Short);
        GuardAction action = Assert.Single(Decide(snapshot, new GuardScope()).Actions);
        Assert.Equal((GuardActionKind.CancelOrder, 7), (action.Kind, action.Id));
    }

    [Fact]
    public void Decide_UrgentAndOrders_CutsFirstThenCancels()
    {
        GuardSnapshot snapshot = Snapshots.Account(4_900, 5_000, MarginCalculation.Net, AccountKind.Netted)
            .With(1, PositionSide.Long, 1)
            .WithOrder(7, PositionSide.Long, 0.1).WithOrder(8, PositionSide.Short, 0.1).WithOrder(9, PositionSide.Short, 3);
        GuardDecision decision = Decide(snapshot, new GuardScope());
        Assert.Equal(
            [(GuardActionKind.Reduce, 1), (GuardActionKind.CancelOrder, 7), (GuardActionKind.CancelOrder, 9)],
            decision.Actions.Select(a => (a.Kind, a.Id)));
    }

    [Fact]
    public void Decide_OrdersLeftAlone_WhenNotAskedFor()
    {
        GuardSnapshot snapshot = Snapshots.Account(10_000, 1_500).WithOrder(7, PositionSide.Long, 1).WithRisk(90);
        GuardPolicy policy = new(new GuardOptions { Ladder = Snapshots.Ladder, CancelsOrders = false });
        Assert.Empty(policy.Decide(snapshot, default).Actions);
        Assert.Single(Decide(snapshot, new GuardScope()).Actions);
    }

    [Fact]
    public void Decide_UnlistedSymbol_WarnsAndGoesOn()
    {
        GuardSnapshot snapshot = Snapshots.Account(10_000, 5_000).With(1, PositionSide.Long, 1).WithRisk(50);
        snapshot.Positions.Add(snapshot.Positions[0] with { Id = 2, Symbol = "XRPUSD" });
        GuardDecision decision = Decide(snapshot, new GuardScope());
        Assert.Equal(1, Assert.Single(decision.Actions).Id);
        Assert.True(decision.Warnings.HasFlag(GuardWarnings.SymbolMissing));
    }

    [Theory]
    [InlineData(-1, "TolerancePct")]
    [InlineData(double.NaN, "TolerancePct")]
    public void Constructor_BadTolerance_NamesIt(double value, string name)
        => Assert.Equal(name, Assert.ThrowsAny<ArgumentException>(
            () => new GuardPolicy(new GuardOptions { TolerancePct = value })).ParamName);

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Constructor_BadBackstop_IsRefused(double factor)
        => Assert.Throws<ArgumentException>(
            () => new GuardPolicy(new GuardOptions { BackstopFactor = factor, BackstopReleaseFactor = 2.5 }));

    private static GuardDecision Decide(GuardSnapshot snapshot, GuardScope scope) =>
        new GuardPolicy(new GuardOptions { Ladder = Snapshots.Ladder, Scope = scope }).Decide(snapshot, default);
}
