using cAlgo.API;
using cAlgo.API.Internals;
using LiqIndicators.Analytics.Market;
using LiqIndicators.CTrader.Guarding;
using LiqIndicators.Terminal;
using LiqIndicators.Terminal.Brokerage;
using LiqIndicators.Terminal.Trading;

namespace LiqIndicators.Guard.Tests;

/// <summary>The real robot on a headless terminal: 10,000 dollars at 1:20, bitcoin at 100,000, and a market whose risk the test sets.</summary>
internal sealed class GuardedTerminal : IDisposable
{
    internal const string Btc = "BTCUSD";
    internal const string Eth = "ETHUSD";

    internal static readonly DateTime StartUtc = new(2026, 3, 2, 12, 0, 0, DateTimeKind.Utc);

    private readonly IDisposable _source;
    private readonly TerminalChart _chart;

    internal GuardedTerminal(
        TerminalOptions? options = null,
        SymbolSpecification? bitcoin = null,
        params (string Name, object? Value)[] inputs)
    {
        _source = CascadeRiskSource.Use(Risks);
        TerminalOptions given = options ?? new TerminalOptions { Account = Account };
        Terminal = new HeadlessTerminal(given with { StartUtc = StartUtc });
        Terminal.AddSymbol(bitcoin ?? new SymbolSpecification { Name = Btc }, [], TimeSpan.FromMinutes(1));
        Terminal.AddSymbol(
            new SymbolSpecification { Name = Eth, BaseAsset = "ETH", VolumeMin = 0.1, VolumeStep = 0.1, VolumeMax = 1_000 },
            [],
            TimeSpan.FromMinutes(1));
        Terminal.Tick(Btc, StartUtc, 100_000);
        Terminal.Tick(Eth, StartUtc, 4_000);
        _chart = Terminal.OpenChart(Btc, TimeFrame.Minute);
        Inputs = inputs.ToDictionary(input => input.Name, input => input.Value);
    }

    internal static AccountOptions Account { get; } = new()
    {
        Balance = 10_000,
        Leverage = 20,
        MarginCalculation = TotalMarginCalculationType.Sum,
    };

    internal FakeRisks Risks { get; } = new();

    internal HeadlessTerminal Terminal { get; }

    internal Dictionary<string, object?> Inputs { get; }

    internal Broker Broker => Terminal.Broker;

    internal RunningAlgo<Robots.LeverageGuard> Guard { get; private set; } = null!;

    internal DateTime NowUtc => Terminal.NowUtc;

    internal TerminalChart Chart => _chart;

    internal IReadOnlyList<TradeRequest> Requests => Terminal.Requests;

    internal RunningAlgo<Robots.LeverageGuard> Attach(string instance = "guard")
    {
        Guard = Terminal.Attach<Robots.LeverageGuard>(_chart, Inputs, instance);
        return Guard;
    }

    internal void SetRisk(double risk, PositionSide side = PositionSide.Long, string symbol = Btc) => Risks.Set(symbol, side, risk);

    internal int Buy(double volume, string symbol = Btc, string? label = null) =>
        Terminal.OpenPosition(TradeType.Buy, symbol, volume, label).Position.Id;

    internal int Sell(double volume, string symbol = Btc) => Terminal.OpenPosition(TradeType.Sell, symbol, volume).Position.Id;

    /// <summary>Past the claim of the lock: the guard may act from its next step on.</summary>
    internal GuardedTerminal Ready()
    {
        Attach();
        Run(2);
        return this;
    }

    internal double Volume(TradeType side, string symbol = Btc) =>
        Math.Round(Broker.Positions.Where(p => p.TradeType == side && p.Symbol.Name == symbol).Sum(p => p.Volume), 9);

    internal void Run(double seconds) => Terminal.RunTo(NowUtc.AddSeconds(seconds));

    internal void Price(double bid, string symbol = Btc, double? ask = null) => Terminal.Tick(symbol, NowUtc, bid, ask);

    /// <summary>Presses the button that says this.</summary>
    internal void Press(string text) =>
        _chart.Recording.Press(Assert.Single(_chart.Recording.FindControls<Button>(), button => button.Text == text));

    internal bool Said(string text) => Guard.Log.Any(line => line.Text.Contains(text, StringComparison.Ordinal));

    public void Dispose() => _source.Dispose();
}
