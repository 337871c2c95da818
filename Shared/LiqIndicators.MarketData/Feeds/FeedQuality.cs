namespace LiqIndicators.MarketData.Feeds;

/// <summary>What is wrong with a series; several may hold at once.</summary>
[Flags]
public enum FeedQuality
{
    /// <summary>Nothing known to be wrong.</summary>
    Good = 0,

    /// <summary>No bar has arrived yet.</summary>
    Empty = 1,

    /// <summary>The bar after the newest is overdue, or open interest that stands still while the price moves.</summary>
    Stale = 2,

    /// <summary>Bars, or the open interest or liquidations of some, are missing inside the series.</summary>
    Gap = 4,

    /// <summary>The source publishes only part of what happened, such as one liquidation per second.</summary>
    Throttled = 8,

    /// <summary>Values are modelled from other series.</summary>
    Estimated = 16,

    /// <summary>The vendor has changed values it had published before.</summary>
    Revised = 32,

    /// <summary>The market publishes no open interest here.</summary>
    NoOpenInterest = 64,

    /// <summary>The market publishes no liquidations here.</summary>
    NoLiquidations = 128,
}
