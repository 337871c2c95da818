using cAlgo.API;
using LiqIndicators.Analytics.Market;
using LiqIndicators.Sessions.Guarding;
using LiqIndicators.Terminal;
using LiqIndicators.Terminal.Platform;
using LiqIndicators.Terminal.Trading;

namespace LiqIndicators.Guard.Tests;

/// <summary>What the real robot does with the real adapters, told as facts.</summary>
public sealed class GuardBotTests
{
    private static (string, object?) Armed => ("Mode", GuardMode.Armed);

    // 1 bitcoin is leverage 10; the first rung of Balanced allows 5, so that half goes.
    [Fact]
    public void OnTimer_RiskCrossesARung_SendsTheFirstOrderWithinASecond()
    {
        using GuardedTerminal desk = new(inputs: Armed);
        desk.Buy(1);
        desk.SetRisk(10);
        desk.Ready();
        Assert.Empty(desk.Requests);

        desk.SetRisk(50);
        DateTime crossedUtc = desk.NowUtc;
        desk.Run(1);

        TradeRequest order = Assert.Single(desk.Requests);
        Assert.Equal((TradeRequestKind.Close, 0.5, "guard"), (order.Kind, order.Volume, order.InstanceId));
        Assert.InRange(order.TimeUtc - crossedUtc, TimeSpan.Zero, TimeSpan.FromSeconds(1));
        Assert.Equal(0.5, desk.Volume(TradeType.Buy));
        Assert.Empty(desk.Terminal.Errors);
    }

    [Fact]
    public void OnTick_RiskCrossesARung_DoesNotWaitForTheTimer()
    {
        using GuardedTerminal desk = new(inputs: Armed);
        desk.Buy(1);
        desk.Ready();
        desk.SetRisk(50);
        desk.Terminal.Tick(GuardedTerminal.Btc, desk.NowUtc.AddMilliseconds(100), 100_000);

        Assert.Equal(desk.NowUtc, Assert.Single(desk.Requests).TimeUtc);
    }

