using cAlgo.API;
using cAlgo.API.Collections;
using cAlgo.API.Hosting;
using cAlgo.API.Internals;
using LiqIndicators.Terminal.Brokerage;

namespace LiqIndicators.Terminal.Trading;

/// <summary>A position in the words of the API. After the close it keeps its last values.</summary>
internal sealed class TerminalPosition : Position
{
    private readonly TradingDesk _desk;

    internal TerminalPosition(TradingDesk desk, BrokerPosition held)
    {
        _desk = desk;
        Held = held;
    }

    public int Id => Held.Id;

    public string SymbolName => Held.Symbol.Name;

    public Symbol Symbol => _desk.SymbolOf(Held.Symbol);

    public TradeType TradeType => Held.TradeType;

    public double VolumeInUnits => Held.Volume;

    public double Quantity => Symbol.VolumeInUnitsToQuantity(VolumeInUnits);

    public DateTime EntryTime => _desk.ToApiTime(Held.EntryUtc);

    public double EntryPrice => Held.EntryPrice;

    public double CurrentPrice => Held.CurrentPrice;

    public double? StopLoss => Held.StopLoss;

    public double? TakeProfit => Held.TakeProfit;

    /// <summary>Kept and told, not played: no stop trails by it.</summary>
    public bool HasTrailingStop { get; internal set; }

    public StopTriggerMethod? StopLossTriggerMethod { get; internal set; }

    public double GrossProfit => Held.GrossProfit;

    public double NetProfit => Held.NetProfit;

    public double Swap => 0;

    public double Commissions => Held.Commissions;

    public double Pips => Held.Direction * (CurrentPrice - EntryPrice) / Symbol.PipSize;

    public double Margin => Held.Margin;

    public string? Label => Held.Label;

    public string? Comment => Held.Comment;

    public string? Channel => null;

    public DateTime? LastUpdateTime { get; internal set; }

    public IReadonlyList<Deal> Deals { get; } = new ReadOnlyItems<Deal>([]);

    /// <summary>The position at the broker.</summary>
    internal BrokerPosition Held { get; }

    public TradeResult ModifyStopLossPrice(double? stopLoss) => Protect(stopLoss, TakeProfit);

    public TradeResult ModifyTakeProfitPrice(double? takeProfit) => Protect(StopLoss, takeProfit);

    public TradeResult ModifyStopLossPips(double? stopLossPips) =>
        Protect(stopLossPips is { } pips ? Held.Away(EntryPrice, -pips) : null, TakeProfit);

    public TradeResult ModifyTakeProfitPips(double? takeProfitPips) =>
        Protect(StopLoss, takeProfitPips is { } pips ? Held.Away(EntryPrice, pips) : null);

    public TradeResult ModifyTrailingStop(bool hasTrailingStop) => _desk.Execute(
        new ModifyProtectionCommand(this, StopLoss, TakeProfit, ProtectionType.Absolute, hasTrailingStop, StopLossTriggerMethod));

    public TradeResult ModifyVolume(double volume) => _desk.Execute(new ModifyVolumeCommand(this, volume));

    public TradeResult Reverse() => _desk.Execute(new ReversePositionCommand(this, null));

    public TradeResult Reverse(double volume) => _desk.Execute(new ReversePositionCommand(this, volume));

    public TradeResult Close() => _desk.Execute(new ClosePositionCommand(this, null));

    private TradeResult Protect(double? stopLoss, double? takeProfit) => _desk.Execute(
        new ModifyProtectionCommand(this, stopLoss, takeProfit, ProtectionType.Absolute, HasTrailingStop, StopLossTriggerMethod));
}
