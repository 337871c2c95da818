using cAlgo.API;
using LiqIndicators.Terminal;

namespace LiqIndicators.Indicators.Tests;

/// <summary>The card as a user handles it: drag, fold, switch the time frame, start again.</summary>
public sealed class HudTests
{
    [Fact]
    public void Card_DraggedAndFolded_IsThereAfterARestart()
    {
        TerminalOptions options = new() { StartUtc = SimulatedChart.Hours[100].TimeUtc };
        using (SimulatedChart chart = new(options))
        {
            RunningAlgo<LiquidationBands> bands = chart.AttachBands();
            Drag(chart, 400, 90);
            Fold(chart);
            bands.Detach();
        }

        using SimulatedChart again = new(options);
        again.AttachBands();

        Assert.Equal((400, 90, true), Place(again));
    }

    [Fact]
    public void Card_OtherTimeFrame_StaysWhereTheUserPutItUntilMovedThere()
    {
        using SimulatedChart chart = new(new TerminalOptions { StartUtc = SimulatedChart.Hours[100].TimeUtc });
        chart.AttachBands();
        Drag(chart, 400, 90);

        chart.Chart.ChangeTimeFrame(TimeFrame.Minute15);
        Assert.Equal((400, 90, false), Place(chart));

        Drag(chart, 20, 50);
        chart.Chart.ChangeTimeFrame(TimeFrame.Hour);
        Assert.Equal((400, 90, false), Place(chart));
    }

    [Fact]
    public void Card_KeptTextIsDamaged_LiesInItsStandardPlaceAndTheLogSaysSo()
    {
        TerminalOptions options = new() { StartUtc = SimulatedChart.Hours[100].TimeUtc };
        using (SimulatedChart chart = new(options))
        {
            RunningAlgo<LiquidationBands> bands = chart.AttachBands();
            Drag(chart, 400, 90);
            bands.Detach();
        }

        string file = typeof(LiquidationBands).FullName!;
        options.Disk.Write(file, options.Disk.Read(file).ToDictionary(pair => pair.Key, _ => "1 4"));
        using SimulatedChart again = new(options);
        RunningAlgo<LiquidationBands> restarted = again.AttachBands();

        Assert.Equal((10, 34, false), Place(again));
        Assert.Single(restarted.Log, line => line.Text.Contains("cannot be read and is forgotten: 1 4", StringComparison.Ordinal));
    }

    [Fact]
    public void Card_ChartBecomesSmaller_StaysReachableAndReturns()
    {
        using SimulatedChart chart = new(new TerminalOptions { StartUtc = SimulatedChart.Hours[100].TimeUtc });
        chart.AttachBands();
        Drag(chart, 700, 300);

        chart.Chart.Recording.Resize(300, 200);
        Assert.Equal((240, 140, false), Place(chart));

        chart.Chart.Recording.Resize(1600, 800);
        Assert.Equal((700, 300, false), Place(chart));
    }

    private static ChartDraggable Grip(SimulatedChart chart) => Assert.Single(chart.Chart.Chart.Draggables);

    private static void Drag(SimulatedChart chart, double x, double y) => chart.Chart.Recording.DragAsUser(Grip(chart), x, y);

    private static void Fold(SimulatedChart chart) =>
        chart.Chart.Recording.Press(Assert.Single(chart.Chart.Recording.FindControls<Button>()));

    private static (double X, double Y, bool IsFolded) Place(SimulatedChart chart)
    {
        ChartDraggable grip = Grip(chart);
        return (grip.X, grip.Y, chart.Chart.Recording.FindControls<Button>().Single().Text == "+");
    }
}
