namespace LiqIndicators.Analytics.Market;

/// <summary>Side of a position, not of the order that liquidates it: a long is liquidated by a sell.</summary>
public enum PositionSide
{
    /// <summary>Gains when the price rises; its liquidation prices lie below the market.</summary>
    Long,

    /// <summary>Gains when the price falls; its liquidation prices lie above the market.</summary>
    Short,
}