    [Fact]
    public void OnTimer_Monitor_SaysWhatItWouldDoAndSendsNothing()
    {
        using GuardedTerminal desk = new();
        desk.Buy(1);
        desk.SetRisk(90);
        desk.Ready();
        desk.Run(60);

        Assert.Empty(desk.Requests);
        Assert.True(desk.Said("Wanted first: close 0.9 of 1 of position"));
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public void OnTimer_LiveAccount_ActsOnlyWhenConfirmed(bool isConfirmed, int orders)
    {
        using GuardedTerminal desk = new(
            new TerminalOptions { Account = GuardedTerminal.Account with { IsLive = true } }, null, Armed, ("IsLiveConfirmed", isConfirmed));
        desk.Buy(1);
        desk.SetRisk(50);
        desk.Ready();
        desk.Run(5);

        Assert.Equal(orders, desk.Requests.Count);
        Assert.Equal(!isConfirmed, desk.Said("LiveNotConfirmed"));
    }

    // Without any market data: at 94,500 equity is 4,500 and margin 4,725; back to 125 % by closing 0.24.
    [Fact]
    public void OnTick_MarginNearsTheStopOut_FreesItWithoutMarketData()
    {
        using GuardedTerminal desk = new(inputs: Armed);
        desk.Buy(1);
        desk.Ready();
        desk.Price(94_500);
        desk.Run(1);

        Assert.Equal(0.76, desk.Volume(TradeType.Buy));
        Assert.Equal(0, desk.Broker.StopOutCount);
    }

    [Fact]
    public void KillInput_Armed_SendsNothingAndHoldsOverARestart()
    {
        using GuardedTerminal desk = new(inputs: [Armed, ("IsKilled", true)]);
        desk.Buy(1);
        desk.SetRisk(90);
        desk.Ready();
        desk.Run(30);
        desk.Guard.ChangeParameter("IsKilled", false);
        desk.Run(30);

        Assert.Empty(desk.Requests);
        Assert.True(desk.Said("Kill switch: the input"));
    }

    // A disk that fails takes neither the guard nor its switch along.
    [Fact]
    public void KillButton_StorageFails_StopsAndGuardsAllTheSame()
    {
        StorageDisk disk = new();
        using GuardedTerminal desk = new(new TerminalOptions { Account = GuardedTerminal.Account, Disk = disk }, null, Armed);
        desk.Buy(1);
        desk.Ready();
        disk.Failure = "the disk is full";
        desk.Run(10);
        desk.SetRisk(50);
        desk.Run(5);
        Assert.Single(desk.Requests);
        Assert.True(desk.Said("The storage cannot be read (the disk is full)"));

        desk.Press("Kill switch");
        desk.SetRisk(90);
        desk.Run(300);
        Assert.Single(desk.Requests);
        Assert.Empty(desk.Terminal.Errors);
    }

    // A robot that lives on after a failed start looks like a guard and is none.
    [Fact]
    public void OnStart_Fails_SaysSoAndStops()
    {
        StorageDisk disk = new() { Failure = "the disk is gone" };
        using GuardedTerminal desk = new(new TerminalOptions { Account = GuardedTerminal.Account, Disk = disk }, null, Armed);
        desk.Attach();
        desk.Run(1);

        Assert.False(desk.Guard.IsRunning);
        Assert.True(desk.Said("LeverageGuard does not start: the disk is gone"));
    }

    [Fact]
    public void KillButton_Pressed_StopsBeforeTheNextOrderAndIsLiftedByTwoPresses()
    {
        using GuardedTerminal desk = new(inputs: Armed);
        desk.Buy(1);
        desk.Ready();
        desk.Press("Kill switch");
        desk.SetRisk(90);
        desk.Run(30);
        Assert.Empty(desk.Requests);

        desk.Press("Lift kill switch");
        desk.Run(1);
        Assert.Empty(desk.Requests);
        desk.Press("Press again to lift");
        desk.Run(2);
        Assert.NotEmpty(desk.Requests);
    }

    [Fact]
    public void KillButton_SecondPressComesLate_StaysKilled()
    {
        using GuardedTerminal desk = new(inputs: Armed);
        desk.Buy(1);
        desk.SetRisk(90);
        desk.Attach();
        desk.Press("Kill switch");
        desk.Run(1);
        desk.Press("Lift kill switch");
        desk.Run(7);
        desk.Press("Lift kill switch");
        desk.Run(7);

        Assert.Empty(desk.Requests);
    }

    [Fact]
    public void OnStart_ChartIsNull_GuardsWithoutAPanel()
    {
        using GuardedTerminal desk = new(
            new TerminalOptions { Account = GuardedTerminal.Account, ChartIsNull = true }, null, Armed);
        desk.Buy(1);
        desk.SetRisk(50);
        desk.Ready();
        desk.Run(3);

        Assert.Equal(0.5, desk.Volume(TradeType.Buy));
        Assert.Empty(desk.Terminal.Errors);
    }

    [Theory]
    [InlineData(TerminalEnvironment.Backtest, "Backtest: derivatives data")]
    [InlineData(TerminalEnvironment.Cloud, "Cloud: no web requests")]
    [InlineData(TerminalEnvironment.Cli, "Command line: no chart")]
    public void OnStart_Environment_SaysWhatIsMissingAndKeepsTheBackstop(TerminalEnvironment environment, string text)
    {
        using GuardedTerminal desk = new(
            new TerminalOptions { Account = GuardedTerminal.Account, Environment = environment }, null, Armed);
        desk.Buy(1);
        desk.Ready();
        desk.Price(94_500);
        desk.Run(1);

        Assert.True(desk.Said(text));
        Assert.Equal(0.76, desk.Volume(TradeType.Buy));
    }

    [Fact]
    public void OnTimer_StaleRisk_HoldsAndAlerts()
    {
        using GuardedTerminal desk = new(inputs: Armed);
        desk.Buy(1);
        desk.SetRisk(90);
        desk.Risks.AgeSeconds = 16 * 60;
        desk.Ready();
        desk.Run(10);

        Assert.Empty(desk.Requests);
        Assert.True(desk.Said("RiskStale"));
        Assert.NotEmpty(desk.Terminal.Notifications);
    }

    [Fact]
    public void OnTimer_ProtectedPosition_IsLeftAloneAndAnotherIsCut()
    {
        using GuardedTerminal desk = new(inputs: [Armed, ("ProtectedLabels", "keep, other")]);
        desk.Buy(0.6, label: "keep");
        int free = desk.Buy(0.4);
        desk.SetRisk(60);
        desk.Ready();
        desk.Run(5);

        Assert.Equal(0.6, desk.Volume(TradeType.Buy));
        Assert.All(desk.Requests, request => Assert.Equal(free, request.Id));
    }

    [Fact]
    public void OnTimer_PendingOrderWouldBreakTheLimit_IsCancelled()
    {
        using GuardedTerminal desk = new(inputs: Armed);
        desk.Buy(0.4);
        desk.Terminal.PlaceOrder(TradeType.Buy, GuardedTerminal.Btc, 0.5, PendingOrderType.Limit, 99_000);
        desk.SetRisk(50);
        desk.Ready();
        desk.Run(3);

        Assert.Equal(TradeRequestKind.CancelOrder, Assert.Single(desk.Requests).Kind);
        Assert.Equal(0, desk.Terminal.PendingOrders.Count);
    }

    // A stop of 2 % below 100,000, to the digits of the symbol; the take profit stays where it was.
    [Fact]
    public void OnTimer_ResponseTightenStop_MovesTheStopAndKeepsTheTakeProfit()
    {
        using GuardedTerminal desk = new(inputs: [Armed, ("Response", Analytics.Guarding.LadderResponse.TightenStop)]);
        int id = desk.Buy(1);
        desk.Broker.Protect(desk.Broker.FindPosition(id)!, 90_000, 120_000);
        desk.SetRisk(50);
        desk.Ready();
        desk.Run(3);

        Assert.Equal(TradeRequestKind.Protect, Assert.Single(desk.Requests).Kind);
        Assert.Equal((98_000.0, 120_000.0), (desk.Broker.FindPosition(id)!.StopLoss, desk.Broker.FindPosition(id)!.TakeProfit));
    }

    // On 10,000 a deposit of 5,000 today does not hide a loss of 2,100, which is 21 % of the day's start.
    [Theory]
    [InlineData(97_950, 1)]
    [InlineData(98_050, 0)]
    public void OnTimer_DailyLossWithADeposit_CountsTheLossAlone(double price, int closes)
    {
        using GuardedTerminal desk = new(inputs: [Armed, ("DailyLossPct", 20.0)]);
        desk.Buy(1);
        desk.Ready();
        desk.Broker.Transfer(5_000);
        desk.Run(1);
        desk.Price(price);
        desk.Run(2);

        Assert.Equal(closes, desk.Requests.Count);
    }

    [Theory]
    [InlineData("CustomRungs", "50/35/3", "Custom rungs: \"50/35/3\"")]
    [InlineData("ProtectedNumbers", "12, x", "Protected numbers: \"x\"")]
    [InlineData("BackstopFactor", 0.5, "BackstopFactor is 0.5")]
    public void OnStart_BadInput_NamesItAndStops(string input, object value, string text)
    {
        using GuardedTerminal desk = new(inputs: [Armed, ("Preset", GuardPreset.Custom), (input, value)]);
        desk.Attach();
        desk.Run(1);

        Assert.True(desk.Said(text));
        Assert.False(desk.Guard.IsRunning);
    }

    [Fact]
    public void OnTimer_CustomRungs_GoByThem()
    {
        using GuardedTerminal desk = new(inputs: [Armed, ("Preset", GuardPreset.Custom), ("CustomRungs", "40/30/2/2")]);
        desk.Buy(1);
        desk.SetRisk(39);
        desk.Ready();
        desk.Run(2);
        Assert.Equal(1, desk.Volume(TradeType.Buy));

        desk.SetRisk(40);
        desk.Run(2);
        Assert.Equal(0.2, desk.Volume(TradeType.Buy));
    }

    [Fact]
    public void TwoInstances_OneAccount_OnlyTheFirstActs()
    {
        using GuardedTerminal desk = new(inputs: Armed);
        desk.Buy(1);
        RunningAlgo<Robots.LeverageGuard> first = desk.Attach("first");
        desk.Run(5);
        RunningAlgo<Robots.LeverageGuard> second = desk.Attach("second");
        desk.SetRisk(50);
        desk.Run(30);
        Assert.All(desk.Requests, request => Assert.Equal("first", request.InstanceId));
        Assert.Contains(second.Log, line => line.Text.Contains("OtherInstance", StringComparison.Ordinal));

        first.Detach();
        desk.SetRisk(60);
        desk.Run(5);
        Assert.Equal("second", desk.Requests[^1].InstanceId);
        Assert.Equal(0.3, desk.Volume(TradeType.Buy));
    }

    [Fact]
    public void OnTimer_ShortCascade_CutsShortsAndLeavesLongs()
    {
        using GuardedTerminal desk = new(inputs: Armed);
        desk.Buy(0.2);
        desk.Sell(1.2);
        desk.SetRisk(60, PositionSide.Short);
        desk.Ready();
        desk.Run(3);

        Assert.Equal((0.2, 0.5), (desk.Volume(TradeType.Buy), desk.Volume(TradeType.Sell)));
    }
}
