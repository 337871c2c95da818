using cAlgo.API;
using LiqIndicators.CTrader.Feeds;
using LiqIndicators.MarketData.Ports;
using LiqIndicators.Sessions.Feeds.Cache;
using LiqIndicators.Terminal;
using LiqIndicators.Terminal.Platform;

namespace LiqIndicators.Indicators.Tests.Live;

/// <summary>The real indicator classes on the headless terminal, reading virtual venues by the platform's own network calls.</summary>
public sealed class LiveChartTests
{
    [Fact]
    public void ColdStart_MonthOfTwoVenues_IsOnTheChartWithinSecondsAndFewRequests()
    {
        LiveTerminal live = new();
        TerminalChart chart = live.Open();
        RunningAlgo<LiquidationBands> bands = live.Terminal.Attach<LiquidationBands>(chart, LiveTerminal.TwoVenues);

        live.Run(TimeSpan.FromSeconds(8));

        Assert.Empty(live.Terminal.Errors);
        // 8,640 bars in pages of 1500, 500, 1000 and 200 are 77 requests; funding takes two.
        Assert.InRange(live.Exchange.Calls.Count, 77, 90);
        Assert.NotEmpty(chart.Recording.DrawnObjects.OfType<ChartRectangle>());
        Assert.Contains("Binance BTCUSDT + Bybit BTCUSDT", LiveTerminal.TextOn(chart), StringComparison.Ordinal);
        Assert.DoesNotContain("waiting", LiveTerminal.TextOn(chart), StringComparison.Ordinal);
        // The month's bars reach the outputs of chart bars that had closed before they came.
        int month = chart.Bars.Count - (29 * 24);
        Assert.All(Enumerable.Range(month, 24), i => Assert.False(double.IsNaN(bands.Outputs["Imbalance"][i])));
    }

    [Fact]
    public void ColdStart_SlowVenues_ShowsBandsAfterTheFirstPages()
    {
        LiveTerminal live = new();
        live.Exchange.Latency = TimeSpan.FromSeconds(1);
        TerminalChart chart = live.Open();
        live.Terminal.Attach<LiquidationBands>(chart, LiveTerminal.TwoVenues);

        live.Run(TimeSpan.FromSeconds(4));

        Assert.InRange(live.Exchange.Calls.Count, 4, 20);
        Assert.NotEmpty(chart.Recording.DrawnObjects.OfType<ChartRectangle>());
    }

    [Fact]
    public void ColdStart_TheMonthBehindTheFirstPages_IsTakenInPortionsWhileTheFirstBandsStand()
    {
        LiveTerminal live = new();
        live.Exchange.Latency = TimeSpan.FromMilliseconds(300);
        TerminalChart chart = live.Open();
        RunningAlgo<LiquidationBands> bands = live.Terminal.Attach<LiquidationBands>(chart, LiveTerminal.TwoVenues);
        IReadOnlyList<string> first = [];
        int steps = 0;
        int calls = 0;
        int stepsOfLoading = 0;
        TimeSpan step = TimeSpan.FromMilliseconds(50);
        for (; double.IsNaN(bands.Outputs["Imbalance"][chart.Bars.Count - (29 * 24)]) && steps < 400; steps++)
        {
            IReadOnlyList<string> drawn = Drawn(chart);
            Assert.True(first.Count == 0 || drawn.SequenceEqual(first), "The first bands did not stand until the month was there.");
            first = drawn;
            live.Run(step, step);
            stepsOfLoading = live.Exchange.Calls.Count > calls ? steps : stepsOfLoading;
            calls = live.Exchange.Calls.Count;
        }

        // 8,640 bars in portions of 150 are 58 calls, 50 ms apart, once the last page has come and the feed was asked again.
        Assert.NotEmpty(first);
        Assert.InRange(steps - stepsOfLoading, 58, 58 + 30);
        Assert.NotEqual(first, Drawn(chart));
        Assert.All(Enumerable.Range(chart.Bars.Count - (29 * 24), 29 * 24), i => Assert.False(double.IsNaN(bands.Outputs["Imbalance"][i])));
        Assert.Empty(live.Terminal.Errors);
    }

