using LiqIndicators.MarketData.Ports;
using LiqIndicators.Sessions.Feeds;

namespace LiqIndicators.Workbench.Transports;

/// <summary>Runs a live feed on one thread of the console.</summary>
internal sealed class FeedHost : IDisposable
{
    private static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(20);

    private readonly OwnerThread _owner = new();
    private readonly RestTransport _http;

    /// <summary>A host whose feed has asked for nothing yet.</summary>
    /// <param name="market">Which market on which venues.</param>
    /// <param name="options">Choices of the feed.</param>
    /// <param name="blobs">Keeps the cache.</param>
    /// <param name="log">Takes lines for the user.</param>
    /// <param name="observer">Hears every row; null for nobody.</param>
    internal FeedHost(FollowedMarket market, LiveFeedOptions options, IBlobStore blobs, Action<string> log, IFeedObserver? observer = null)
    {
        _http = new RestTransport(_owner, RequestTimeout);
        Feed = new LiveMarketFeed(
            options, market.Sources(), new FeedPorts(_http, new SocketTransport(_owner), blobs, Clock, log, observer));
    }

    /// <summary>Choices of a console's feed: it is one process that somebody waits for, and takes four times what a chart takes.</summary>
    /// <param name="historyDays">History to load; in [1, 90].</param>
    internal static LiveFeedOptions Options(int historyDays) => new() { History = TimeSpan.FromDays(historyDays), OwnBudgetShare = 0.5 };

    internal LiveMarketFeed Feed { get; }

    internal SystemClock Clock { get; } = new();

    /// <summary>Follows the market on the calling thread until there is nothing more to do.</summary>
    /// <param name="pump">What else is due after each pump of the feed.</param>
    /// <param name="isDone">Whether to end.</param>
    /// <param name="stop">Ends it from outside.</param>
    internal void Run(Action pump, Func<bool> isDone, CancellationToken stop)
    {
        try
        {
            _owner.Run(
                () =>
                {
                    Feed.Pump();
                    pump();
                },
                isDone,
                stop);
        }
        finally
        {
            Feed.Stop();
        }
    }

    public void Dispose()
    {
        _owner.Dispose();
        _http.Dispose();
    }
}
