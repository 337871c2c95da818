namespace LiqIndicators.Sessions.Feeds;

/// <summary>Whether a venue takes part now.</summary>
public enum FeedSourceState
{
    /// <summary>Its history is being loaded.</summary>
    Loading,

    /// <summary>It takes part.</summary>
    Up,

    /// <summary>It asked for a pause or fails; it is asked again by itself.</summary>
    Pausing,

    /// <summary>It does not serve this place, this key or this instrument.</summary>
    NotAvailable,
}
