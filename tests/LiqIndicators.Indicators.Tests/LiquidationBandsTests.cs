using cAlgo.API;
using LiqIndicators.Analytics.Market;
using LiqIndicators.Sessions.Bands;
using LiqIndicators.Terminal;
using LiqIndicators.Terminal.Charting;

namespace LiqIndicators.Indicators.Tests;

/// <summary>The real indicator class on the headless terminal.</summary>
public sealed class LiquidationBandsTests
{
    public static TheoryData<string> TimeFrames => ["Minute", "Hour4", "Daily", "Renko10", "HeikinHour"];

    [Theory]
    [MemberData(nameof(TimeFrames))]
    public void Bands_OnAnyChartOfTheSymbol_AreTheSame(string timeFrame)
    {
        using SimulatedChart hourly = Run();
        using SimulatedChart other = Run(timeFrame: TimeFrame.Parse(timeFrame));

        Assert.NotEmpty(hourly.Bands());
        Assert.Equal(hourly.Bands(), other.Bands());
    }

    [Fact]
    public void Bands_BrokerClosed_GoOnWithTheVenue()
    {
        DateTime closedUtc = SimulatedChart.EndUtc.AddDays(-3);
        using SimulatedChart chart = Run(brokerIsOpenUntilUtc: closedUtc, untilUtc: closedUtc);
        IReadOnlyList<(DateTime, double, double, Color)> before = chart.Bands();

        chart.Terminal.RunTo(SimulatedChart.EndUtc);
        using SimulatedChart open = Run();

        Assert.NotEqual(before, chart.Bands());
        Assert.Equal(open.Bands(), chart.Bands());
    }

    [Theory]
    [InlineData(DateTimeKind.Unspecified, false, HistoryReplay.SameInstance)]
    [InlineData(DateTimeKind.Utc, false, HistoryReplay.NewInstance)]
    [InlineData(DateTimeKind.Utc, true, HistoryReplay.SameInstance)]
    public void Run_UnderEitherAnswerOfThePlatform_ThrowsNothing(DateTimeKind kind, bool chartIsNull, HistoryReplay replay)
    {
        TerminalOptions options = new()
        {
            StartUtc = SimulatedChart.Hours[96].TimeUtc,
            ApiTimeKind = kind,
            ChartIsNull = chartIsNull,
            HistoryReplay = replay,
            HistoryBars = 48,
        };
        using SimulatedChart chart = new(options);
        RunningAlgo<LiquidationBands> bands = chart.AttachBands();
        chart.Terminal.RunTo(SimulatedChart.Hours[120].TimeUtc);
        chart.Chart.Bars.LoadMoreHistory();
        chart.Terminal.RunTo(SimulatedChart.EndUtc);

        Assert.Empty(chart.Terminal.Errors);
        Assert.False(double.IsNaN(bands.Outputs["Imbalance"].LastValue));
        if (!chartIsNull)
        {
            using SimulatedChart plain = Run();
            Assert.Equal(plain.Bands(), chart.Bands());
        }
    }

    [Fact]
    public void Outputs_OfPastBars_AreWhatWasKnownThen()
    {
        using SimulatedChart early = new();
        RunningAlgo<LiquidationBands> then = early.AttachBands();
        early.Terminal.RunTo(SimulatedChart.Hours[100].TimeUtc.AddMinutes(1));
        using SimulatedChart late = new(new TerminalOptions { StartUtc = SimulatedChart.Hours[150].TimeUtc });
        RunningAlgo<LiquidationBands> now = late.AttachBands();

        foreach (string output in new[] { "Long cluster price", "Long cluster USD", "Short cluster price", "Short cluster USD", "Imbalance" })
        {
            for (int i = 0; i < early.Chart.Bars.Count - 1; i++)
            {
                Assert.Equal(then.Outputs[output][i], now.Outputs[output][i]);
            }
        }
    }

    [Fact]
    public void Chart_WithinOneBar_IsNotTouchedByTicks()
    {
        using SimulatedChart chart = Run(untilUtc: SimulatedChart.Hours[100].TimeUtc.AddMinutes(6));
        ChartActivity before = chart.Chart.Recording.Activity;
        for (int tick = 0; tick < 1000; tick++)
        {
            chart.Terminal.Tick(SimulatedChart.Symbol, chart.Terminal.NowUtc.AddMilliseconds(1), 90_000 + (tick % 7));
        }

        ChartActivity ticks = chart.Chart.Recording.Activity.Since(before);

        Assert.Equal(0, ticks.Changes);
    }

