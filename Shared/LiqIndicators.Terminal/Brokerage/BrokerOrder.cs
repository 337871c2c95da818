using cAlgo.API;

namespace LiqIndicators.Terminal.Brokerage;

/// <summary>A pending order: it becomes a position when price comes to its target.</summary>
public sealed class BrokerOrder
{
    internal BrokerOrder(
        int id, BrokerSymbol symbol, TradeType tradeType, double volume, PendingOrderType orderType, double targetPrice, DateTime submittedUtc, string? label)
    {
        Id = id;
        Symbol = symbol;
        TradeType = tradeType;
        Volume = volume;
        OrderType = orderType;
        TargetPrice = targetPrice;
        SubmittedUtc = submittedUtc;
        Label = label;
    }

    /// <summary>Number; unique in the account.</summary>
    public int Id { get; }

    /// <summary>Its symbol.</summary>
    public BrokerSymbol Symbol { get; }

    /// <summary>Buy for what would open a long.</summary>
    public TradeType TradeType { get; }

    /// <summary>Units.</summary>
    public double Volume { get; internal set; }

    /// <summary>Limit or stop.</summary>
    public PendingOrderType OrderType { get; }

    /// <summary>Quote currency per unit.</summary>
    public double TargetPrice { get; internal set; }

    /// <summary>When it was placed; UTC.</summary>
    public DateTime SubmittedUtc { get; }

    /// <summary>When it ends by itself; UTC; null for never.</summary>
    public DateTime? ExpirationUtc { get; internal set; }

    /// <summary>Stop loss of the position it opens; quote currency per unit.</summary>
    public double? StopLoss { get; internal set; }

    /// <summary>Take profit of the position it opens; quote currency per unit.</summary>
    public double? TakeProfit { get; internal set; }

    /// <summary>Label of its placer.</summary>
    public string? Label { get; }

    /// <summary>Whether the present price fills it.</summary>
    internal bool IsReached => (OrderType, TradeType) switch
    {
        (PendingOrderType.Limit, TradeType.Buy) => Symbol.Ask <= TargetPrice,
        (PendingOrderType.Limit, TradeType.Sell) => Symbol.Bid >= TargetPrice,
        (_, TradeType.Buy) => Symbol.Ask >= TargetPrice,
        _ => Symbol.Bid <= TargetPrice,
    };
}
