using cAlgo.API;
using LiqIndicators.Analytics.Market;
using LiqIndicators.CTrader.Drawing;
using LiqIndicators.MarketData.Feeds;
using LiqIndicators.Sessions.Following;
using LiqIndicators.Terminal;
using LiqIndicators.Terminal.Charting;

namespace LiqIndicators.Indicators.Tests;

/// <summary>What every indicator with its own window promises, on the headless terminal.</summary>
/// <typeparam name="TAlgo">The real indicator class.</typeparam>
/// <typeparam name="TReadings">Readings of its session.</typeparam>
public abstract class WindowContract<TAlgo, TReadings>
    where TAlgo : Indicator, new()
    where TReadings : struct
{
    /// <summary>Output whose value follows from the readings alone, and how.</summary>
    protected abstract IReadOnlyDictionary<string, Func<TReadings, double>> Expected { get; }

    /// <summary>An output that is known once the market has been followed for some days.</summary>
    protected abstract string MainOutput { get; }

    /// <summary>What the line of text must name when the market publishes prices alone.</summary>
    protected abstract string MissingInput { get; }

    /// <summary>Whether the indicator draws on the price chart as well.</summary>
    protected abstract bool DrawsOnPriceChart { get; }

    /// <summary>The session with the indicator's defaults.</summary>
    protected abstract MarketSession<TReadings> Open(IMarketFeed feed);

    [Fact]
    public void Outputs_OfEveryClosedBar_EqualTheSessionsReadingsThen()
    {
        using SimulatedChart chart = new();
        RunningAlgo<TAlgo> algo = chart.Terminal.Attach<TAlgo>(chart.Chart);
        chart.Terminal.RunTo(SimulatedChart.EndUtc);

        int known = 0;
        MarketSession<TReadings> session = Open(new RecordedFeed("test", SimulatedChart.Hours, TimeSpan.FromHours(1)));
        Bars bars = chart.Chart.Bars;
        for (int i = 0; i < bars.Count - 1; i++)
        {
            DateTime openedUtc = DateTime.SpecifyKind(bars.OpenTimes[i], DateTimeKind.Utc);
            DateTime closedUtc = DateTime.SpecifyKind(bars.OpenTimes[i + 1], DateTimeKind.Utc);
            session.Advance(closedUtc);
            TReadings readings = session.ReadingsOver(openedUtc, closedUtc);
            foreach ((string output, Func<TReadings, double> valueOf) in Expected)
            {
                Assert.Equal(valueOf(readings), algo.Outputs[output][i]);
                known += double.IsNaN(valueOf(readings)) ? 0 : 1;
            }
        }

        Assert.Empty(chart.Terminal.Errors);
        Assert.True(known > 100, $"only {known} values were known");
    }

    [Fact]
    public void Chart_WithinOneBar_IsNotTouchedByTicksNorAreOutputs()
    {
        using SimulatedChart chart = new();
        RunningAlgo<TAlgo> algo = chart.Terminal.Attach<TAlgo>(chart.Chart);
        chart.Terminal.RunTo(SimulatedChart.Hours[150].TimeUtc.AddMinutes(6));
        ChartActivity before = chart.Chart.Recording.Activity;
        double[] values = Values(algo, chart.Chart.Bars.Count);
        for (int tick = 0; tick < 500; tick++)
        {
            chart.Terminal.Tick(SimulatedChart.Symbol, chart.Terminal.NowUtc.AddMilliseconds(1), 90_000 + (tick % 7));
        }

        Assert.Equal(0, chart.Chart.Recording.Activity.Since(before).Changes);
        Assert.Equal(values, Values(algo, chart.Chart.Bars.Count));
    }

    [Fact]
    public void Outputs_MarketOfPricesAlone_AreNaNAndTheTextNamesWhatIsMissing()
    {
        IReadOnlyList<MarketBar> prices =
        [
            .. SimulatedChart.Hours.Select(bar => bar with
            {
                VolumeQuantity = double.NaN,
                OpenInterestQuantity = double.NaN,
                FundingRate = double.NaN,
                FundingIntervalHours = double.NaN,
                LiquidatedLongNotional = double.NaN,
                LiquidatedShortNotional = double.NaN,
            }),
        ];
        using SimulatedChart chart = new(market: prices);
        RunningAlgo<TAlgo> algo = chart.Terminal.Attach<TAlgo>(chart.Chart);
        chart.Terminal.RunTo(SimulatedChart.EndUtc);

        Assert.Empty(chart.Terminal.Errors);
        Assert.All(Enumerable.Range(0, chart.Chart.Bars.Count), i => Assert.True(double.IsNaN(algo.Outputs[MainOutput][i])));
        Assert.Contains(MissingInput, Text(chart), StringComparison.Ordinal);
    }

    [Fact]
    public void Outputs_VenueSilent_ExpireAndTheTextSaysStale()
    {
        IReadOnlyList<MarketBar> silent = [.. SimulatedChart.Hours.Take(150)];
        using SimulatedChart chart = new(market: silent);
        RunningAlgo<TAlgo> algo = chart.Terminal.Attach<TAlgo>(chart.Chart);
        chart.Terminal.RunTo(silent[^1].TimeUtc.AddHours(8));

        Assert.True(double.IsNaN(algo.Outputs[MainOutput].LastValue));
        Assert.Contains("STALE", Text(chart), StringComparison.Ordinal);
    }

    // Two charts of one moment, because a window may have nothing to draw at another.
    [Fact]
    public void PriceChart_VenueSilent_HasNothingInTheColourOfASide()
    {
        using SimulatedChart fresh = Silent(TimeSpan.FromHours(1));
        using SimulatedChart stale = Silent(TimeSpan.FromHours(8));

        ChartPalette palette = ChartPalette.For(ColorTheme.Dark);
        Assert.Equal(DrawsOnPriceChart, Colors(fresh).Any());
        Assert.All(Colors(fresh), color => Assert.Contains(color, new[] { palette.Longs, palette.Shorts }));
        Assert.Contains("STALE", Text(stale), StringComparison.Ordinal);
        Assert.All(Colors(stale), color => Assert.Equal(palette.Stale, color));

        static SimulatedChart Silent(TimeSpan age)
        {
            IReadOnlyList<MarketBar> bars = [.. SimulatedChart.Hours.Take(150)];
            SimulatedChart chart = new(market: bars);
            chart.Terminal.Attach<TAlgo>(chart.Chart);
            chart.Terminal.RunTo(bars[^1].TimeUtc + age + TimeSpan.FromMinutes(6));
            return chart;
        }

        static IEnumerable<Color> Colors(SimulatedChart chart) => chart.Chart.Recording.DrawnObjects.Select(drawn => drawn switch
        {
            ChartIcon icon => icon.Color,
            ChartTrendLine line => line.Color,
            _ => throw new InvalidOperationException($"{drawn.Name} is neither an arrow nor a line."),
        });
    }

    [Theory]
    [InlineData(DateTimeKind.Unspecified, false, HistoryReplay.SameInstance)]
    [InlineData(DateTimeKind.Utc, false, HistoryReplay.NewInstance)]
    [InlineData(DateTimeKind.Utc, true, HistoryReplay.SameInstance)]
    public void Run_UnderEitherAnswerOfThePlatform_ThrowsNothing(DateTimeKind kind, bool chartIsNull, HistoryReplay replay)
    {
        using SimulatedChart chart = new(new TerminalOptions
        {
            StartUtc = SimulatedChart.Hours[96].TimeUtc,
            ApiTimeKind = kind,
            ChartIsNull = chartIsNull,
            HistoryReplay = replay,
            HistoryBars = 48,
        });
        RunningAlgo<TAlgo> algo = chart.Terminal.Attach<TAlgo>(chart.Chart);
        chart.Terminal.RunTo(SimulatedChart.Hours[120].TimeUtc);
        chart.Chart.Bars.LoadMoreHistory();
        chart.Terminal.RunTo(SimulatedChart.EndUtc);

        Assert.Empty(chart.Terminal.Errors);
        Assert.Contains(Enumerable.Range(0, chart.Chart.Bars.Count), i => !double.IsNaN(algo.Outputs[MainOutput][i]));
    }

    [Fact]
    public void Chart_AfterDetach_IsEmpty()
    {
        using SimulatedChart chart = new();
        RunningAlgo<TAlgo> algo = chart.Terminal.Attach<TAlgo>(chart.Chart);
        chart.Terminal.RunTo(SimulatedChart.EndUtc);
        algo.Detach();

        Assert.Empty(chart.Chart.Recording.DrawnObjects);
    }

    private static string Text(SimulatedChart chart) =>
        string.Join(" ", chart.Chart.Recording.Areas.SelectMany(area => area.DrawnObjects).OfType<ChartStaticText>().Select(text => text.Text));

    private static double[] Values(RunningAlgo<TAlgo> algo, int count) =>
        [.. algo.Outputs.OrderBy(output => output.Key, StringComparer.Ordinal).SelectMany(output => Enumerable.Range(0, count).Select(i => output.Value[i]))];
}
