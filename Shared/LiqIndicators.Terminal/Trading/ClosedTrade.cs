using cAlgo.API;
using cAlgo.API.Internals;
using LiqIndicators.Terminal.Brokerage;

namespace LiqIndicators.Terminal.Trading;

/// <summary>A closed position, or the closed part of one, in the words of the API.</summary>
internal sealed class ClosedTrade : HistoricalTrade
{
    private readonly TradingDesk _desk;
    private readonly ClosedDeal _deal;

    internal ClosedTrade(TradingDesk desk, ClosedDeal deal)
    {
        _desk = desk;
        _deal = deal;
    }

    public int ClosingDealId => _deal.Id;

    public int PositionId => _deal.PositionId;

    public string SymbolName => _deal.Symbol.Name;

    public Symbol Symbol => _desk.SymbolOf(_deal.Symbol);

    public TradeType TradeType => _deal.TradeType;

    public double VolumeInUnits => _deal.Volume;

    public double Quantity => Symbol.VolumeInUnitsToQuantity(VolumeInUnits);

    public DateTime EntryTime => _desk.ToApiTime(_deal.EntryUtc);

    public double EntryPrice => _deal.EntryPrice;

    public DateTime ClosingTime => _desk.ToApiTime(_deal.ClosingUtc);

    public double ClosingPrice => _deal.ClosingPrice;

    public string? Label => _deal.Label;

    public string? Comment => _deal.Comment;

    public string? Channel => null;

    public double Commissions => _deal.Commissions;

    public double Swap => 0;

    public double GrossProfit => _deal.GrossProfit;

    public double NetProfit => _deal.NetProfit;

    public double Balance => _deal.Balance;

    public double Pips => (TradeType == TradeType.Buy ? 1 : -1) * (ClosingPrice - EntryPrice) / Symbol.PipSize;

    public Deal? ClosingDeal => null;
}
