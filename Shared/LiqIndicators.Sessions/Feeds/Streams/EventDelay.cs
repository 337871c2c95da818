namespace LiqIndicators.Sessions.Feeds.Streams;

/// <summary>How long after a liquidation its message may come.</summary>
/// <remarks>Venues gather liquidations for up to a second before they send them; the other second is the way and the host's.</remarks>
public static class EventDelay
{
    /// <summary>What happened earlier than this before the newest time that a stream told was told by then, if the stream told it at all.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);
}
