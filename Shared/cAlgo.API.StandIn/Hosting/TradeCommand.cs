namespace cAlgo.API.Hosting;

/// <summary>One request to the broker. Null volumes mean the whole position; prices are absolute unless named pips.</summary>
internal abstract record TradeCommand;

internal sealed record OpenPositionCommand(
    TradeType TradeType,
    string SymbolName,
    double Volume,
    string Label,
    double? StopLossPips,
    double? TakeProfitPips,
    string Comment,
    bool HasTrailingStop,
    StopTriggerMethod? StopLossTriggerMethod) : TradeCommand;

internal sealed record ClosePositionCommand(Position Position, double? Volume) : TradeCommand;

internal sealed record ReversePositionCommand(Position Position, double? Volume) : TradeCommand;

internal sealed record ModifyVolumeCommand(Position Position, double Volume) : TradeCommand;

internal sealed record ModifyProtectionCommand(
    Position Position,
    double? StopLoss,
    double? TakeProfit,
    ProtectionType? ProtectionType,
    bool? HasTrailingStop,
    StopTriggerMethod? StopLossTriggerMethod) : TradeCommand;

internal sealed record CancelOrderCommand(PendingOrder PendingOrder) : TradeCommand;
