using LiqIndicators.Analytics.Guarding;
using LiqIndicators.Analytics.Market;
using LiqIndicators.Sessions.Guarding;

namespace LiqIndicators.Sessions.Tests.Guarding;

/// <summary>One long bitcoin on 10,000: risk 50 allows 0.30, so 0.70 is to go. Each error takes its own path.</summary>
public sealed class GuardSessionErrorTests
{
    public static TheoryData<TradeOutcome> All => [.. Enum.GetValues<TradeOutcome>()];

    [Theory]
    [MemberData(nameof(All))]
    public void Step_AnyErrorOnce_EndsWhereItWouldHaveWithout(TradeOutcome outcome)
    {
        FakeBroker broker = Danger();
        broker.Fate = (n, _) => n == 0 ? OrderFate.Refused(outcome) with { FillShare = outcome == TradeOutcome.Done ? 1 : 0 } : OrderFate.Good;
        Desk desk = new Desk(broker).Ready();
        desk.Run(4_000);
        Assert.Equal(0.3, broker.Volume(FakeBroker.Btc, PositionSide.Long), tolerance: 1e-9);
        Assert.InRange(broker.Commands.Count, outcome == TradeOutcome.Done ? 1 : 2, 3);
    }

    [Theory]
    [InlineData(TradeOutcome.Timeout)]
    [InlineData(TradeOutcome.TechnicalError)]
    [InlineData(TradeOutcome.Disconnected)]
    public void Step_OpenResultThatWasDone_SendsNothingMore(TradeOutcome outcome)
    {
        FakeBroker broker = Danger();
        broker.Fate = (n, _) => n == 0 ? new OrderFate(outcome, 0, 1, 8) : OrderFate.Good;
        Desk desk = new Desk(broker).Ready();
        desk.Run(600);
        Assert.Single(broker.Commands);
        Assert.True(desk.Said("the account will tell"));
        Assert.True(desk.Said("Done: close 0.7"));
    }

    [Theory]
    [InlineData(TradeOutcome.Timeout, 10)]
    [InlineData(TradeOutcome.TechnicalError, 10)]
    [InlineData(TradeOutcome.EntityNotFound, 3)]
    public void Step_OpenResultThatWasNotDone_WaitsForTheAccountThenBacksOff(TradeOutcome outcome, double settleSeconds)
    {
        FakeBroker broker = Danger();
        broker.Fate = (n, _) => n == 0 ? OrderFate.Refused(outcome) : OrderFate.Good;
        Desk desk = new Desk(broker).Ready();
        desk.Run(60);
        Assert.Equal(2, broker.Commands.Count);
        double wait = (broker.Commands[1].TimeUtc - broker.Commands[0].TimeUtc).TotalSeconds;
        Assert.Equal(settleSeconds + 2, wait, tolerance: 1);
        Assert.True(desk.Said($"Not done ({outcome})"));
    }

    [Fact]
    public void Step_EntityNotFoundAndGone_IsContent()
    {
        FakeBroker broker = Danger();
        broker.Fate = (_, _) => new OrderFate(TradeOutcome.EntityNotFound, 0.5, 0, 0);
        Desk desk = new Desk(broker).Ready();
        broker.CloseByHand(1, 1);
        desk.Run(60);
        Assert.Single(broker.Commands);
        Assert.True(desk.Said("Hold: NothingOpen"));
    }

    // 0.70, 0.35, 0.17 are refused; 0.08 and less is accepted: 8 cuts of 0.08 and one of 0.06 make 0.70.
    [Fact]
    public void Step_BadVolume_StepsDownAndRemembersWhatIsAccepted()
    {
        FakeBroker broker = Danger();
        double last = 0;
        broker.Received = c => last = c.Volume;
        broker.Fate = (_, _) => last > 0.1 ? OrderFate.Refused(TradeOutcome.BadVolume) : OrderFate.Good;
        Desk desk = new Desk(broker).Ready();
        desk.Run(120);
        Assert.Equal(
            [0.7, 0.35, 0.17, .. Enumerable.Repeat(0.08, 8), 0.06],
            broker.Commands.Select(c => Math.Round(c.Volume, 9)));
        Assert.Equal(0.3, broker.Volume(FakeBroker.Btc, PositionSide.Long), tolerance: 1e-9);
    }

    [Fact]
    public void Step_EveryVolumeIsBad_LeavesThePositionAloneWithReason()
    {
        FakeBroker broker = Danger();
        broker.Fate = (_, _) => OrderFate.Refused(TradeOutcome.BadVolume);
        Desk desk = new Desk(broker).Ready();
        desk.Run(30);
        Assert.Equal([0.7, 0.35, 0.17, 0.08, 0.04, 0.02, 0.01], broker.Commands.Select(c => Math.Round(c.Volume, 9)));
        Assert.Contains(desk.Session.Status.Refused, r => r.Why == Refusal.NoAcceptableVolume);
    }

