using cAlgo.API;
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
}
