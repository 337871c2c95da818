using cAlgo.API;
using LiqIndicators.CTrader.Drawing;
using LiqIndicators.Terminal;
using LiqIndicators.Terminal.Charting;
using LiqIndicators.TestKit;

namespace LiqIndicators.Indicators.Tests;

/// <summary>What each indicator costs the terminal while nothing happens that is worth drawing.</summary>
public sealed class SmoothnessTests
{
    private const int Steps = 1_000;
    private const int Ticks = 10_000;
    private const int ObjectCap = 300;

    public static TheoryData<Type, string?> Indicators => new()
    {
        { typeof(LiquidationBands), "Bands" },
        { typeof(LiquidationBands), "Heatmap" },
        { typeof(LiquidationBands), "Histogram" },
        { typeof(FundingPressure), null },
        { typeof(OpenInterestDivergence), null },
        { typeof(LiquidationTape), null },
        { typeof(CascadeRisk), null },
    };

    [Theory]
    [MemberData(nameof(Indicators))]
    public void Ticks_WithinABar_ChangeNothingOnTheChart(Type type, string? mode)
    {
        using SimulatedChart chart = Run(type, mode);
        ChartActivity before = chart.Chart.Recording.Activity;
        for (int tick = 0; tick < Ticks; tick++)
        {
            chart.Terminal.Tick(SimulatedChart.Symbol, chart.Terminal.NowUtc.AddMilliseconds(2), 90_000 + (tick % 7));
        }

        Assert.Equal(0, chart.Chart.Recording.Activity.Since(before).Changes);
    }

    [Theory]
    [MemberData(nameof(Indicators))]
    public void ScrollAndZoom_UntilTheUserRests_ChangeNothing_ThenAtMostEveryObjectOnce(Type type, string? mode)
    {
        using SimulatedChart chart = Run(type, mode);
        ChartActivity before = chart.Chart.Recording.Activity;
        for (int step = 0; step < Steps; step++)
        {
            chart.Chart.Recording.ScrollAsUser(step % 40 < 20 ? -1 : 1);
            chart.Chart.Recording.ZoomAsUser(60 + (step % 50));
            chart.Terminal.Tick(SimulatedChart.Symbol, chart.Terminal.NowUtc.AddMilliseconds(20), 90_000 + (step % 7));
        }

        Assert.Equal(0, chart.Chart.Recording.Activity.Since(before).Changes);

        chart.Terminal.Tick(SimulatedChart.Symbol, chart.Terminal.NowUtc.AddMilliseconds(400), 90_000);
        ChartActivity atRest = chart.Chart.Recording.Activity;

        // Two ends, two prices and the colour of each object, at most.
        Assert.InRange(atRest.Since(before).Changes, 0, 5 * ObjectCap);
        for (int tick = 0; tick < 100; tick++)
        {
            chart.Terminal.Tick(SimulatedChart.Symbol, chart.Terminal.NowUtc.AddMilliseconds(20), 90_000);
        }

        Assert.Equal(0, chart.Chart.Recording.Activity.Since(atRest).Changes);
    }

    [Theory]
    [MemberData(nameof(Indicators))]
    public void Tick_InSteadyState_AllocatesNothing(Type type, string? mode)
    {
        using SimulatedChart chart = Run(type, mode);
        Indicator indicator = (Indicator)chart.Chart.Algos[^1].Instance;
        int last = chart.Chart.Bars.Count - 1;
        for (int tick = 0; tick < 200; tick++)
        {
            indicator.Calculate(last);
        }

        Assert.Equal(0, Allocations.Of(0, Ticks, _ => indicator.Calculate(last)));
    }

