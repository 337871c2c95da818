using cAlgo.API;
using LiqIndicators.Terminal.Platform;
using LiqIndicators.Terminal.Tests.Fixtures;
using LiqIndicators.Terminal.Tests.Support;

namespace LiqIndicators.Terminal.Tests.Platform;

public sealed class EnvironmentTests
{
    [Theory]
    [InlineData(TerminalEnvironment.Desktop, true)]
    [InlineData(TerminalEnvironment.Backtest, false)]
    [InlineData(TerminalEnvironment.Cli, false)]
    [InlineData(TerminalEnvironment.Cloud, false)]
    public void PlaySound_Environment_IsHeardOnTheDesktopOnly(TerminalEnvironment environment, bool isHeard)
    {
        Desk desk = Run(environment, probe =>
        {
            probe.Notifications.PlaySound(SoundType.Doorbell);
            probe.Notifications.PlaySound("horn.mp3");
        });

        Assert.Equal(["Doorbell", "horn.mp3"], desk.Terminal.Notifications.Select(sent => sent.Text));
        Assert.All(desk.Terminal.Notifications, sent => Assert.Equal(isHeard, sent.WasDelivered));
        Assert.Empty(desk.Terminal.Errors);
    }

    [Theory]
    [InlineData(TerminalEnvironment.Desktop, true)]
    [InlineData(TerminalEnvironment.Backtest, false)]
    public void SendEmail_Environment_IsSentOnTheDesktopAndNotInABacktest(TerminalEnvironment environment, bool isSent)
    {
        Desk desk = Run(environment, probe => probe.Notifications.SendEmail("a", "b", "subject", "text"));

        SentNotification sent = Assert.Single(desk.Terminal.Notifications);
        Assert.Equal(NotificationKind.Email, sent.Kind);
        Assert.Equal(isSent, sent.WasDelivered);
    }

    [Theory]
    [InlineData(TerminalEnvironment.Desktop, true)]
    [InlineData(TerminalEnvironment.Backtest, false)]
    [InlineData(TerminalEnvironment.Cli, false)]
    [InlineData(TerminalEnvironment.Cloud, false)]
    public void ShowPopup_Environment_IsSeenOnTheDesktopOnly(TerminalEnvironment environment, bool isSeen)
    {
        PopupNotification? popup = null;
        Desk desk = Run(environment, probe => popup = probe.Notifications.ShowPopup(
            "caption", "message", PopupNotificationState.InProgress));

        Assert.Equal(isSeen, Assert.Single(desk.Terminal.Notifications).WasDelivered);
        popup!.Complete(PopupNotificationState.Success);
        Assert.Equal(PopupNotificationState.Success, popup.State);
    }

    [Theory]
    [InlineData(TerminalEnvironment.Desktop, EnvironmentType.Desktop, RunningMode.RealTime)]
    [InlineData(TerminalEnvironment.Backtest, EnvironmentType.Desktop, RunningMode.SilentBacktesting)]
    [InlineData(TerminalEnvironment.Cli, EnvironmentType.CLI, RunningMode.RealTime)]
    [InlineData(TerminalEnvironment.Cloud, EnvironmentType.Cloud, RunningMode.RealTime)]
    public void RunningMode_Environment_IsTold(TerminalEnvironment environment, EnvironmentType type, RunningMode mode)
    {
        Run(environment);
        Probe probe = Probe.Made[0];

        Assert.Equal(type, probe.Application.EnvironmentType);
        Assert.Equal(mode, probe.RunningMode);
        Assert.Equal(mode != RunningMode.RealTime, probe.IsBacktesting);
    }

    [Theory]
    [InlineData(RunningMode.VisualBacktesting)]
    [InlineData(RunningMode.Optimization)]
    public void RunningMode_BacktestMode_IsTheOneAskedFor(RunningMode mode)
    {
        Probe.Script();
        Desk desk = new(
            Recordings.OfCloses(100, 101),
            options: new TerminalOptions { Environment = TerminalEnvironment.Backtest, BacktestMode = mode });

        Assert.Equal(mode, desk.Terminal.Attach<Probe>(desk.Chart).Instance.RunningMode);
    }

