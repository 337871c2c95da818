using cAlgo.API;
using LiqIndicators.Analytics.Market;
using LiqIndicators.Sessions.Guarding;
using LiqIndicators.Terminal;
using LiqIndicators.Terminal.Charting;

namespace LiqIndicators.Guard.Tests;

/// <summary>The panel as its user reads it, and what it costs the chart.</summary>
public sealed class GuardPanelTests
{
    // 1 bitcoin on 10,000 is leverage 10; in Monitor the wish to close half stands there with its reason.
    [Fact]
    public void Panel_Monitor_SaysRiskLeverageNextAndWhy()
    {
        using GuardedTerminal desk = new();
        desk.Buy(1);
        desk.SetRisk(50);
        desk.SetRisk(5, PositionSide.Short);
        desk.Risks.AgeSeconds = 125;
        desk.Ready();
        desk.Run(1);

        string[] texts = Texts(desk);
        Assert.Contains("Monitor", texts);
        Assert.Contains("longs 50, shorts 5, 2 min old", texts);
        Assert.Contains("10.0 long, at most 5", texts);
        Assert.Contains("leverage 10.0, margin level 200%, backstop at 100%", texts);
        Assert.Contains("close 0.5 of 1 BTCUSD Long (position 1)", texts);
        Assert.Contains("BTCUSD Long leverage 10.00 > 5.00 at cascade risk 50", texts);
        Assert.Contains("Monitor: it says what it would do", texts);
    }

    [Fact]
    public void Panel_Armed_TellsWhatWasDone()
    {
        using GuardedTerminal desk = new(inputs: ("Mode", GuardMode.Armed));
        desk.Buy(1);
        desk.SetRisk(50);
        desk.Ready();
        desk.Run(2);

        string[] texts = Texts(desk);
        Assert.Contains("Armed", texts);
        Assert.Contains("Armed: acts when a limit is passed", texts);
        Assert.Contains("5.0 long, at most 5", texts);
        Assert.Contains("within the limits of the armed rung", texts);
        Assert.Contains(texts, text => text?.EndsWith(" Done: close 0.5 of 1 of position 1 BTCUSD Long", StringComparison.Ordinal) == true);
        Assert.DoesNotContain(texts, text => text?.EndsWith("...", StringComparison.Ordinal) == true);
    }

    [Fact]
    public void Panel_NoRiskData_SaysSoAndThatTheBackstopWatches()
    {
        using GuardedTerminal desk = new();
        desk.Buy(1);
        desk.Ready();
        desk.Run(1);

        Assert.Contains("no data", Texts(desk));
        Assert.Contains("no usable risk data; the backstop watches", Texts(desk));
    }

    [Fact]
    public void Panel_Killed_SaysSoFolded()
    {
        using GuardedTerminal desk = new(inputs: ("Mode", GuardMode.Armed));
        desk.Ready();
        desk.Press("Kill switch");
        desk.Press("–");
        desk.Run(1);

        Assert.Contains("killed", Texts(desk));
        Assert.Contains(desk.Chart.Recording.FindControls<Button>(), button => button.Text == "Lift kill switch");
    }

    [Fact]
    public void Panel_TicksWithinASecond_ChangeNothing()
    {
        using GuardedTerminal desk = new();
        desk.Buy(1);
        desk.SetRisk(10);
        desk.Ready();
        ChartActivity before = desk.Chart.Recording.Activity;
        for (int i = 1; i <= 9; i++)
        {
            desk.Terminal.Tick(GuardedTerminal.Btc, desk.NowUtc.AddMilliseconds(100), 100_000 - (i * 100));
        }

        Assert.Equal(0, desk.Chart.Recording.Activity.Since(before).Changes);
        desk.Run(1);
        Assert.InRange(desk.Chart.Recording.Activity.Since(before).ControlsUpdated, 1, 4);
    }