    // The terminal keeps the ticks and tells them, which is its own cost: that of an indicator that does nothing. It is counted first,
    // because the runtime makes the terminal's own part cheaper as it compiles it again, and never dearer.
    [Theory]
    [MemberData(nameof(Indicators))]
    public void Tick_PriceMoving_AllocatesNoMoreThanAnIndicatorThatDoesNothing(Type type, string? mode)
    {
        long idle = BytesOfTicks(typeof(IdleIndicator), null);
        Assert.InRange(BytesOfTicks(type, mode), 0, idle);

        static long BytesOfTicks(Type type, string? mode)
        {
            using SimulatedChart chart = Run(type, mode);
            void Tick(int tick) => chart.Terminal.Tick(SimulatedChart.Symbol, chart.Terminal.NowUtc.AddMilliseconds(1), 90_000 + (10 * Math.Sin(tick)));
            for (int tick = 0; tick < 200; tick++)
            {
                Tick(tick);
            }

            return Allocations.Of(0, Steps, Tick);
        }
    }

    [Theory]
    [MemberData(nameof(Indicators))]
    public void Objects_EverAtOnce_StayBelowTheCapWhateverTheInputsAsk(Type type, string? mode)
    {
        Dictionary<string, object?> most = mode is null
            ? []
            : new() { ["Mode"] = Enum.Parse<Sessions.Bands.BandMode>(mode), ["Objects"] = ObjectCap, ["Labels"] = 20, ["Bands"] = 100, ["Noise floor (%)"] = 0.0, ["Range (%)"] = 90.0 };
        using SimulatedChart chart = new();
        RunningAlgo algo = chart.Terminal.Attach(chart.Chart, type, most);
        chart.Terminal.RunTo(SimulatedChart.Hours[100].TimeUtc);
        chart.Terminal.OpenPosition(TradeType.Buy, SimulatedChart.Symbol, 1);
        chart.Terminal.RunTo(SimulatedChart.EndUtc);

        Assert.Empty(chart.Terminal.Errors);
        Assert.InRange(chart.Chart.Recording.ActivityOf(algo.InstanceId).PeakObjects, 1, ObjectCap);
    }

    // The bar is "at most" at every moment, however little the user grants: the account's own line and its label count too.
    [Theory]
    [InlineData("Bands", 2)]
    [InlineData("Bands", 3)]
    [InlineData("Bands", 7)]
    [InlineData("Heatmap", 30)]
    [InlineData("Histogram", 30)]
    public void Objects_EverAtOnceWithAnOpenPosition_StayWithinWhatTheUserSet(string mode, int objects)
    {
        using SimulatedChart chart = new();
        RunningAlgo algo = chart.AttachBands(
            new Dictionary<string, object?> { ["Mode"] = Enum.Parse<Sessions.Bands.BandMode>(mode), ["Objects"] = objects, ["Labels"] = 20, ["Noise floor (%)"] = 0.0 });
        chart.Terminal.RunTo(SimulatedChart.Hours[100].TimeUtc);
        Position position = chart.Terminal.OpenPosition(TradeType.Buy, SimulatedChart.Symbol, 1).Position;
        Assert.Single(chart.Chart.Recording.DrawnObjects.OfType<ChartHorizontalLine>());
        chart.Terminal.RunTo(SimulatedChart.Hours[120].TimeUtc);
        position.Close();
        chart.Terminal.RunTo(SimulatedChart.EndUtc);

        Assert.Empty(chart.Terminal.Errors);
        Assert.InRange(chart.Chart.Recording.ActivityOf(algo.InstanceId).PeakObjects, 1, objects);
    }

    [Theory]
    [MemberData(nameof(Indicators))]
    public void ThemeSizeAndMissingChart_AreSurvived(Type type, string? mode)
    {
        using SimulatedChart none = Run(type, mode, new TerminalOptions { StartUtc = SimulatedChart.Hours[100].TimeUtc, ChartIsNull = true });
        using SimulatedChart chart = Run(type, mode);
        foreach ((double width, double height) in new[] { (200.0, 120.0), (3840.0, 2160.0), (1520.0, 870.0) })
        {
            chart.Chart.Recording.Resize(width, height);
            chart.Terminal.ChangeColorTheme(ColorTheme.Light);
            chart.Terminal.RunTo(chart.Terminal.NowUtc.AddSeconds(31));
            chart.Terminal.ChangeColorTheme(ColorTheme.Dark);
        }

        Assert.Empty(none.Terminal.Errors);
        Assert.Empty(chart.Terminal.Errors);
    }

