namespace LiqIndicators.Terminal;

/// <summary>Where the algo believes it runs; the platform's services differ between them.</summary>
public enum TerminalEnvironment
{
    /// <summary>The desktop application on live prices.</summary>
    Desktop,

    /// <summary>A backtest on the desktop: storage stays in memory, notifications are silent, HTTP answers with today.</summary>
    Backtest,

    /// <summary>The command line: no pop-ups and no sounds.</summary>
    Cli,

    /// <summary>The cloud: no HTTP, no web sockets, no sounds, no pop-ups, and storage that ends with the run.</summary>
    Cloud,
}
