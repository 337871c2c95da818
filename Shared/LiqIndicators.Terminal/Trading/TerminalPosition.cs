using cAlgo.API;
using cAlgo.API.Collections;
using cAlgo.API.Hosting;
using cAlgo.API.Internals;

namespace LiqIndicators.Terminal.Trading;

/// <summary>An open position. After the close it keeps its last values.</summary>
internal sealed class TerminalPosition : Position
{
    private readonly TradingDesk _desk;
    private readonly TerminalSymbol _symbol;
    private readonly OpenPositionCommand _order;

    internal TerminalPosition(TradingDesk desk, TerminalSymbol symbol, OpenPositionCommand order, int id, double price)
    {
        _desk = desk;
        _symbol = symbol;
        _order = order;
        Id = id;
        EntryPrice = price;
        VolumeInUnits = order.Volume;
        HasTrailingStop = order.HasTrailingStop;
        StopLoss = order.StopLossPips is { } stop ? Away(price, -stop) : null;
        TakeProfit = order.TakeProfitPips is { } profit ? Away(price, profit) : null;
        EntryTime = desk.ApiNow;
    }

    public int Id { get; }

    public string SymbolName => _symbol.Name;

    public Symbol Symbol => _symbol;

    public TradeType TradeType => _order.TradeType;

    public double VolumeInUnits { get; internal set; }

    public double Quantity => _symbol.VolumeInUnitsToQuantity(VolumeInUnits);

    public DateTime EntryTime { get; }

    public double EntryPrice { get; }

    public double CurrentPrice => TradeType == TradeType.Buy ? _symbol.Bid : _symbol.Ask;

    public double? StopLoss { get; internal set; }

    public double? TakeProfit { get; internal set; }

    public bool HasTrailingStop { get; internal set; }

    public StopTriggerMethod? StopLossTriggerMethod => _order.StopLossTriggerMethod;

    public double GrossProfit => GrossProfitOf(VolumeInUnits);

    public double NetProfit => GrossProfit + Commissions + Swap;

    public double Swap => 0;

    public double Commissions => 0;

    public double Pips => Direction * (CurrentPrice - EntryPrice) / _symbol.PipSize;

    public double Margin => _symbol.MarginOf(VolumeInUnits, EntryPrice);

    public string? Label => _order.Label;

    public string? Comment => _order.Comment;

    public string? Channel => null;

    public DateTime? LastUpdateTime { get; internal set; }

    public IReadonlyList<Deal> Deals { get; } = new ReadOnlyItems<Deal>([]);

    internal TerminalSymbol TerminalSymbol => _symbol;

    /// <summary>+1 for a buy, −1 for a sell.</summary>
    private int Direction => TradeType == TradeType.Buy ? 1 : -1;

    public TradeResult ModifyStopLossPrice(double? stopLoss) => Protect(stopLoss, TakeProfit);

    public TradeResult ModifyTakeProfitPrice(double? takeProfit) => Protect(StopLoss, takeProfit);

    public TradeResult ModifyStopLossPips(double? stopLossPips) =>
        Protect(stopLossPips is { } pips ? Away(EntryPrice, -pips) : null, TakeProfit);

    public TradeResult ModifyTakeProfitPips(double? takeProfitPips) =>
        Protect(StopLoss, takeProfitPips is { } pips ? Away(EntryPrice, pips) : null);

    public TradeResult ModifyTrailingStop(bool hasTrailingStop) => _desk.Execute(
        new ModifyProtectionCommand(this, StopLoss, TakeProfit, ProtectionType.Absolute, hasTrailingStop, null));

    public TradeResult ModifyVolume(double volume) => _desk.Execute(new ModifyVolumeCommand(this, volume));

    public TradeResult Reverse() => _desk.Execute(new ReversePositionCommand(this, null));

    public TradeResult Reverse(double volume) => _desk.Execute(new ReversePositionCommand(this, volume));

    public TradeResult Close() => _desk.Execute(new ClosePositionCommand(this, null));

    /// <summary>Profit of a part of the volume at the present price; account currency.</summary>
    internal double GrossProfitOf(double volume) =>
        _symbol.ToAccount(Direction * (CurrentPrice - EntryPrice) * volume);

    /// <summary>Price so many pips from another, on the side of profit.</summary>
    internal double Away(double price, double pips) => price + (Direction * pips * _symbol.PipSize);

    private TradeResult Protect(double? stopLoss, double? takeProfit) => _desk.Execute(
        new ModifyProtectionCommand(this, stopLoss, takeProfit, ProtectionType.Absolute, null, null));
}