    [Theory]
    [InlineData("Bands")]
    [InlineData("Heatmap")]
    [InlineData("Histogram")]
    public void Theme_Changed_ColoursEverythingDrawnAndTheCardAnew(string mode)
    {
        using SimulatedChart chart = Run(typeof(LiquidationBands), mode);
        chart.Terminal.OpenPosition(TradeType.Buy, SimulatedChart.Symbol, 1);
        chart.Terminal.ChangeColorTheme(ColorTheme.Light);

        ChartPalette light = ChartPalette.For(ColorTheme.Light);
        Color[] hues = [light.Longs, light.Shorts];
        Assert.NotEmpty(chart.Bands());
        Assert.All(chart.Bands(), band => Assert.Contains(hues, hue => (hue.R, hue.G, hue.B) == (band.Color.R, band.Color.G, band.Color.B)));
        ChartText[] labels = [.. chart.Chart.Recording.DrawnObjects.OfType<ChartText>()];
        Assert.NotEmpty(labels);
        Assert.All(labels, label => Assert.Equal(light.Text, label.Color));
        Color line = Assert.Single(chart.Chart.Recording.DrawnObjects.OfType<ChartHorizontalLine>()).Color;
        Assert.Equal((light.Text.R, light.Text.G, light.Text.B), (line.R, line.G, line.B));
        Assert.Equal(light.Card, Assert.IsType<Border>(chart.Chart.Recording.Controls.Single().Control).BackgroundColor);
        Color[] texts = [.. chart.Chart.Recording.FindControls<TextBlock>().Where(text => !string.IsNullOrEmpty(text.Text)).Select(text => text.ForegroundColor)];
        Assert.All(texts, text => Assert.Contains(text, new[] { light.Text, light.Quiet, light.Longs, light.Shorts, light.Warning }));
    }

    // Other algos read the outputs of an indicator that runs where there is no chart.
    [Theory]
    [MemberData(nameof(Indicators))]
    public void Outputs_WithoutAChart_AreThoseWithOne(Type type, string? mode)
    {
        DateTime startUtc = SimulatedChart.Hours[100].TimeUtc;
        using SimulatedChart without = Run(type, mode, new TerminalOptions { StartUtc = startUtc, ChartIsNull = true });
        using SimulatedChart with = Run(type, mode, new TerminalOptions { StartUtc = startUtc });

        Assert.Empty(without.Terminal.Errors);
        Assert.Empty(without.Chart.Recording.DrawnObjects);
        Assert.NotEmpty(with.Chart.Algos[^1].Outputs);
        int numbers = 0;
        foreach ((string name, IndicatorDataSeries expected) in with.Chart.Algos[^1].Outputs)
        {
            for (int i = 0; i < with.Chart.Bars.Count; i++)
            {
                Assert.Equal(expected[i], without.Chart.Algos[^1].Outputs[name][i]);
                numbers += double.IsNaN(expected[i]) ? 0 : 1;
            }
        }

        Assert.True(numbers > 40, $"only {numbers} numbers");
    }

    /// <summary>What the terminal itself costs.</summary>
    [Indicator(IsOverlay = true, TimeZone = TimeZones.UTC, AccessRights = AccessRights.None)]
    public sealed class IdleIndicator : Indicator
    {
        /// <inheritdoc/>
        public override void Calculate(int index)
        {
        }
    }

    private static SimulatedChart Run(Type type, string? mode, TerminalOptions? options = null)
    {
        SimulatedChart chart = new(options);
        chart.Terminal.Attach(
            chart.Chart, type, mode is null ? null : new Dictionary<string, object?> { ["Mode"] = Enum.Parse<Sessions.Bands.BandMode>(mode) });
        chart.Terminal.RunTo(SimulatedChart.Hours[150].TimeUtc.AddMinutes(6));

        // A new bar counts as scrolling; the user has been still since.
        chart.Terminal.Tick(SimulatedChart.Symbol, chart.Terminal.NowUtc.AddSeconds(1), 90_000);
        return chart;
    }
}
