namespace LiqIndicators.Sessions.Feeds.Opening;

/// <summary>Where live data must not or cannot be read.</summary>
public static class LiveRules
{
    /// <summary>Why live data are refused, in a sentence for the user; empty when they are not.</summary>
    /// <param name="isBacktesting">Whether past bars are played: requests would still be answered with today's data.</param>
    /// <param name="isCloud">Whether the host lets nothing out and does not say so.</param>
    public static string Refusal(bool isBacktesting, bool isCloud) =>
        isBacktesting ? "a backtest reads no live data: venues answer with today's, which nobody had then; it needs data recorded at those times"
        : isCloud ? "nothing can be read in cTrader's cloud: it lets no request out; run on a desktop or by the command line"
        : "";
}