    // 0.70 is refused once, 0.35 goes through; then 0.65 with a minimum of 0.40 leaves no cut under 0.35 but the whole.
    [Fact]
    public void Step_NothingFitsUnderTheVolumeAccepted_ForgetsItAfterARest()
    {
        FakeBroker broker = Danger();
        broker.Fate = (n, _) => n == 0 ? OrderFate.Refused(TradeOutcome.BadVolume) : OrderFate.Good;
        broker.Received = _ =>
        {
            if (broker.Commands.Count == 1)
            {
                broker.Symbols[FakeBroker.Btc] = broker.Symbols[FakeBroker.Btc] with { VolumeMin = 0.4 };
            }
        };
        Desk desk = new Desk(broker).Ready();
        desk.Run(200);
        Assert.Equal([0.7, 0.35], broker.Commands.Select(c => Math.Round(c.Volume, 9)));
        Assert.Contains(desk.Session.Status.Refused, r => r.Why == Refusal.NoAcceptableVolume);
        desk.Run(200);
        Assert.Equal([0.7, 0.35, 0.65], broker.Commands.Select(c => Math.Round(c.Volume, 9)));
    }

    [Theory]
    [InlineData(TradeOutcome.NoMoney)]
    [InlineData(TradeOutcome.InvalidRequest)]
    [InlineData(TradeOutcome.InvalidStopLossTakeProfit)]
    public void Step_RefusedForGood_BacksOffExponentially(TradeOutcome outcome)
    {
        FakeBroker broker = Danger();
        broker.Fate = (_, _) => OrderFate.Refused(outcome);
        Desk desk = new Desk(broker).Ready();
        desk.Run(32);
        List<double> waits = [];
        for (int i = 1; i < broker.Commands.Count; i++)
        {
            waits.Add((broker.Commands[i].TimeUtc - broker.Commands[i - 1].TimeUtc).TotalSeconds);
        }

        Assert.Equal([2, 4, 8, 16], waits);
        Assert.Contains(desk.Session.Status.Refused, r => r.Why == Refusal.BackOff && r.Id == 1);
        Assert.Contains(desk.Notices, n => n.Level == NoticeLevel.Alert && n.Text.Contains($"Refused ({outcome})", StringComparison.Ordinal));
    }

    [Fact]
    public void Step_OnePositionFails_AnotherIsCutInstead()
    {
        FakeBroker broker = Danger();
        broker.Positions.Clear();
        broker.Open(1, PositionSide.Long, 0.6);
        broker.Open(2, PositionSide.Long, 0.4);
        broker.Fate = (n, _) => n == 0 ? OrderFate.Refused(TradeOutcome.NoMoney) : OrderFate.Good;
        Desk desk = new Desk(broker).Ready();
        Assert.Equal([1, 2], broker.Commands.Select(c => c.Id));
        desk.Run(10);
        Assert.Equal(0.3, broker.Volume(FakeBroker.Btc, PositionSide.Long), tolerance: 1e-9);
    }

    [Fact]
    public void Step_MarketClosed_ProbesRarelyAndActsOnceItOpens()
    {
        FakeBroker broker = Danger();
        bool isOpen = false;
        broker.Fate = (_, _) => isOpen ? OrderFate.Good : OrderFate.Refused(TradeOutcome.MarketClosed);
        Desk desk = new Desk(broker).Ready();
        desk.Run(60);
        Assert.InRange(broker.Commands.Count, 4, 6);
        Assert.Contains(desk.Session.Status.Refused, r => r.Why == Refusal.MarketClosed);
        isOpen = true;
        desk.Run(16);
        Assert.Equal(0.3, broker.Volume(FakeBroker.Btc, PositionSide.Long), tolerance: 1e-9);
    }

    [Fact]
    public void Step_MarketClosedTooLong_TellsTheUserAndProbesRarely()
    {
        FakeBroker broker = Danger();
        broker.Fate = (_, _) => OrderFate.Refused(TradeOutcome.MarketClosed);
        Desk desk = new Desk(broker).Ready();
        desk.Run(901);
        int before = broker.Commands.Count;
        Assert.True(desk.Said("Waited too long (MarketClosed BTCUSD)"));
        desk.Run(890);
        Assert.InRange(broker.Commands.Count - before, 0, 2);
    }

