namespace cAlgo.API;

public enum TradeType
{
    Buy,
    Sell,
}

public enum ErrorCode
{
    TechnicalError,
    BadVolume,
    NoMoney,
    MarketClosed,
    Disconnected,
    EntityNotFound,
    Timeout,
    UnknownSymbol,
    InvalidStopLossTakeProfit,
    InvalidRequest,
    NoTradingPermission,
}

public enum PositionCloseReason
{
    Closed,
    StopLoss,
    TakeProfit,
    StopOut,
}

public enum PendingOrderType
{
    Limit,
    Stop,
    StopLimit,
}

public enum PendingOrderCancellationReason
{
    Cancelled,
    Expired,
    Rejected,
}

public enum ProtectionType
{
    None,
    Relative,
    Absolute,
}

public enum StopTriggerMethod
{
    Trade,
    Opposite,
    DoubleTrade,
    DoubleOpposite,
}

public enum DealPositionImpact
{
    Opening,
    Closing,
}

public enum DealStatus
{
    Filled,
    PartiallyFilled,
    Rejected,
    Error,
    Missed,
    InternallyRejected,
}
