using cAlgo.API.Internals;
using LiqIndicators.MarketData.Feeds;

namespace LiqIndicators.CTrader.Feeds;

/// <summary>Where an algo's derivatives data come from: a recording when its host provides one.</summary>
public static class MarketFeedSource
{
    private static readonly AsyncLocal<Func<string, IMarketFeed>?> Recording = new();

    /// <summary>Gives recorded data to every algo that starts until the result is disposed.</summary>
    /// <param name="open">Opens a feed for a symbol name of the broker; called once per algo.</param>
    public static IDisposable UseRecording(Func<string, IMarketFeed> open)
    {
        ArgumentNullException.ThrowIfNull(open);
        Recording.Value = open;
        return new Scope();
    }

    /// <summary>Opens the feed for an algo's symbol.</summary>
    internal static IMarketFeed Open(Algo algo) =>
        Recording.Value?.Invoke(algo.SymbolName) ?? new RecordedFeed("no data source", [], TimeSpan.FromHours(1));

    private sealed class Scope : IDisposable
    {
        public void Dispose() => Recording.Value = null;
    }
}