    [Theory]
    [InlineData(2, 0, BandMode.Bands)]
    [InlineData(30, 6, BandMode.Bands)]
    [InlineData(300, 20, BandMode.Bands)]
    [InlineData(2, 0, BandMode.Heatmap)]
    [InlineData(30, 6, BandMode.Heatmap)]
    [InlineData(300, 20, BandMode.Heatmap)]
    public void Chart_AnyBudget_IsNeverPassed(int objects, int labels, BandMode mode)
    {
        using SimulatedChart chart = new();
        chart.AttachBands(new Dictionary<string, object?>
        {
            ["Objects"] = objects,
            ["Labels"] = labels,
            ["Bands"] = 100,
            ["Noise floor (%)"] = 0.0,
            ["Mode"] = mode,
        });
        chart.Terminal.RunTo(SimulatedChart.EndUtc);

        Assert.InRange(chart.Chart.Recording.Activity.PeakObjects, 1, objects);
    }

    [Fact]
    public void Chart_Uncertainty_IsAFainterHaloAroundEachStandingBand()
    {
        using SimulatedChart plain = new();
        plain.AttachBands(new Dictionary<string, object?> { ["Uncertainty"] = false });
        plain.Terminal.RunTo(SimulatedChart.EndUtc);
        using SimulatedChart shaded = Run();

        (DateTime Start, double Low, double High, Color Color)[] halos = [.. shaded.Bands().Except(plain.Bands())];
        Assert.NotEmpty(halos);
        Assert.All(halos, halo => Assert.Contains(
            plain.Bands(),
            band => band.Start == halo.Start && halo.Low <= band.Low && halo.High >= band.High && halo.Color.A < band.Color.A));
        Assert.Empty(plain.Bands().Except(shaded.Bands()));
    }

    [Fact]
    public void Chart_Heatmap_CoversThePastInCellsThatEndAtTheLastBar()
    {
        using SimulatedChart chart = new();
        chart.AttachBands(new Dictionary<string, object?> { ["Mode"] = BandMode.Heatmap });
        chart.Terminal.RunTo(SimulatedChart.EndUtc);
        ChartRectangle[] cells = [.. chart.Chart.Recording.DrawnObjects.OfType<ChartRectangle>()];
        DateTime endUtc = chart.Chart.Bars.LastBar.OpenTime + TimeSpan.FromHours(1);

        Assert.True(cells.Length > 40);
        Assert.All(cells, cell => Assert.True(cell.Time1 < cell.Time2 && cell.Time2 <= endUtc && cell.Y1 < cell.Y2));
        Assert.Contains(cells, cell => cell.Time2 == endUtc);
        Assert.True(cells.Select(cell => cell.Time1).Distinct().Count() > 5);
        Assert.NotEmpty(chart.Chart.Recording.DrawnObjects.OfType<ChartText>());
    }

    [Fact]
    public void Chart_AfterDetach_IsEmpty()
    {
        using SimulatedChart chart = new();
        RunningAlgo<LiquidationBands> bands = chart.AttachBands();
        chart.Terminal.RunTo(SimulatedChart.EndUtc);
        bands.Detach();
        chart.Terminal.ChangeColorTheme(ColorTheme.Light);

        Assert.Empty(chart.Chart.Recording.DrawnObjects);
        Assert.Empty(chart.Chart.Recording.Controls);
    }

    [Fact]
    public void Card_NoRecording_SaysThatItWaits()
    {
        using SimulatedChart chart = new(market: []);
        chart.AttachBands();
        chart.Terminal.RunTo(SimulatedChart.EndUtc);

        Assert.Contains(chart.Chart.Recording.FindControls<TextBlock>(), text => text.Text == "waiting for market data");
        Assert.Empty(chart.Chart.Recording.DrawnObjects);
    }

    [Fact]
    public void Card_VenueSilent_TurnsStaleWithoutATick()
    {
        IReadOnlyList<MarketBar> silent = [.. SimulatedChart.Hours.Take(100)];
        using SimulatedChart chart = new(market: silent);
        chart.AttachBands();
        chart.Terminal.RunTo(silent[^1].TimeUtc.AddHours(3).AddMinutes(1));

        Assert.Contains(chart.Chart.Recording.FindControls<TextBlock>(), text => text.Text.Contains("STALE", StringComparison.Ordinal));
    }

    private static SimulatedChart Run(TimeFrame? timeFrame = null, DateTime? brokerIsOpenUntilUtc = null, DateTime? untilUtc = null)
    {
        SimulatedChart chart = new(
            timeFrame: timeFrame,
            brokerIsOpen: brokerIsOpenUntilUtc is null ? null : bar => bar.TimeUtc < brokerIsOpenUntilUtc);
        chart.AttachBands();
        chart.Terminal.RunTo(untilUtc ?? SimulatedChart.EndUtc);
        Assert.Empty(chart.Terminal.Errors);
        return chart;
    }
}
