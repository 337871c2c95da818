using cAlgo.API;
using LiqIndicators.CTrader.Feeds;
using LiqIndicators.Indicators;
using LiqIndicators.MarketData.Feeds;
using LiqIndicators.Terminal;
using LiqIndicators.Terminal.Charting.Pictures;
using LiqIndicators.Terminal.Series;
using LiqIndicators.Terminal.Trading;
using LiqIndicators.Workbench.Commands;
using LiqIndicators.Workbench.Recordings;

namespace LiqIndicators.Workbench.Replay;

/// <summary>Plays a recorded market to the real indicators on a chart of the headless terminal and takes pictures.</summary>
internal static class ReplayRun
{
    private const int BarsInSight = 220;
    private const int RightMarginBars = 48;

    /// <summary>Plays the whole recording.</summary>
    /// <param name="market">The recording; it is both what the broker quotes and what the derivatives market publishes.</param>
    /// <param name="folder">Where the pictures go; exists.</param>
    /// <param name="theme">Colours of the terminal.</param>
    /// <param name="advance">Told the number of bars just played.</param>
    /// <returns>Paths of the pictures, in the order of time.</returns>
    /// <exception cref="CommandException">An indicator threw.</exception>
    internal static IReadOnlyList<string> TakePictures(RecordedMarket market, string folder, ColorTheme theme, Action<double> advance)
    {
        HeadlessTerminal terminal = new(new TerminalOptions { StartUtc = market.Bars[0].TimeUtc, ColorTheme = theme, RightMarginBars = RightMarginBars });
        terminal.AddSymbol(
            new SymbolSpecification { Name = market.Name, Digits = DigitsOf(market.Bars[^1].Close) },
            [.. market.Bars.Select(bar => new RecordedBar(bar.TimeUtc, bar.Open, bar.High, bar.Low, bar.Close, 4))],
            market.BarLength);
        TerminalChart chart = terminal.OpenChart(market.Name, TimeFrames.Of(market.BarLength));
        using IDisposable recording = MarketFeedSource.UseRecording(name => new RecordedFeed(name, market.Bars, market.BarLength));
        terminal.Attach<LiquidationBands>(chart);
        terminal.Attach<FundingPressure>(chart);
        terminal.Attach<OpenInterestDivergence>(chart);
        terminal.Attach<LiquidationTape>(chart);
        terminal.Attach<CascadeRisk>(chart);

        List<string> pictures = [];
        foreach (ReplayMoment moment in ReplayMoments.Choose(market.Bars, market.BarLength))
        {
            int before = chart.Bars.Count;
            terminal.RunTo(moment.AtUtc);
            advance(chart.Bars.Count - before);
            string path = Path.Combine(folder, $"{moment.Name}.png");
            File.WriteAllBytes(path, chart.ToPng(new ChartPictureOptions { LastBars = BarsInSight, RightMarginBars = RightMarginBars }));
            pictures.Add(path);
        }

        return terminal.Errors.Count == 0
            ? pictures
            : throw new CommandException($"{terminal.Errors[0].Algo} failed in {terminal.Errors[0].Callback}: {terminal.Errors[0].Exception.Message}");
    }

    /// <summary>Decimal places that show a price with about six digits.</summary>
    internal static int DigitsOf(double price) => Math.Clamp(5 - (int)Math.Floor(Math.Log10(price)), 0, 8);
}
