namespace LiqIndicators.Sessions.Guarding;

/// <summary>How the platform answered an order; one value per error of the platform, and success.</summary>
public enum TradeOutcome
{
    /// <summary>Accepted and done, as far as the answer tells; the next read verifies it.</summary>
    Done,

    /// <summary>Something failed on the way; whether the order was done is not known.</summary>
    TechnicalError,

    /// <summary>The volume is not acceptable.</summary>
    BadVolume,

    /// <summary>The account lacks the money.</summary>
    NoMoney,

    /// <summary>The market of the symbol is closed.</summary>
    MarketClosed,

    /// <summary>The connection is lost; whether the order was done is not known.</summary>
    Disconnected,

    /// <summary>The position or the order does not exist any more.</summary>
    EntityNotFound,

    /// <summary>No answer in time; whether the order was done is not known.</summary>
    Timeout,

    /// <summary>The symbol is not known.</summary>
    UnknownSymbol,

    /// <summary>The stop is on the wrong side of the market or too near to it.</summary>
    InvalidStopLossTakeProfit,

    /// <summary>The request does not make sense to the platform.</summary>
    InvalidRequest,

    /// <summary>The algo or the account may not trade.</summary>
    NoTradingPermission,
}
