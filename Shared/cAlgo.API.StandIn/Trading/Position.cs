using cAlgo.API.Collections;
using cAlgo.API.Internals;

namespace cAlgo.API;

public interface Position
{
    string SymbolName { get; }
    TradeType TradeType { get; }
    double VolumeInUnits { get; }
    int Id { get; }
    double GrossProfit { get; }
    double EntryPrice { get; }
    double? StopLoss { get; }
    double? TakeProfit { get; }
    double NetProfit { get; }
    double Swap { get; }
    double Commissions { get; }
    DateTime EntryTime { get; }
    double Pips { get; }
    string Label { get; }
    string Comment { get; }
    double Quantity { get; }
    bool HasTrailingStop { get; }
    StopTriggerMethod? StopLossTriggerMethod { get; }
    double Margin { get; }
    double CurrentPrice { get; }
    Symbol Symbol { get; }
    string Channel { get; }
    DateTime? LastUpdateTime { get; }
    IReadonlyList<Deal> Deals { get; }

    TradeResult ModifyStopLossPrice(double? stopLoss);
    TradeResult ModifyTakeProfitPrice(double? takeProfit);
    TradeResult ModifyStopLossPips(double? stopLossPips);
    TradeResult ModifyTakeProfitPips(double? takeProfitPips);
    TradeResult ModifyTrailingStop(bool hasTrailingStop);
    TradeResult ModifyVolume(double volume);
    TradeResult Reverse();
    TradeResult Reverse(double volume);
    TradeResult Close();
}
