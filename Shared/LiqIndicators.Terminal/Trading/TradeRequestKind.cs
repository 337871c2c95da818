namespace LiqIndicators.Terminal.Trading;

/// <summary>What an algo asks the broker for.</summary>
public enum TradeRequestKind
{
    /// <summary>Open a position.</summary>
    Open,

    /// <summary>Close a position in part or whole.</summary>
    Close,

    /// <summary>Close a position and open its opposite.</summary>
    Reverse,

    /// <summary>Bring a position to another volume.</summary>
    ChangeVolume,

    /// <summary>Change stop loss or take profit.</summary>
    Protect,

    /// <summary>Cancel a pending order.</summary>
    CancelOrder,
}
