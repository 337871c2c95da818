using cAlgo.API.Hosting;
using cAlgo.API.Internals;

namespace cAlgo.API;

public class Robot : Algo
{
    public IAccount Account => Host().Account;

    public TradeResult LastResult => Host().LastResult;

    public void Stop() => Host().Stop();

    public TradeResult ExecuteMarketOrder(TradeType tradeType, string symbolName, double volume) =>
        Trade(Open(tradeType, symbolName, volume));

    public TradeResult ExecuteMarketOrder(TradeType tradeType, string symbolName, double volume, string label) =>
        Trade(Open(tradeType, symbolName, volume, label));

    public TradeResult ExecuteMarketOrder(
        TradeType tradeType, string symbolName, double volume, string label, double? stopLossPips,
        double? takeProfitPips) =>
        Trade(Open(tradeType, symbolName, volume, label, stopLossPips, takeProfitPips));

    public TradeResult ExecuteMarketOrder(
        TradeType tradeType, string symbolName, double volume, string label, double? stopLossPips,
        double? takeProfitPips, string comment) =>
        Trade(Open(tradeType, symbolName, volume, label, stopLossPips, takeProfitPips, comment));

    public TradeResult ExecuteMarketOrder(
        TradeType tradeType, string symbolName, double volume, string label, double? stopLossPips,
        double? takeProfitPips, string comment, bool hasTrailingStop) =>
        Trade(Open(tradeType, symbolName, volume, label, stopLossPips, takeProfitPips, comment, hasTrailingStop));

    public TradeResult ExecuteMarketOrder(
        TradeType tradeType, string symbolName, double volume, string label, double? stopLossPips,
        double? takeProfitPips, string comment, bool hasTrailingStop, StopTriggerMethod? stopLossTriggerMethod) =>
        Trade(Open(
            tradeType, symbolName, volume, label, stopLossPips, takeProfitPips, comment, hasTrailingStop,
            stopLossTriggerMethod));

    public TradeOperation ExecuteMarketOrderAsync(
        TradeType tradeType, string symbolName, double volume, Action<TradeResult> callback = null) =>
        TradeAsync(Open(tradeType, symbolName, volume), callback);

    public TradeOperation ExecuteMarketOrderAsync(
        TradeType tradeType, string symbolName, double volume, string label, Action<TradeResult> callback = null) =>
        TradeAsync(Open(tradeType, symbolName, volume, label), callback);

    public TradeOperation ExecuteMarketOrderAsync(
        TradeType tradeType, string symbolName, double volume, string label, double? stopLossPips,
        double? takeProfitPips, Action<TradeResult> callback = null) =>
        TradeAsync(Open(tradeType, symbolName, volume, label, stopLossPips, takeProfitPips), callback);

    public TradeOperation ExecuteMarketOrderAsync(
        TradeType tradeType, string symbolName, double volume, string label, double? stopLossPips,
        double? takeProfitPips, string comment, Action<TradeResult> callback = null) =>
        TradeAsync(Open(tradeType, symbolName, volume, label, stopLossPips, takeProfitPips, comment), callback);

    public TradeResult ClosePosition(Position position) => Trade(new ClosePositionCommand(position, null));

    public TradeResult ClosePosition(Position position, long volume) =>
        Trade(new ClosePositionCommand(position, volume));

    public TradeResult ClosePosition(Position position, double volume) =>
        Trade(new ClosePositionCommand(position, volume));

    public TradeOperation ClosePositionAsync(Position position, Action<TradeResult> callback = null) =>
        TradeAsync(new ClosePositionCommand(position, null), callback);

    public TradeOperation ClosePositionAsync(Position position, long volume, Action<TradeResult> callback = null) =>
        TradeAsync(new ClosePositionCommand(position, volume), callback);

    public TradeOperation ClosePositionAsync(Position position, double volume, Action<TradeResult> callback = null) =>
        TradeAsync(new ClosePositionCommand(position, volume), callback);

    public TradeResult ReversePosition(Position position) => Trade(new ReversePositionCommand(position, null));

    public TradeResult ReversePosition(Position position, double volume) =>
        Trade(new ReversePositionCommand(position, volume));

    public TradeResult ModifyPosition(Position position, double volume) =>
        Trade(new ModifyVolumeCommand(position, volume));

    public TradeResult ModifyPosition(
        Position position, double? stopLoss, double? takeProfit, ProtectionType? protectionType) =>
        Trade(new ModifyProtectionCommand(position, stopLoss, takeProfit, protectionType, null, null));

    public TradeResult ModifyPosition(
        Position position, double? stopLoss, double? takeProfit, ProtectionType? protectionType,
        bool hasTrailingStop) =>
        Trade(new ModifyProtectionCommand(position, stopLoss, takeProfit, protectionType, hasTrailingStop, null));

    public TradeOperation ModifyPositionAsync(
        Position position, double volume, Action<TradeResult> callback = null) =>
        TradeAsync(new ModifyVolumeCommand(position, volume), callback);

    public TradeOperation ModifyPositionAsync(
        Position position, double? stopLoss, double? takeProfit, ProtectionType? protectionType, Action<TradeResult> callback) =>
        TradeAsync(new ModifyProtectionCommand(position, stopLoss, takeProfit, protectionType, null, null), callback);

    public TradeOperation ModifyPositionAsync(
        Position position, double? stopLoss, double? takeProfit, ProtectionType? protectionType,
        bool hasTrailingStop, StopTriggerMethod? stopLossTriggerMethod, Action<TradeResult> callback) =>
        TradeAsync(
            new ModifyProtectionCommand(position, stopLoss, takeProfit, protectionType, hasTrailingStop, stopLossTriggerMethod), callback);

    public TradeResult CancelPendingOrder(PendingOrder pendingOrder) => Trade(new CancelOrderCommand(pendingOrder));

    public TradeOperation CancelPendingOrderAsync(PendingOrder pendingOrder, Action<TradeResult> callback = null) =>
        TradeAsync(new CancelOrderCommand(pendingOrder), callback);

    protected internal virtual void OnStart()
    {
    }

    protected internal virtual void OnStop()
    {
    }

    protected internal virtual void OnTick()
    {
    }

    protected internal virtual void OnBar()
    {
    }

    protected internal virtual void OnBarClosed()
    {
    }

    protected internal virtual void OnError(Error error)
    {
    }

    public override string ToString() => GetType().Name;

    private static OpenPositionCommand Open(
        TradeType tradeType,
        string symbolName,
        double volume,
        string label = null,
        double? stopLossPips = null,
        double? takeProfitPips = null,
        string comment = null,
        bool hasTrailingStop = false,
        StopTriggerMethod? stopLossTriggerMethod = null) =>
        new(tradeType, symbolName, volume, label, stopLossPips, takeProfitPips, comment, hasTrailingStop,
            stopLossTriggerMethod);

    private TradeResult Trade(TradeCommand command) => Host(nameof(Trade)).Trade(command);

    private TradeOperation TradeAsync(TradeCommand command, Action<TradeResult> callback) =>
        Host(nameof(TradeAsync)).TradeAsync(command, callback);
}