    [Fact]
    public void Panel_NothingChanges_IsLeftAlone()
    {
        using GuardedTerminal desk = new();
        desk.Buy(1);
        desk.SetRisk(10);
        desk.Ready();
        desk.Run(5);
        ChartActivity before = desk.Chart.Recording.Activity;
        desk.Run(60);

        Assert.Equal(0, desk.Chart.Recording.Activity.Since(before).Changes);
    }

    // Each new position is a new wish of the guard that only watches.
    [Fact]
    public void Marks_ManyMoreThanAreKept_AreTheNewestSixty()
    {
        using GuardedTerminal desk = new();
        desk.SetRisk(50);
        desk.Ready();
        DateTime firstUtc = default;
        for (int wish = 1; wish <= 75; wish++)
        {
            int position = desk.Buy(1);
            desk.Run(2);
            firstUtc = wish == 16 ? Icons(desk).Max(icon => icon.Time) : firstUtc;
            Assert.Equal(Math.Min(wish, 60), Icons(desk).Length);
            desk.Terminal.ClosePosition(position);
            desk.Run(2);
        }

        Assert.Equal(firstUtc, Icons(desk).Min(icon => icon.Time));
    }

    [Fact]
    public void Panel_Detached_IsTakenAway()
    {
        using GuardedTerminal desk = new();
        desk.Ready();
        desk.Guard.Detach();

        Assert.Empty(desk.Chart.Recording.FindControls<Button>());
    }

    // The card and the journal lie in the same storage, which the guard loads anew each second.
    [Fact]
    public void Panel_DraggedWhileGuarding_IsThereAfterARestart()
    {
        using GuardedTerminal desk = new();
        desk.Ready();
        desk.Chart.Recording.DragAsUser(Assert.Single(desk.Chart.Chart.Draggables), 400, 90);
        desk.Terminal.Tick(GuardedTerminal.Btc, desk.NowUtc.AddSeconds(0.9), 100_000);
        desk.Run(5);
        desk.Guard.ChangeParameter("Mode", GuardMode.Monitor);

        ChartDraggable card = Assert.Single(desk.Chart.Chart.Draggables);
        Assert.Equal((400.0, 90.0), (card.X, card.Y));
    }

    // One wish is one diamond, however long it stands; a higher rung is another. An order is an arrow.
    [Theory]
    [InlineData(GuardMode.Monitor, ChartIconType.Diamond)]
    [InlineData(GuardMode.Armed, ChartIconType.DownArrow)]
    public void Marks_WishesAndOrders_StandOnThePriceChart(GuardMode mode, ChartIconType icon)
    {
        using GuardedTerminal desk = new(inputs: ("Mode", mode));
        desk.Buy(1);
        desk.SetRisk(50);
        desk.Ready();
        desk.Run(60);
        Assert.Equal(icon, Assert.Single(Icons(desk)).IconType);

        desk.SetRisk(60);
        desk.Run(60);
        Assert.Equal(2, Icons(desk).Length);
        Assert.All(Icons(desk), mark => Assert.Equal(100_000, mark.Y));
    }

    [Fact]
    public void KillSwitch_OfAnotherInstance_StopsThisOneBeforeItsNextOrder()
    {
        using GuardedTerminal desk = new(inputs: ("Mode", GuardMode.Armed));
        desk.Buy(1);
        RunningAlgo<Robots.LeverageGuard> first = desk.Attach("first");
        desk.Run(3);
        desk.Terminal.Attach<Robots.LeverageGuard>(
            desk.Chart, new Dictionary<string, object?> { ["Mode"] = GuardMode.Armed, ["IsKilled"] = true }, "second");
        desk.Run(1);
        desk.SetRisk(90);
        desk.Run(30);

        Assert.Empty(desk.Requests);
        Assert.Contains(first.Log, line => line.Text.Contains("Killed", StringComparison.Ordinal));
    }

    private static ChartIcon[] Icons(GuardedTerminal desk) => [.. desk.Chart.Chart.Objects.OfType<ChartIcon>()];

    private static string[] Texts(GuardedTerminal desk) => [.. desk.Chart.Recording.FindControls<TextBlock>().Select(block => block.Text)];
}
