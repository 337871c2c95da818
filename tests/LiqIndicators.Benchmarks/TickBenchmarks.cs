using BenchmarkDotNet.Attributes;
using cAlgo.API;
using LiqIndicators.Analytics.Market;
using LiqIndicators.CTrader.Feeds;
using LiqIndicators.Indicators;
using LiqIndicators.MarketData.Feeds;
using LiqIndicators.Simulation;
using LiqIndicators.Terminal;
using LiqIndicators.Terminal.Series;
using LiqIndicators.Terminal.Trading;

namespace LiqIndicators.Benchmarks;

/// <summary>Cost of a tick that brings nothing new, on the headless terminal.</summary>
[MemoryDiagnoser]
public class TickBenchmarks
{
    private const string SymbolName = "BTCUSD";

    private Indicator _bands = null!;
    private Indicator _cascade = null!;
    private int _last;

    /// <summary>Plays eight days of a cascade.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        IReadOnlyList<MarketBar> bars = MarketSimulation.Run(new SimulationOptions
        {
            Seed = 1001, Scenario = SimulationScenario.Cascade, Days = 8, TruthIntervalHours = 168,
        }).Bars;
        TimeSpan hour = TimeSpan.FromHours(1);
        HeadlessTerminal terminal = new(new TerminalOptions { StartUtc = bars[0].TimeUtc });
        terminal.AddSymbol(
            new SymbolSpecification { Name = SymbolName, Digits = 1 },
            [.. bars.Select(bar => new RecordedBar(bar.TimeUtc, bar.Open, bar.High, bar.Low, bar.Close, 4))],
            hour);
        TerminalChart chart = terminal.OpenChart(SymbolName, TimeFrame.Hour);
        using IDisposable recording = MarketFeedSource.UseRecording(name => new RecordedFeed(name, bars, hour));
        _bands = terminal.Attach<LiquidationBands>(chart).Instance;
        _cascade = terminal.Attach<CascadeRisk>(chart).Instance;
        terminal.RunTo(bars[^1].TimeUtc + (hour / 2));
        _last = chart.Bars.Count - 1;
    }

    /// <summary>The bands, their card included.</summary>
    [Benchmark(Baseline = true)]
    public void Bands() => _bands.Calculate(_last);

    /// <summary>The indicator with the most outputs.</summary>
    [Benchmark]
    public void Cascade() => _cascade.Calculate(_last);
}
