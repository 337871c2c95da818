using cAlgo.API;
using LiqIndicators.Terminal;

namespace LiqIndicators.Indicators.Tests;

/// <summary>The card as a user handles it: drag, fold, switch the time frame, start again.</summary>
public sealed class HudTests
{
    // Title, badge and what is still said when the card is folded.
    private const int HeaderTexts = 3;

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

    // The bar of the card: calm at first, all of it a click away.
    [Fact]
    public void Card_AtFirst_ShowsAtMostSixLinesAndTheRestOnAClickForGood()
    {
        TerminalOptions options = new() { StartUtc = SimulatedChart.Hours[150].TimeUtc };
        using (SimulatedChart chart = new(options))
        {
            RunningAlgo<LiquidationBands> bands = chart.AttachBands();
            string[] atFirst = Lines(chart);

            // A sixth, the risk, needs a longer history than this market has.
            Assert.Equal(["data", "above", "below", "imbalance", "regime"], atFirst);

            string more = More(chart).Text;
            chart.Chart.Recording.Press(More(chart));
            string[] all = Lines(chart);
            Assert.Equal($"{all.Length - atFirst.Length} more", more);
            Assert.Equal("less", More(chart).Text);
            Assert.Superset(new HashSet<string>([.. atFirst, "history", "inputs", "in 2% / 5%", "score"]), all.ToHashSet());
            bands.Detach();
        }

        using SimulatedChart again = new(options);
        RunningAlgo<LiquidationBands> restarted = again.AttachBands();
        Assert.Contains("score", Lines(again));

        again.Chart.Recording.Press(More(again));
        Assert.DoesNotContain("score", Lines(again));
        Assert.Empty(again.Terminal.Errors);
        restarted.Detach();
    }

    [Fact]
    public void Card_Folded_KeepsItsTitleAndASummaryAlone()
    {
        using SimulatedChart chart = new(new TerminalOptions { StartUtc = SimulatedChart.Hours[100].TimeUtc });
        chart.AttachBands();
        Fold(chart);

        Assert.False(Body(chart).IsVisible);
        TextBlock[] header = [.. chart.Chart.Recording.FindControls<TextBlock>().Take(HeaderTexts)];
        Assert.Equal([true, false, true], header.Select(text => text.IsVisible));
        Assert.Equal("Liquidation bands", header[0].Text);
        Assert.StartsWith("above ", header[2].Text, StringComparison.Ordinal);
        Assert.False(More(chart).IsVisible);

        Fold(chart);
        Assert.True(Body(chart).IsVisible);
        Assert.True(More(chart).IsVisible);
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
        chart.Chart.Recording.Press(FoldButton(chart));

    private static Button FoldButton(SimulatedChart chart) => chart.Chart.Recording.FindControls<Button>().First();

    private static Button More(SimulatedChart chart) => chart.Chart.Recording.FindControls<Button>().Last();

    // The card's panels in the order they were made: all of it, its header, its body, and a row for each line.
    private static StackPanel Body(SimulatedChart chart) => Panels(chart)[2];

    private static StackPanel[] Panels(SimulatedChart chart) => [.. chart.Chart.Recording.FindControls<StackPanel>()];

    /// <summary>Names of the lines that are seen.</summary>
    private static string[] Lines(SimulatedChart chart) =>
    [
        .. Panels(chart).Skip(3)
            .Zip(chart.Chart.Recording.FindControls<TextBlock>().Skip(HeaderTexts).Chunk(2))
            .Where(row => row.First.IsVisible)
            .Select(row => row.Second[0].Text.Trim()),
    ];

    private static (double X, double Y, bool IsFolded) Place(SimulatedChart chart)
    {
        ChartDraggable grip = Grip(chart);
        return (grip.X, grip.Y, FoldButton(chart).Text == "+");
    }
}
