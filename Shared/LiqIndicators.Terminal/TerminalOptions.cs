using cAlgo.API;
using LiqIndicators.Terminal.Platform;
using LiqIndicators.Terminal.Trading;

namespace LiqIndicators.Terminal;

/// <summary>How a <see cref="HeadlessTerminal"/> behaves; every value has a default.</summary>
public sealed record TerminalOptions
{
    /// <summary>Where the virtual clock starts: recorded bars before it are history, later ones are played.</summary>
    public DateTime StartUtc { get; init; } = new(2025, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>Where the algo believes it runs.</summary>
    public TerminalEnvironment Environment { get; init; }

    /// <summary>Running mode told in a backtest; everywhere else it is <see cref="RunningMode.RealTime"/>.</summary>
    public RunningMode BacktestMode { get; init; } = RunningMode.SilentBacktesting;

    /// <summary>
    /// Kind of every <see cref="DateTime"/> that the API returns. Not established for the platform, so test both.
    /// </summary>
    public DateTimeKind ApiTimeKind { get; init; } = DateTimeKind.Unspecified;

    /// <summary>Whether algos see no chart, as when a plugin runs them.</summary>
    public bool ChartIsNull { get; init; }

    /// <summary>Count of the newest bars that are loaded when a chart opens; at least 1.</summary>
    public int HistoryBars { get; init; } = int.MaxValue;

    /// <summary>Count of bars that one request for more history loads; at least 1.</summary>
    public int HistoryChunkBars { get; init; } = 500;

    /// <summary>What happens to an indicator when bars appear before its first one.</summary>
    public HistoryReplay HistoryReplay { get; init; }

    /// <summary>Answers HTTP requests; null lets each of them fail as an unreachable host.</summary>
    public IHttpHandler? Http { get; init; }

    /// <summary>The other end of web sockets; null lets each connection fail.</summary>
    public IWebSocketHandler? WebSockets { get; init; }

    /// <summary>Whether web sockets connect in a backtest. Not established for the platform, so test both.</summary>
    public bool WebSocketsConnectInBacktest { get; init; }

    /// <summary>The moment that a backtest is run at, which HTTP answers are made for; UTC.</summary>
    public DateTime TodayUtc { get; init; } = new(2030, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>What outlives the terminal; share one between two terminals to play a restart.</summary>
    public StorageDisk Disk { get; init; } = new();

    /// <summary>Theme of the application.</summary>
    public ColorTheme ColorTheme { get; init; } = ColorTheme.Dark;

    /// <summary>Empty room that the user left to the right of the newest bar, in bars; in [0, 1000].</summary>
    public int RightMarginBars { get; init; } = 8;

    /// <summary>The trading account.</summary>
    public AccountOptions Account { get; init; } = new();

    /// <summary>What becomes of each request of an algo to the broker; null lets all of them through.</summary>
    public Func<TradeRequest, OrderFate>? Fates { get; init; }

    /// <summary>
    /// Whether a chart that follows the newest bar says that it scrolled when one opens. Not established for the platform, so test both.
    /// </summary>
    public bool NewBarsScrollCharts { get; init; } = true;
}
