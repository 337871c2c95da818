using LiqIndicators.Analytics.Guarding;
using LiqIndicators.Analytics.Market;
using LiqIndicators.MarketData.Ports;
using LiqIndicators.Sessions.Guarding;
using LiqIndicators.TestKit;

namespace LiqIndicators.Sessions.Tests.Guarding;

public sealed class GuardSessionTests
{
    [Fact]
    public void Step_RiskCrosses_OrdersWithinOneTimerPeriod()
    {
        FakeBroker broker = GuardSessionErrorTests.Danger();
        broker.SetRisk(0);
        Desk desk = new Desk(broker).Ready();
        desk.Run(100);
        Assert.Empty(broker.Commands);
        broker.SetRisk(50);
        DateTime crossed = broker.Now;
        desk.Run(1);
        Assert.InRange((Assert.Single(broker.Commands).TimeUtc - crossed).TotalSeconds, 0, 1);
    }

    [Fact]
    public void Step_Monitor_SaysWhatItWouldDoAndSendsNothing()
    {
        FakeBroker broker = GuardSessionErrorTests.Danger();
        Desk desk = new Desk(broker, new GuardSessionOptions()).Ready();
        desk.Run(60);
        Assert.Empty(broker.Commands);
        Assert.True(desk.Said("Wanted first: close 0.7 of 1"));
        Assert.Equal(Refusal.MonitorMode, desk.Session.Status.General);
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public void Step_LiveAccount_NeedsTheSecondConfirmation(bool isConfirmed, int orders)
    {
        FakeBroker broker = GuardSessionErrorTests.Danger();
        broker.IsLive = true;
        Desk desk = new Desk(broker, new GuardSessionOptions { Mode = GuardMode.Armed, IsLiveConfirmed = isConfirmed }).Ready();
        desk.Run(10);
        Assert.Equal(orders, broker.Commands.Count);
        Assert.Equal(isConfirmed ? Refusal.None : Refusal.LiveNotConfirmed, desk.Session.Status.General);
    }

    // One bitcoin at 94,500 is margin level 95 %: the backstop closes 0.24 however the market's data fail.
    [Fact]
    public void Step_RisksCannotBeRead_LeavesTheBackstopOn()
    {
        FakeBroker broker = GuardSessionErrorTests.Danger();
        broker.RiskFailure = "the feed is broken";
        Desk desk = new Desk(broker).Ready();
        desk.Run(10);
        Assert.Empty(broker.Commands);
        Assert.Equal(1, desk.Notices.Count(n => n.Text.Contains("the feed is broken", StringComparison.Ordinal)));

        broker.Symbols[FakeBroker.Btc] = broker.Symbols[FakeBroker.Btc] with { Bid = 94_500, Ask = 94_500 };
        desk.Run(1);
        Assert.Equal(0.24, Assert.Single(broker.Commands).Volume, tolerance: 1e-9);
    }

    [Fact]
    public void Step_ErrorInside_IsOnTheCardUntilAStepGoesThrough()
    {
        FakeBroker broker = GuardSessionErrorTests.Danger();
        Desk desk = new Desk(broker).Ready();
        GuardCard card = new(desk.Session, new GuardOptions { Ladder = Desk.Ladder }, desk.Options, GuardEnvironment.Desktop);
        broker.AccountFailure = "the account is broken";
        Assert.Throws<InvalidOperationException>(() => desk.Run(1));
        Assert.Equal("not guarding", card.At(broker.Now).Badge.Value);
        Assert.True(card.At(broker.Now).IsStale);

        broker.AccountFailure = null;
        desk.Run(2);
        Assert.Equal("Armed", card.At(broker.Now).Badge.Value);
    }

    [Fact]
    public void Card_ArmedWithoutConfirmation_DoesNotLookArmedWhenFolded()
    {
        FakeBroker broker = GuardSessionErrorTests.Danger();
        broker.IsLive = true;
        Desk desk = new Desk(broker).Ready();
        GuardCard card = new(desk.Session, new GuardOptions { Ladder = Desk.Ladder }, desk.Options, GuardEnvironment.Desktop);

        Assert.StartsWith("Armed, not acting", card.At(broker.Now).Brief.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Kill_BetweenTwoOrders_StopsTheSecond()
    {
        FakeBroker broker = GuardSessionErrorTests.Danger();
        broker.Positions.Clear();
        broker.Open(1, PositionSide.Long, 0.5);
        broker.Open(2, PositionSide.Long, 0.5);
        Desk desk = new(broker);
        broker.Received = _ => desk.Session.Kill("test");
        desk.Run(100);
        Assert.Single(broker.Commands);
    }

    [Fact]
    public void Kill_WhileTheOrderIsAnnounced_StopsThatOrder()
    {
        FakeBroker broker = GuardSessionErrorTests.Danger();
        Desk desk = new(broker);
        desk.Heard = n =>
        {
            if (n.Text.StartsWith("Sending", StringComparison.Ordinal))
            {
                desk.Session.Kill("test");
            }
        };
        desk.Run(100);
        Assert.Empty(broker.Commands);
        Assert.True(desk.Said("Not sent, killed"));
    }

    [Fact]
    public void Kill_HoldsOverCrashesUntilRevived()
    {
        FakeBroker broker = GuardSessionErrorTests.Danger();
        broker.SetRisk(0);
        Desk desk = new Desk(broker).Ready();
        desk.Session.Kill("button");
        desk.Crash();
        broker.SetRisk(90);
        desk.Run(100);
        Assert.Empty(broker.Commands);
        Assert.True(desk.Session.IsKilled);
        desk.Session.Revive();
        desk.Run(1);
        Assert.Single(broker.Commands);
    }

    [Fact]
    public void Kill_ByAnInstanceThatStandsBy_StopsTheOneThatGuards()
    {
        FakeBroker broker = GuardSessionErrorTests.Danger();
        broker.SetRisk(0);
        MemoryStore store = new();
        Desk guards = new Desk(broker, store: store, name: "a").Ready();
        Desk standsBy = new Desk(broker, store: store, name: "b").Ready();
        standsBy.Session.Kill("button");
        broker.SetRisk(90);
        guards.Run(10);
        Assert.Empty(broker.Commands);
        Assert.Equal(Refusal.Killed, guards.Session.Status.General);
    }

    [Fact]
    public void Kill_BeforeTheFirstStep_Counts()
    {
        FakeBroker broker = GuardSessionErrorTests.Danger();
        Desk desk = new(broker);
        desk.Session.Kill("input");
        desk.Run(10);
        Assert.Empty(broker.Commands);
        desk.Crash();
        desk.Run(60);
        Assert.Empty(broker.Commands);
    }

    [Fact]
    public void Step_StaleRisk_HoldsAndAlertsWhileTheBackstopStaysOn()
    {
        FakeBroker broker = GuardSessionErrorTests.Danger();
        broker.RiskAgeSeconds = 1_000;
        Desk desk = new Desk(broker).Ready();
        desk.Run(10);
        Assert.Empty(broker.Commands);
        Assert.Contains(desk.Notices, n => n.Level == NoticeLevel.Alert && n.Text.Contains("RiskStale", StringComparison.Ordinal));
        // 5,500 lost of 10,000: 4,500 over 4,725 of margin is 95 %.
        broker.SetPrice(FakeBroker.Btc, 94_500);
        desk.Run(1);
        Assert.Single(broker.Commands);
    }

    [Fact]
    public void Step_WideSpread_HoldsTheLadderButNotTheBackstop()
    {
        FakeBroker broker = GuardSessionErrorTests.Danger();
        broker.SetPrice(FakeBroker.Btc, 100_000, spreadBps: 25);
        Desk desk = new Desk(broker).Ready();
        desk.Run(10);
        Assert.Empty(broker.Commands);
        Assert.Contains(desk.Session.Status.Refused, r => r.Why == Refusal.SpreadTooWide);
        broker.SetPrice(FakeBroker.Btc, 94_500, spreadBps: 100);
        desk.Run(1);
        Assert.NotEmpty(broker.Commands);
    }

    [Fact]
    public void Step_WideSpreadAndCostsNotIgnored_HoldsTheBackstopToo()
    {
        FakeBroker broker = GuardSessionErrorTests.Danger();
        broker.SetPrice(FakeBroker.Btc, 94_500, spreadBps: 100);
        Desk desk = new Desk(broker, new GuardSessionOptions { Mode = GuardMode.Armed, UrgentIgnoresCosts = false }).Ready();
        desk.Run(10);
        Assert.Empty(broker.Commands);
    }

    [Fact]
    public void Step_Slippage_PausesTheLadderInTheSymbol()
    {
        FakeBroker broker = GuardSessionErrorTests.Danger();
        broker.Positions.Clear();
        broker.Open(1, PositionSide.Long, 0.5);
        broker.Open(2, PositionSide.Long, 0.5);
        broker.SlippageBps = 40;
        Desk desk = new Desk(broker).Ready();
        desk.Run(58);
        Assert.Single(broker.Commands);
        Assert.Contains(desk.Session.Status.Refused, r => r.Why == Refusal.SlippagePause);
        desk.Run(4);
        Assert.Equal(2, broker.Commands.Count);
    }

    [Fact]
    public void Step_AfterALadderCut_RestsUnlessTheRungRises()
    {
        FakeBroker broker = GuardSessionErrorTests.Danger();
        Desk desk = new Desk(broker).Ready();
        Assert.Single(broker.Commands);
        broker.Open(2, PositionSide.Long, 0.1);
        desk.Run(20);
        Assert.Single(broker.Commands);
        Assert.Contains(desk.Session.Status.Refused, r => r.Why == Refusal.CoolDown);
        broker.SetRisk(70);
        desk.Run(1);
        Assert.True(broker.Commands.Count > 1);
    }

    [Fact]
    public void Step_ActionCap_KeepsAReserveForTheBackstop()
    {
        FakeBroker broker = GuardSessionErrorTests.Danger();
        broker.Positions.Clear();
        for (int i = 1; i <= 10; i++)
        {
            broker.Open(i, PositionSide.Long, 0.1);
        }

        // Six an hour, a third of them for urgent cuts.
        Desk desk = new Desk(broker, new GuardSessionOptions { Mode = GuardMode.Armed, MaxActionsPerHour = 6 }).Ready();
        desk.Run(60);
        Assert.Equal(4, broker.Commands.Count);
        Assert.Contains(desk.Session.Status.Refused, r => r.Why == Refusal.ActionCap);
        broker.SetPrice(FakeBroker.Btc, 85_500);
        desk.Run(60);
        Assert.Equal(6, broker.Commands.Count);
        desk.Run(3_600);
        Assert.True(broker.Commands.Count > 6);
    }

    [Fact]
    public void Step_VolumeCap_CutsWhatStillFits()
    {
        FakeBroker broker = GuardSessionErrorTests.Danger();
        // 50,000 an hour, none reserved: 0.5 of the 0.7 wanted.
        Desk desk = new Desk(broker, new GuardSessionOptions
        {
            Mode = GuardMode.Armed,
            MaxNotionalPerHour = 50_000,
            UrgentReservePct = 0,
        }).Ready();
        desk.Run(60);
        Assert.Equal([0.5], broker.Commands.Select(c => c.Volume));
        Assert.Contains(desk.Session.Status.Refused, r => r.Why == Refusal.VolumeCap);
    }

    [Fact]
    public void Step_OrdersThatAdd_AreCancelled()
    {
        FakeBroker broker = GuardSessionErrorTests.Danger();
        broker.Place(1, PositionSide.Long, 0.5);
        Desk desk = new Desk(broker).Ready();
        desk.Run(5);
        Assert.Empty(broker.Orders);
        Assert.Equal([GuardActionKind.CancelOrder, GuardActionKind.Reduce], broker.Commands.Select(c => c.Kind));
    }

    [Fact]
    public void Step_UserClosesInBetween_DoesNotCutTwice()
    {
        FakeBroker broker = GuardSessionErrorTests.Danger();
        // The order hangs for eight seconds; meanwhile the user closes 0.65, and then it fills what is left of its 0.7.
        broker.Fate = (_, _) => new OrderFate(TradeOutcome.Timeout, 1, 1, 8);
        Desk desk = new Desk(broker).Ready();
        broker.CloseByHand(1, 0.65);
        desk.Run(60);
        Assert.Single(broker.Commands);
        Assert.Empty(broker.Positions);
    }

    [Fact]
    public void Step_NothingToDo_AllocatesNothing()
    {
        FakeBroker broker = new(1_000_000);
        QuietPort port = new(broker);
        for (int i = 1; i <= 50; i++)
        {
            broker.Open(i, PositionSide.Long, 0.01);
        }

        GuardSession session = new(
            new GuardPolicy(new GuardOptions { Ladder = Desk.Ladder }), Desk.Armed(), port, port, new MemoryStore(), 1, "a", port, _ => { });
        for (int i = 0; i < 3; i++)
        {
            port.NowUtc = port.NowUtc.AddSeconds(1);
            session.Step();
        }

        long allocated = Allocations.Of(0, 15, _ =>
        {
            port.NowUtc = port.NowUtc.AddSeconds(1);
            session.Step();
        });

        Assert.Equal(0, allocated);
        Assert.Equal(HoldReason.RiskLow, session.Status.Decision.Hold);
    }

    [Fact]
    public void Constructor_BadOption_NamesIt()
    {
        ArgumentException error = Assert.ThrowsAny<ArgumentException>(
            () => new Desk(new FakeBroker(1), new GuardSessionOptions { MaxActionsPerHour = 0 }));
        Assert.Equal(nameof(GuardSessionOptions.MaxActionsPerHour), error.ParamName);
    }

    [Theory]
    [InlineData(GuardEnvironment.Desktop, false)]
    [InlineData(GuardEnvironment.Backtest, true)]
    [InlineData(GuardEnvironment.Cloud, true)]
    public void For_EachEnvironment_SaysWhatIsMissing(GuardEnvironment environment, bool hasNote)
        => Assert.Equal(hasNote, EnvironmentNotes.For(environment).Contains("backstop", StringComparison.Ordinal));

    /// <summary>Gives the same account each time without allocating.</summary>
    private sealed class QuietPort : ITradingPort, ICascadeRiskPort, IClock
    {
        private readonly GuardSnapshot _source = new();

        public DateTime NowUtc { get; set; } = new(2026, 3, 2, 12, 0, 0, DateTimeKind.Utc);

        public QuietPort(FakeBroker broker)
        {
            broker.Open(1_000, PositionSide.Long, 0.01);
            broker.TryRead(_source);
        }

        public bool TryRead(GuardSnapshot snapshot)
        {
            snapshot.Account = _source.Account;
            Copy(_source.Symbols, snapshot.Symbols);
            Copy(_source.Positions, snapshot.Positions);
            return true;
        }

        public void Read(GuardSnapshot snapshot)
        {
            snapshot.Risks.Add(new CascadeRisk(FakeBroker.Btc, PositionSide.Long, 1, snapshot.TimeUtc, 1));
            snapshot.Risks.Add(new CascadeRisk(FakeBroker.Btc, PositionSide.Short, 1, snapshot.TimeUtc, 1));
        }

        public double ClosedVolume(int positionId, DateTime sinceUtc) => 0;

        public void Close(int positionId, double volume, Action<TradeReply> reply) => Assert.Fail("No order is due.");

        public void MoveStop(int positionId, double stopPrice, Action<TradeReply> reply) => Assert.Fail("No order is due.");

        public void Cancel(int orderId, Action<TradeReply> reply) => Assert.Fail("No order is due.");

        private static void Copy<T>(List<T> from, List<T> to)
        {
            for (int i = 0; i < from.Count; i++)
            {
                to.Add(from[i]);
            }
        }
    }
}
