using cAlgo.API.Internals;

namespace cAlgo.API;

public interface HistoricalTrade
{
    int ClosingDealId { get; }
    int PositionId { get; }
    string SymbolName { get; }
    TradeType TradeType { get; }
    double VolumeInUnits { get; }
    DateTime EntryTime { get; }
    double EntryPrice { get; }
    DateTime ClosingTime { get; }
    double ClosingPrice { get; }
    string Label { get; }
    string Comment { get; }
    double Commissions { get; }
    double Swap { get; }
    double NetProfit { get; }
    double GrossProfit { get; }
    double Balance { get; }
    double Pips { get; }
    double Quantity { get; }
    Symbol Symbol { get; }
    string Channel { get; }
    Deal ClosingDeal { get; }
}
