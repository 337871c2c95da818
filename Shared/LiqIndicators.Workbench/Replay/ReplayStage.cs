using cAlgo.API;
using LiqIndicators.CTrader.Feeds;
using LiqIndicators.MarketData.Feeds;
using LiqIndicators.Terminal;
using LiqIndicators.Terminal.Charting.Pictures;
using LiqIndicators.Terminal.Series;
using LiqIndicators.Terminal.Trading;
using LiqIndicators.Workbench.Commands;
using LiqIndicators.Workbench.Recordings;

namespace LiqIndicators.Workbench.Replay;

/// <summary>A headless terminal on which a recording is both what the broker quotes and what the derivatives market publishes.</summary>
internal sealed class ReplayStage : IDisposable
{
    private const int RightMarginBars = 48;

    // Pixels of the picture that belong to its axes, and shares of the rest that windows below the chart take.
    private const int PriceAxisWidth = 78;
    private const int TimeAxisHeight = 28;
    private const double OneWindowShare = 0.22;
    private const double AllWindowsShare = 0.52;

    private readonly RecordedMarket _market;
    private readonly IDisposable _recording;

    /// <summary>Stands in the recording, by default at its beginning.</summary>
    /// <param name="market">The recording.</param>
    /// <param name="theme">Colours of the terminal.</param>
    /// <param name="startUtc">Where the clock starts; UTC; null for the beginning.</param>
    /// <param name="account">The account; null for a plain one.</param>
    internal ReplayStage(RecordedMarket market, ColorTheme theme, DateTime? startUtc = null, AccountOptions? account = null)
    {
        _market = market;
        Terminal = new HeadlessTerminal(new TerminalOptions
        {
            StartUtc = startUtc ?? market.Bars[0].TimeUtc,
            ColorTheme = theme,
            RightMarginBars = RightMarginBars,
            Account = account ?? new AccountOptions(),
        });
        Terminal.AddSymbol(
            new SymbolSpecification { Name = market.Name, Digits = DigitsOf(market.Bars[^1].Close) },
            [.. market.Bars.Select(bar => new RecordedBar(bar.TimeUtc, bar.Open, bar.High, bar.Low, bar.Close, 4))],
            market.BarLength);
        _recording = MarketFeedSource.UseRecording(name => new RecordedFeed(name, market.Bars, market.BarLength));
    }

    internal HeadlessTerminal Terminal { get; }

    /// <summary>Opens a chart that sees what a picture of a size will show.</summary>
    /// <param name="width">Width of the picture in pixels.</param>
    /// <param name="height">Height of the picture in pixels.</param>
    /// <param name="barsInSight">Bars in it, the room at the right included.</param>
    /// <param name="windows">Windows that will be below the chart.</param>
    internal TerminalChart Open(int width, int height, int barsInSight, int windows)
    {
        TerminalChart chart = Terminal.OpenChart(_market.Name, TimeFrames.Of(_market.BarLength));
        double share = windows switch { 0 => 0, 1 => OneWindowShare, _ => AllWindowsShare };
        chart.Recording.Resize(width - PriceAxisWidth, (height - TimeAxisHeight) * (1 - share));
        chart.Recording.ZoomAsUser(100);
        chart.Recording.ZoomAsUser(100 * chart.Chart.MaxVisibleBars / barsInSight);
        return chart;
    }

    /// <summary>What the chart shows now.</summary>
    internal static byte[] Picture(TerminalChart chart, int width, int height) => chart.ToPng(new ChartPictureOptions
    {
        Width = width,
        Height = height,
        LastBars = chart.Chart.MaxVisibleBars - RightMarginBars,
        RightMarginBars = RightMarginBars,
        PriceRange = (chart.Chart.BottomY, chart.Chart.TopY),
    });

    /// <summary>Throws what an indicator threw.</summary>
    /// <exception cref="CommandException">An indicator threw.</exception>
    internal void Check()
    {
        if (Terminal.Errors.Count > 0)
        {
            throw new CommandException($"{Terminal.Errors[0].Algo} failed in {Terminal.Errors[0].Callback}: {Terminal.Errors[0].Exception.Message}");
        }
    }

    public void Dispose() => _recording.Dispose();

    /// <summary>Decimal places that show a price with about six digits.</summary>
    internal static int DigitsOf(double price) => Math.Clamp(5 - (int)Math.Floor(Math.Log10(price)), 0, 8);
}