    [Fact]
    public void ChangeColorTheme_Running_IsTold()
    {
        List<ColorTheme> seen = [];
        Desk desk = Run(TerminalEnvironment.Desktop, probe =>
            probe.Application.ColorThemeChanged += arguments => seen.Add(arguments.ColorTheme));

        desk.Terminal.ChangeColorTheme(ColorTheme.Light);

        Assert.Equal([ColorTheme.Light], seen);
        Assert.Equal(ColorTheme.Light, Probe.Made[0].Application.ColorTheme);
    }

    [Fact]
    public void ChangeConnection_Running_IsToldOncePerChange()
    {
        List<string> seen = [];
        Desk desk = Run(TerminalEnvironment.Desktop, probe =>
        {
            probe.Server.Connected += () => seen.Add("connected");
            probe.Server.Disconnected += () => seen.Add("disconnected");
        });

        desk.Terminal.ChangeConnection(false);
        desk.Terminal.ChangeConnection(false);
        desk.Terminal.ChangeConnection(true);

        Assert.Equal(["disconnected", "connected"], seen);
        Assert.True(Probe.Made[0].Server.IsConnected);
    }

    [Fact]
    public void RunTo_ThePast_IsRefused()
    {
        Desk desk = Run(TerminalEnvironment.Desktop);

        Assert.Throws<ArgumentOutOfRangeException>(
            () => desk.Terminal.RunTo(desk.Terminal.NowUtc.AddSeconds(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => desk.Terminal.RunTo(new DateTime(2040, 1, 1, 0, 0, 0, DateTimeKind.Local)));
    }

    [Fact]
    public void GetBarsAsync_OtherSymbol_AnswersWithItsBars()
    {
        Bars? bars = null;
        Probe.Script(probe => probe.MarketData.GetBarsAsync(TimeFrame.Minute, "ETHUSD", loaded => bars = loaded));
        Desk desk = new(Recordings.OfCloses(100, 101));
        desk.Terminal.AddSymbol(new() { Name = "ETHUSD" }, Recordings.OfCloses(5, 6), TimeSpan.FromMinutes(1));
        desk.Terminal.Attach<Probe>(desk.Chart);

        Assert.Null(bars);
        desk.Terminal.RunPosted();

        Assert.Equal("ETHUSD", bars!.SymbolName);
        Assert.Equal([5.0, 6], bars.ClosePrices);
    }

    [Fact]
    public void GetTicks_Live_HoldsThePricesSincePlayBegan()
    {
        Desk desk = Run(TerminalEnvironment.Desktop);
        Ticks ticks = Probe.Made[0].MarketData.GetTicks();

        desk.Tick(102);
        desk.Tick(103);

        Assert.Equal([102.0, 103], ticks.Select(tick => tick.Bid));
        Assert.Equal(103, ticks.LastTick.Bid);
        Assert.True(double.IsNaN(ticks[7].Bid));
    }

    [Fact]
    public void GetMarketDepth_Live_IsTheBestPrices()
    {
        int updates = 0;
        Desk desk = Run(TerminalEnvironment.Desktop);
        MarketDepth depth = Probe.Made[0].MarketData.GetMarketDepth(Desk.Symbol);
        depth.Updated += () => updates++;

        desk.Terminal.Tick(Desk.Symbol, desk.Terminal.NowUtc, 102, 103);

        Assert.Equal(102, depth.BidEntries.Single().Price);
        Assert.Equal(103, depth.AskEntries.Single().Price);
        Assert.Equal(1, updates);
    }

    private static Desk Run(TerminalEnvironment environment, Action<Probe>? onInitialize = null)
    {
        Probe.Script(onInitialize);
        Desk desk = new(
            Recordings.OfCloses(100, 101), options: new TerminalOptions { Environment = environment });
        desk.Terminal.Attach<Probe>(desk.Chart);
        return desk;
    }
}
