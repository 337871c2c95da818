using cAlgo.API.Internals;

namespace cAlgo.API;

public interface PendingOrder
{
    TradeType TradeType { get; }
    double VolumeInUnits { get; }
    int Id { get; }
    PendingOrderType OrderType { get; }
    double TargetPrice { get; }
    DateTime? ExpirationTime { get; }
    double? StopLoss { get; }
    double? StopLossPips { get; }
    double? TakeProfit { get; }
    double? TakeProfitPips { get; }
    string Label { get; }
    string Comment { get; }
    double Quantity { get; }
    bool HasTrailingStop { get; }
    StopTriggerMethod? StopLossTriggerMethod { get; }
    StopTriggerMethod? StopOrderTriggerMethod { get; }
    double? StopLimitRangePips { get; }
    string SymbolName { get; }
    Symbol Symbol { get; }
    double CurrentPrice { get; }
    double DistancePips { get; }
    string Channel { get; }
    DateTime SubmittedTime { get; }
    DateTime? LastUpdateTime { get; }
    ProtectionType ProtectionType { get; }

    TradeResult ModifyStopLossPips(double? stopLossPips);
    TradeResult ModifyTakeProfitPips(double? takeProfitPips);
    TradeResult ModifyStopLimitRange(double stopLimitRangePips);
    TradeResult ModifyExpirationTime(DateTime? expirationTime);
    TradeResult ModifyVolume(double volume);
    TradeResult ModifyTargetPrice(double targetPrice);
    TradeResult Cancel();
    TradeResult ModifyStopLossPrice(double? stopLoss);
    TradeResult ModifyTakeProfitPrice(double? takeProfit);
}
