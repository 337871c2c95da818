using cAlgo.API;
using LiqIndicators.Analytics.Market;
using LiqIndicators.CTrader.Feeds;
using LiqIndicators.MarketData.Feeds;
using LiqIndicators.Simulation;
using LiqIndicators.Terminal;
using LiqIndicators.Terminal.Series;
using LiqIndicators.Terminal.Trading;

namespace LiqIndicators.Indicators.Tests;

/// <summary>A terminal that plays a simulated market to one indicator; the derivatives data are the market's hourly bars.</summary>
internal sealed class SimulatedChart : IDisposable
{
    internal const string Symbol = "BTCUSD";

    /// <summary>Eight days of a cascade, by the hour for the map and by the minute for the charts.</summary>
    internal static readonly IReadOnlyList<MarketBar> Hours = Simulate(TimeSpan.FromHours(1));

    private static readonly IReadOnlyList<RecordedBar> Minutes =
        [.. Simulate(TimeSpan.FromMinutes(1)).Select(bar => new RecordedBar(bar.TimeUtc, bar.Open, bar.High, bar.Low, bar.Close, 4))];

    private readonly IDisposable _recording;

    internal SimulatedChart(TerminalOptions? options = null, TimeFrame? timeFrame = null, IReadOnlyList<MarketBar>? market = null, Func<RecordedBar, bool>? brokerIsOpen = null)
    {
        Terminal = new HeadlessTerminal((options ?? new TerminalOptions()) with { StartUtc = options is null ? Hours[48].TimeUtc : options.StartUtc });
        Terminal.AddSymbol(
            new SymbolSpecification { Name = Symbol, Digits = 1 },
            brokerIsOpen is null ? Minutes : [.. Minutes.Where(brokerIsOpen)],
            TimeSpan.FromMinutes(1));
        _recording = MarketFeedSource.UseRecording(name => new RecordedFeed(name, market ?? Hours, TimeSpan.FromHours(1)));
        Chart = Terminal.OpenChart(Symbol, timeFrame ?? TimeFrame.Hour);
    }

    internal static DateTime EndUtc => Hours[^1].TimeUtc + TimeSpan.FromHours(1);

    internal HeadlessTerminal Terminal { get; }

    internal TerminalChart Chart { get; }

    internal RunningAlgo<LiquidationBands> AttachBands(IReadOnlyDictionary<string, object?>? parameters = null) =>
        Terminal.Attach<LiquidationBands>(Chart, parameters);

    /// <summary>Where each band lies, independent of how far the chart reaches to the right.</summary>
    internal IReadOnlyList<(DateTime Start, double Low, double High, Color Color)> Bands() =>
    [
        .. Chart.Recording.DrawnObjects.OfType<ChartRectangle>()
            .Select(band => (band.Time1, band.Y1, band.Y2, band.Color))
            .OrderBy(band => band.Y1).ThenBy(band => band.Time1).ThenBy(band => band.Y2).ThenBy(band => band.Color.A),
    ];

    public void Dispose() => _recording.Dispose();

    private static IReadOnlyList<MarketBar> Simulate(TimeSpan bar) => MarketSimulation.Run(new SimulationOptions
    {
        Seed = 1001,
        Scenario = SimulationScenario.Cascade,
        Days = 8,
        Bar = bar,
        TruthIntervalHours = 168,
    }).Bars;
}
