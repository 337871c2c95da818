using LiqIndicators.Analytics.Market;
using LiqIndicators.Sessions.Guarding;

namespace LiqIndicators.Sessions.Tests.Guarding;

public sealed class GuardSessionRestartTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Crash_WithAnOrderOnItsWay_AsksTheAccountBeforeTheNext(double fillShare)
    {
        FakeBroker broker = GuardSessionErrorTests.Danger();
        broker.Fate = (n, _) => n == 0 ? new OrderFate(TradeOutcome.Done, 5, fillShare, 4) : OrderFate.Good;
        Desk desk = new Desk(broker).Ready();
        Assert.Single(broker.Commands);
        desk.Crash();
        desk.Run(120);
        Assert.Equal(fillShare == 1 ? 1 : 2, broker.Commands.Count);
        Assert.Equal(0.3, broker.Volume(FakeBroker.Btc, PositionSide.Long), tolerance: 1e-9);
        Assert.True(desk.Said("Restarted with an order on its way"));
    }

    [Fact]
    public void Step_WhenAnOrderLeaves_TheJournalAlreadyTellsOfIt()
    {
        FakeBroker broker = GuardSessionErrorTests.Danger();
        Desk desk = new(broker);
        List<GuardMemory> left = [];
        broker.Received = _ => left.Add(new GuardJournal(desk.Store.AfterCrash(), 4711).Load(out string? _));
        desk.Run(3);
        GuardMemory memory = Assert.Single(left);
        Assert.Equal((1, 0.7, FlightPhase.Sent), (memory.Flight!.Id, Math.Round(memory.Flight.Volume, 9), memory.Flight.Phase));
        Assert.Single(memory.Sent);
    }

    [Fact]
    public void Crash_CountsTheOrdersOfTheHour()
    {
        FakeBroker broker = GuardSessionErrorTests.Danger();
        broker.Positions.Clear();
        for (int i = 1; i <= 10; i++)
        {
            broker.Open(i, PositionSide.Long, 0.1);
        }

        Desk desk = new Desk(broker, new GuardSessionOptions { Mode = GuardMode.Armed, MaxActionsPerHour = 6 }).Ready();
        desk.Run(5);
        desk.Crash();
        desk.Run(600);
        Assert.Equal(4, broker.Commands.Count);
    }

    [Fact]
    public void Restart_Orderly_GivesTheLockBackAtOnce()
    {
        FakeBroker broker = GuardSessionErrorTests.Danger();
        broker.SetRisk(0);
        Desk desk = new Desk(broker).Ready();
        desk.Restart();
        broker.SetRisk(50);
        desk.Run(2);
        Assert.Single(broker.Commands);
    }

    [Fact]
    public void Crash_TheLockIsTakenOverOnceItIsStale()
    {
        FakeBroker broker = GuardSessionErrorTests.Danger();
        broker.SetRisk(0);
        Desk desk = new Desk(broker).Ready();
        desk.Crash();
        broker.SetRisk(50);
        desk.Run(10);
        Assert.Equal(Refusal.OtherInstance, desk.Session.Status.General);
        desk.Run(15);
        Assert.Single(broker.Commands);
    }

    [Fact]
    public void Step_BrokenJournal_SaysSoAndRestsTheLadder()
    {
        FakeBroker broker = GuardSessionErrorTests.Danger();
        MemoryStore store = new();
        store.Write("LeverageGuard 4711 journal", "LeverageGuard 1\nsent yesterday 5");
        Desk desk = new Desk(broker, store: store).Ready();
        desk.Run(60);
        Assert.Empty(broker.Commands);
        Assert.True(desk.Said("The journal cannot be read"));
        Assert.NotNull(store.Read("LeverageGuard 4711 journal broken"));
        broker.SetPrice(FakeBroker.Btc, 94_500);
        desk.Run(2);
        Assert.NotEmpty(broker.Commands);
    }

    [Fact]
    public void Load_WhatWasSaved_ComesBackTheSame()
    {
        FakeBroker broker = GuardSessionErrorTests.Danger();
        broker.Fate = (_, _) => OrderFate.Refused(TradeOutcome.NoMoney);
        Desk desk = new Desk(broker).Ready();
        desk.Run(20);
        GuardMemory memory = new GuardJournal(desk.Store, 4711).Load(out string? error);
        Assert.Null(error);
        Assert.Equal(2, memory.State.Ladder(FakeBroker.Btc, PositionSide.Long).Rung);
        Assert.Equal(DateTimeKind.Utc, memory.State.DayUtc.Kind);
        Assert.Equal(4, memory.Sent.Count);
        Assert.Equal(4, Assert.Single(memory.BackOffs).Failures);
        Assert.Equal(double.PositiveInfinity, memory.BackOffs[0].MaxVolume);
    }

    [Fact]
    public void TwoInstances_OneStorage_OneActs()
    {
        FakeBroker broker = GuardSessionErrorTests.Danger();
        broker.SetRisk(0);
        MemoryStore store = new();
        Desk first = new(broker, store: store, name: "a");
        Desk second = new(broker, store: store, name: "b");
        first.Stepped = second.Session.Step;
        first.Run(10);
        broker.SetRisk(50);
        first.Run(60);
        Assert.Single(broker.Commands);
        Assert.True(first.Session.Status.General == Refusal.OtherInstance ^ second.Session.Status.General == Refusal.OtherInstance);
    }

    [Fact]
    public void TwoInstances_SeparateStorage_TheSecondKnowsTheFirstByItsOrders()
    {
        FakeBroker broker = GuardSessionErrorTests.Danger();
        broker.Positions.Clear();
        for (int i = 1; i <= 4; i++)
        {
            broker.Open(i, PositionSide.Long, 0.25);
        }

        // Both see the same plan; each order takes two seconds, so they act on the same positions.
        broker.Fate = (_, _) => new OrderFate(TradeOutcome.Done, 2, 1, 1.5);
        GuardSessionOptions options = new() { Mode = GuardMode.Armed, CoolDown = TimeSpan.Zero };
        Desk first = new(broker, options, name: "a");
        Desk second = new(broker, options, name: "b");
        first.Stepped = second.Session.Step;
        for (int i = 0; i < 6; i++)
        {
            first.Run(10);
            foreach (int id in broker.Positions.Keys.ToList())
            {
                broker.Positions[id] = broker.Positions[id] with { Volume = 0.5 };
            }
        }

        Assert.True(first.Said("second instance") || second.Said("second instance"));
    }

    [Fact]
    public void Keep_TwoClaimsAtOnce_OneWins()
    {
        MemoryStore store = new();
        DateTime now = new(2026, 3, 2, 12, 0, 0, DateTimeKind.Utc);
        InstanceLock a = new(store, 1, "a", TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(20));
        InstanceLock b = new(store, 1, "b", TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(20));
        Assert.False(a.Keep(now));
        Assert.False(b.Keep(now));
        bool isA = a.Keep(now.AddSeconds(1));
        bool isB = b.Keep(now.AddSeconds(1));
        Assert.True(isA ^ isB);
    }

    // Ticks look many times a second, and each instance may still read its own copy of the storage: only after a second is a claim settled.
    [Fact]
    public void Keep_TicksWithinTheClaim_DoNotSettleIt()
    {
        DateTime now = new(2026, 3, 2, 12, 0, 0, DateTimeKind.Utc);
        InstanceLock alone = new(new MemoryStore(), 1, "a", TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(20));
        alone.Keep(now);

        Assert.False(alone.Keep(now.AddMilliseconds(10)));
        Assert.False(alone.Keep(now.AddMilliseconds(990)));
        Assert.True(alone.Keep(now.AddSeconds(1)));
    }

    [Fact]
    public void Constructor_InstanceWithBlank_IsRefused()
        => Assert.Throws<ArgumentException>(
            () => new InstanceLock(new MemoryStore(), 1, "a b", TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(20)));
}
