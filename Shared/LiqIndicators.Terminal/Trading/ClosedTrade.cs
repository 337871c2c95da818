using cAlgo.API;
using cAlgo.API.Internals;

namespace LiqIndicators.Terminal.Trading;

/// <summary>A closed position, or the closed part of one.</summary>
internal sealed class ClosedTrade : HistoricalTrade
{
    private readonly TerminalPosition _position;

    internal ClosedTrade(TerminalPosition position, int closingDealId, double volume, DateTime closingTime, double balance)
    {
        _position = position;
        ClosingDealId = closingDealId;
        VolumeInUnits = volume;
        ClosingTime = closingTime;
        ClosingPrice = position.CurrentPrice;
        GrossProfit = position.GrossProfitOf(volume);
        Pips = position.Pips;
        Balance = balance;
    }

    public int ClosingDealId { get; }

    public int PositionId => _position.Id;

    public string SymbolName => _position.SymbolName;

    public Symbol Symbol => _position.Symbol;

    public TradeType TradeType => _position.TradeType;

    public double VolumeInUnits { get; }

    public double Quantity => _position.TerminalSymbol.VolumeInUnitsToQuantity(VolumeInUnits);

    public DateTime EntryTime => _position.EntryTime;

    public double EntryPrice => _position.EntryPrice;

    public DateTime ClosingTime { get; }

    public double ClosingPrice { get; }

    public string? Label => _position.Label;

    public string? Comment => _position.Comment;

    public string? Channel => null;

    public double Commissions => 0;

    public double Swap => 0;

    public double GrossProfit { get; }

    public double NetProfit => GrossProfit + Commissions + Swap;

    /// <summary>Balance after the close; account currency.</summary>
    public double Balance { get; }

    public double Pips { get; }

    public Deal? ClosingDeal => null;
}
