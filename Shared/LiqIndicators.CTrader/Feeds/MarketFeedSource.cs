using LiqIndicators.MarketData.Feeds;

namespace LiqIndicators.CTrader.Feeds;

/// <summary>Lets a host give recorded data to algos; without it they follow the market live.</summary>
public static class MarketFeedSource
{
    private static readonly AsyncLocal<Func<string, IMarketFeed>?> Recording = new();

    /// <summary>Gives recorded data to every algo that starts until the result is disposed.</summary>
    /// <param name="open">Opens a feed for a symbol name of the broker; called once per algo and symbol.</param>
    public static IDisposable UseRecording(Func<string, IMarketFeed> open)
    {
        ArgumentNullException.ThrowIfNull(open);
        Recording.Value = open;
        return new Scope();
    }

    /// <summary>The host's recording of a symbol; null when it provides none.</summary>
    internal static IMarketFeed? Recorded(string symbolName) => Recording.Value?.Invoke(symbolName);

    private sealed class Scope : IDisposable
    {
        public void Dispose() => Recording.Value = null;
    }
}
