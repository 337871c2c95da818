namespace LiqIndicators.Analytics.OpenInterest;

/// <summary>What price and open interest together say about who acts.</summary>
public enum PositioningRegime
{
    /// <summary>Not known: an input or history is missing.</summary>
    Unknown,

    /// <summary>Price or open interest stays inside its dead band.</summary>
    Neutral,

    /// <summary>Price up, open interest up: longs are opened.</summary>
    LongBuildUp,

    /// <summary>Price down, open interest up: shorts are opened.</summary>
    ShortBuildUp,

    /// <summary>Price up, open interest down: shorts are closed.</summary>
    ShortCovering,

    /// <summary>Price down, open interest down: longs are closed.</summary>
    LongUnwinding,
}