    [Fact]
    public void WarmStart_AfterARestart_AsksForTheTailOnly()
    {
        StorageDisk disk = new();
        LiveTerminal first = new(new TerminalOptions { StartUtc = LiveTerminal.StartUtc, Disk = disk });
        RunningAlgo<LiquidationBands> before = first.Terminal.Attach<LiquidationBands>(first.Open(), LiveTerminal.TwoVenues);
        first.Run(TimeSpan.FromSeconds(10));
        before.Detach();

        LiveTerminal second = new(new TerminalOptions { StartUtc = LiveTerminal.StartUtc.AddHours(1), Disk = disk });
        TerminalChart chart = second.Open();
        second.Terminal.Attach<LiquidationBands>(chart, LiveTerminal.TwoVenues);
        second.Run(TimeSpan.FromSeconds(8));

        Assert.InRange(second.Exchange.Calls.Count, 1, 6);
        Assert.NotEmpty(chart.Recording.DrawnObjects.OfType<ChartRectangle>());
    }

    [Fact]
    public void Replay_OfTheKeptTape_WritesTheOutputsAndDrawsTheBandsThatWereSeenLive()
    {
        LiveTerminal live = new();
        TerminalChart chart = live.Open(TimeFrame.Minute5);
        RunningAlgo<LiquidationBands> seen = live.Terminal.Attach<LiquidationBands>(chart, LiveTerminal.TwoVenues);
        live.Run(TimeSpan.FromHours(2), TimeSpan.FromSeconds(10));
        Dictionary<string, double[]> outputs = seen.Outputs.ToDictionary(
            output => output.Key, output => Enumerable.Range(0, chart.Bars.Count - 1).Select(i => output.Value[i]).ToArray());
        ChartRectangle[] bands = [.. chart.Recording.DrawnObjects.OfType<ChartRectangle>()];
        seen.Detach();

        LiveTerminal again = new(new TerminalOptions { StartUtc = live.Terminal.NowUtc });
        StoredBlobs stored = new(live.Disk.Read("Device"));
        using IDisposable recording = MarketFeedSource.UseRecording(name => BarTape.Load(stored, name, LiveTerminal.StartUtc, _ => { })!);
        TerminalChart later = again.Open(TimeFrame.Minute5);
        RunningAlgo<LiquidationBands> replayed = again.Terminal.Attach<LiquidationBands>(later);

        Assert.Empty(again.Exchange.Calls);
        int first = chart.Bars.OpenTimes.GetIndexByTime(later.Bars.OpenTimes[0]);
        foreach ((string output, double[] values) in outputs)
        {
            Assert.Equal(values[first..], Enumerable.Range(0, values.Length - first).Select(i => replayed.Outputs[output][i]));
        }

        Assert.True(outputs["Imbalance"].Count(value => !double.IsNaN(value)) > 8_000);
        Assert.NotEmpty(bands);
        Assert.Equal(bands.Select(Place).Order(), later.Recording.DrawnObjects.OfType<ChartRectangle>().Select(Place).Order());
    }

    private static List<string> Drawn(TerminalChart chart) =>
        [.. chart.Recording.DrawnObjects.OfType<ChartRectangle>().Select(band => FormattableString.Invariant($"{band.Name} {Place(band)}"))];

    private static (DateTime, DateTime, double, double, string) Place(ChartRectangle band) =>
        (band.Time1, band.Time2, band.Y1, band.Y2, band.Color.ToHexString());

    private sealed class StoredBlobs(IReadOnlyDictionary<string, string> texts) : IBlobStore
    {
        public string? Read(string key) => texts.GetValueOrDefault(key);

        public void Write(string key, string text) => throw new InvalidOperationException("Only read.");

        public void Remove(string key) => throw new InvalidOperationException("Only read.");
    }
}
