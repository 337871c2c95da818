using cAlgo.API;

namespace LiqIndicators.Terminal.Brokerage;

/// <summary>An open position. After the close it keeps its last volume.</summary>
public sealed class BrokerPosition
{
    internal BrokerPosition(
        int id, BrokerSymbol symbol, TradeType tradeType, double volume, double entryPrice, DateTime entryUtc, string? label, string? comment)
    {
        Id = id;
        Symbol = symbol;
        TradeType = tradeType;
        Volume = volume;
        EntryPrice = entryPrice;
        EntryUtc = entryUtc;
        Label = label;
        Comment = comment;
    }

    /// <summary>Number; unique in the account.</summary>
    public int Id { get; }

    /// <summary>Its symbol.</summary>
    public BrokerSymbol Symbol { get; }

    /// <summary>Buy for a long.</summary>
    public TradeType TradeType { get; }

    /// <summary>Units.</summary>
    public double Volume { get; internal set; }

    /// <summary>Average price of entry; quote currency per unit.</summary>
    public double EntryPrice { get; internal set; }

    /// <summary>Time of entry; UTC.</summary>
    public DateTime EntryUtc { get; }

    /// <summary>Label of its opener.</summary>
    public string? Label { get; }

    /// <summary>Comment of its opener.</summary>
    public string? Comment { get; }

    /// <summary>Stop loss; quote currency per unit.</summary>
    public double? StopLoss { get; internal set; }

    /// <summary>Take profit; quote currency per unit.</summary>
    public double? TakeProfit { get; internal set; }

    /// <summary>Commission charged so far for what is open; account currency, at most 0.</summary>
    public double Commissions { get; internal set; }

    /// <summary>Price at which it would be closed; quote currency per unit.</summary>
    public double CurrentPrice => TradeType == TradeType.Buy ? Symbol.Bid : Symbol.Ask;

    /// <summary>Open profit before commission; account currency.</summary>
    public double GrossProfit => GrossProfitOf(Volume, CurrentPrice);

    /// <summary>Open profit after the commission charged so far; account currency.</summary>
    public double NetProfit => GrossProfit + Commissions;

    /// <summary>Margin of this position alone; account currency.</summary>
    public double Margin => Symbol.MarginOf(Volume, EntryPrice);

    /// <summary>+1 for a buy, −1 for a sell.</summary>
    internal int Direction => TradeType == TradeType.Buy ? 1 : -1;

    internal double GrossProfitOf(double volume, double price) =>
        Symbol.QuoteToAccount * (Direction * (price - EntryPrice) * volume);

    /// <summary>Price so many pips from another, on the side of profit.</summary>
    internal double Away(double price, double pips) => price + (Direction * pips * Symbol.Specification.PipSize);
}
