using LiqIndicators.MarketData.Ports;

namespace LiqIndicators.Sessions.Feeds;

/// <summary>What a live feed needs from its host; all of it is called and calls back on the host's one thread.</summary>
/// <param name="Http">Sends requests.</param>
/// <param name="Streams">Opens streams.</param>
/// <param name="Blobs">Keeps the cache.</param>
/// <param name="Clock">Tells the time.</param>
/// <param name="Log">Takes lines for the user's log; they hold no key.</param>
/// <param name="Observer">Hears every row that the feed takes; null for nobody.</param>
public sealed record FeedPorts(
    IHttpTransport Http, IStreamTransport Streams, IBlobStore Blobs, IClock Clock, Action<string> Log, IFeedObserver? Observer = null);