    [Fact]
    public void Step_MarketKnownToBeClosed_SendsNothingUntilItOpens()
    {
        FakeBroker broker = Danger();
        broker.SetOpen(FakeBroker.Btc, false);
        Desk desk = new Desk(broker).Ready();
        desk.Run(60);
        Assert.Empty(broker.Commands);
        Assert.Contains(desk.Session.Status.Refused, r => r.Why == Refusal.MarketClosed);
        broker.SetOpen(FakeBroker.Btc, true);
        desk.Run(1);
        Assert.Single(broker.Commands);
    }

    [Fact]
    public void Step_Disconnected_HoldsAllUntilTheAccountIsBack()
    {
        FakeBroker broker = Danger();
        broker.Fate = (n, _) => n == 0 ? OrderFate.Refused(TradeOutcome.Disconnected) : OrderFate.Good;
        Desk desk = new Desk(broker);
        broker.Received = _ => broker.IsConnected = broker.Commands.Count > 0;
        desk.Run(40);
        Assert.Single(broker.Commands);
        Assert.Equal(Refusal.Offline, desk.Session.Status.General);
        broker.IsConnected = true;
        desk.Run(30);
        Assert.Equal(2, broker.Commands.Count);
        Assert.Equal(0.3, broker.Volume(FakeBroker.Btc, PositionSide.Long), tolerance: 1e-9);
    }

    [Fact]
    public void Step_UnknownSymbol_LeavesTheSymbolAloneForAnHour()
    {
        FakeBroker broker = Danger();
        broker.Open(2, PositionSide.Long, 10, FakeBroker.Eth);
        broker.SetRisk(50, symbol: FakeBroker.Eth);
        broker.Fate = (n, _) => n == 0 ? OrderFate.Refused(TradeOutcome.UnknownSymbol) : OrderFate.Good;
        Desk desk = new Desk(broker).Ready();
        desk.Run(600);
        Assert.DoesNotContain(broker.Commands.Skip(1), c => c.Id == broker.Commands[0].Id);
        Assert.Contains(broker.Commands, c => c.Id != broker.Commands[0].Id);
        Assert.Contains(desk.Session.Status.Refused, r => r.Why == Refusal.UnknownSymbol);
        desk.Run(3_100);
        Assert.Contains(broker.Commands.Skip(1), c => c.Id == broker.Commands[0].Id);
    }

    [Fact]
    public void Step_StopRefused_ReducesInstead()
    {
        FakeBroker broker = Danger();
        broker.Fate = (_, kind) => kind == GuardActionKind.TightenStop
            ? OrderFate.Refused(TradeOutcome.InvalidStopLossTakeProfit)
            : OrderFate.Good;
        Desk desk = new Desk(broker, policy: new GuardOptions { Ladder = Desk.Ladder, Response = LadderResponse.TightenStop }).Ready();
        desk.Run(5);
        Assert.Equal([GuardActionKind.TightenStop, GuardActionKind.Reduce], broker.Commands.Select(c => c.Kind));
    }

    [Fact]
    public void Step_NoTradingPermission_StopsEverythingAndSaysSo()
    {
        FakeBroker broker = Danger();
        broker.Fate = (_, _) => OrderFate.Refused(TradeOutcome.NoTradingPermission);
        Desk desk = new Desk(broker).Ready();
        desk.Run(890);
        Assert.Single(broker.Commands);
        Assert.Equal(Refusal.NoPermission, desk.Session.Status.General);
        desk.Run(20);
        Assert.Equal(2, broker.Commands.Count);
    }

    [Fact]
    public void Step_NoReplyAtAll_CountsAsUnknown()
    {
        FakeBroker broker = Danger();
        broker.Fate = (n, _) => n == 0 ? new OrderFate(null, 0, 0, 0) : OrderFate.Good;
        Desk desk = new Desk(broker).Ready();
        desk.Run(29);
        Assert.Single(broker.Commands);
        Assert.Equal(Refusal.InFlight, desk.Session.Status.General);
        desk.Run(30);
        Assert.Equal(2, broker.Commands.Count);
    }

    [Fact]
    public void Step_ConfirmedButPartlyFilled_CutsTheRest()
    {
        FakeBroker broker = Danger();
        broker.Fate = (n, _) => n == 0 ? new OrderFate(TradeOutcome.Done, 0, 0.5, 0) : OrderFate.Good;
        Desk desk = new Desk(broker).Ready();
        desk.Run(10);
        Assert.Equal([0.7, 0.35], broker.Commands.Select(c => Math.Round(c.Volume, 9)));
    }

    internal static FakeBroker Danger()
    {
        FakeBroker broker = new(10_000);
        broker.Open(1, PositionSide.Long, 1);
        broker.SetRisk(50);
        return broker;
    }
}
