using BenchmarkDotNet.Attributes;
using cAlgo.API;
using LiqIndicators.Analytics.Guarding;
using LiqIndicators.Analytics.Market;
using LiqIndicators.CTrader.Guarding;
using LiqIndicators.Robots;
using LiqIndicators.Sessions.Guarding;
using LiqIndicators.Terminal;
using LiqIndicators.Terminal.Trading;

namespace LiqIndicators.Benchmarks;

/// <summary>What the guard adds to a tick of the terminal on an account of 50 positions with nothing to do: reading the account and deciding.</summary>
[MemoryDiagnoser]
public class GuardTickBenchmarks
{
    private const string Bitcoin = "BTCUSD";

    private readonly HeadlessTerminal _plain = Open(isGuarded: false);
    private readonly HeadlessTerminal _guarded = Open(isGuarded: true);

    /// <summary>The terminal's own cost of a tick.</summary>
    [Benchmark(Baseline = true)]
    public void Tick() => _plain.Tick(Bitcoin, _plain.NowUtc.AddMilliseconds(1), 100_000);

    /// <summary>The same tick with an armed guard on the chart.</summary>
    [Benchmark]
    public void GuardedTick() => _guarded.Tick(Bitcoin, _guarded.NowUtc.AddMilliseconds(1), 100_000);

    private static HeadlessTerminal Open(bool isGuarded)
    {
        HeadlessTerminal terminal = new(new TerminalOptions
        {
            ChartIsNull = true,
            Account = new AccountOptions { Balance = 100_000, Leverage = 20 },
        });
        terminal.AddSymbol(new SymbolSpecification { Name = Bitcoin }, [], TimeSpan.FromMinutes(1));
        terminal.Tick(Bitcoin, terminal.NowUtc, 100_000);
        for (int i = 0; i < 50; i++)
        {
            terminal.OpenPosition(i % 5 == 0 ? TradeType.Sell : TradeType.Buy, Bitcoin, 0.05);
        }

        TerminalChart chart = terminal.OpenChart(Bitcoin, TimeFrame.Hour);
        if (isGuarded)
        {
            using IDisposable source = CascadeRiskSource.Use(new CalmMarket());
            terminal.Attach<LeverageGuard>(chart, new Dictionary<string, object?> { [nameof(LeverageGuard.Mode)] = GuardMode.Armed });
            terminal.RunTo(terminal.NowUtc.AddSeconds(10));
        }

        return terminal;
    }

    private sealed class CalmMarket : ICascadeRiskPort
    {
        public void Read(GuardSnapshot snapshot)
        {
            snapshot.Risks.Add(new CascadeRisk(Bitcoin, PositionSide.Long, 5, snapshot.TimeUtc, 1));
            snapshot.Risks.Add(new CascadeRisk(Bitcoin, PositionSide.Short, 5, snapshot.TimeUtc, 1));
        }
    }
}
