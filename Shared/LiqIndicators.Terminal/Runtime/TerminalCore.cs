using cAlgo.API;
using LiqIndicators.Terminal.Brokerage;
using LiqIndicators.Terminal.Platform;
using LiqIndicators.Terminal.Series;
using LiqIndicators.Terminal.Trading;

namespace LiqIndicators.Terminal.Runtime;

/// <summary>What all parts of one terminal share.</summary>
internal sealed class TerminalCore
{
    private readonly int _threadId = Environment.CurrentManagedThreadId;
    private readonly Dictionary<(string Symbol, TimeFrame TimeFrame), BarsSeries> _bars = [];

    internal TerminalCore(TerminalOptions options)
    {
        Options = Check(options);
        Dispatcher = new Dispatcher(options.StartUtc);
        Application = new TerminalApplication(this);
        Server = new TerminalServer(this);
        Broker = new Broker(options.Account, () => NowUtc);
        Symbols = new TerminalSymbols(this);
        Assets = new TerminalAssets(this);
        Desk = new TradingDesk(this);
        Notifications = new TerminalNotifications(this);
    }

    internal TerminalOptions Options { get; }

    internal Dispatcher Dispatcher { get; }

    internal CalculationTracker Calculations { get; } = new();

    internal TerminalApplication Application { get; }

    internal TerminalServer Server { get; }

    internal TerminalSymbols Symbols { get; }

    internal TerminalAssets Assets { get; }

    /// <summary>The account at the broker, which goes on whatever the terminal does.</summary>
    internal Broker Broker { get; }

    internal TradingDesk Desk { get; }

    internal TerminalNotifications Notifications { get; }

    internal List<LogLine> Log { get; } = [];

    internal List<AlgoError> Errors { get; } = [];

    internal List<TerminalChart> Charts { get; } = [];

    internal DateTime NowUtc => Dispatcher.NowUtc;

    /// <exception cref="InvalidOperationException">The caller is on another thread than the terminal.</exception>
    internal void CheckThread()
    {
        if (Environment.CurrentManagedThreadId != _threadId)
        {
            throw new InvalidOperationException(
                "The API is used from another thread; the platform allows only the algo's own. "
                + "Use BeginInvokeOnMainThread.");
        }
    }

    internal DateTime ToApiTime(DateTime timeUtc) => DateTime.SpecifyKind(timeUtc, Options.ApiTimeKind);

    internal DateTime? ToApiTime(DateTime? timeUtc) => timeUtc is { } time ? ToApiTime(time) : null;

    /// <summary>The bars of a symbol: built from the recording once, then kept up to date by every price.</summary>
    internal BarsSeries GetBars(TimeFrame timeFrame, string symbolName)
    {
        if (_bars.TryGetValue((symbolName, timeFrame), out BarsSeries? known))
        {
            return known;
        }

        TerminalSymbol symbol = Symbols.Find(symbolName);
        BarsSeries bars = new(this, symbolName, timeFrame, symbol.CreateBuilder(timeFrame));
        foreach (RecordedTick tick in symbol.PlayedTicks())
        {
            bars.AppendHistory(tick);
        }

        bars.HideAllBut(Options.HistoryBars);
        _bars.Add((symbolName, timeFrame), bars);
        return bars;
    }

    internal BarsSeries[] BarsOf(TerminalSymbol symbol) =>
        _bars.Where(pair => pair.Key.Symbol == symbol.Name).Select(pair => pair.Value).ToArray();

    private static TerminalOptions Check(TerminalOptions options)
    {
        if (options.StartUtc.Kind != DateTimeKind.Utc)
        {
            throw new ArgumentException(
                $"StartUtc is of kind {options.StartUtc.Kind}; expected a UTC time.", nameof(options));
        }

        if (options.HistoryBars < 1 || options.HistoryChunkBars < 1)
        {
            throw new ArgumentException(
                $"HistoryBars is {options.HistoryBars} and HistoryChunkBars is {options.HistoryChunkBars}; "
                + "expected at least 1 each.",
                nameof(options));
        }

        if (options.ApiTimeKind == DateTimeKind.Local)
        {
            throw new ArgumentException("ApiTimeKind is Local; expected Unspecified or Utc.", nameof(options));
        }

        return options;
    }
}
