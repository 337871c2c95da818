using cAlgo.API;
using cAlgo.API.Internals;
using LiqIndicators.Terminal.Brokerage;

namespace LiqIndicators.Terminal.Trading;

/// <summary>A pending order in the words of the API. Changes to it go straight to the broker.</summary>
internal sealed class TerminalPendingOrder : PendingOrder
{
    private readonly TradingDesk _desk;

    internal TerminalPendingOrder(TradingDesk desk, BrokerOrder held)
    {
        _desk = desk;
        Held = held;
    }

    public TradeType TradeType => Held.TradeType;

    public double VolumeInUnits => Held.Volume;

    public int Id => Held.Id;

    public PendingOrderType OrderType => Held.OrderType;

    public double TargetPrice => Held.TargetPrice;

    public DateTime? ExpirationTime => Held.ExpirationUtc is { } time ? _desk.ToApiTime(time) : null;

    public double? StopLoss => Held.StopLoss;

    public double? StopLossPips => InPips(StopLoss);

    public double? TakeProfit => Held.TakeProfit;

    public double? TakeProfitPips => InPips(TakeProfit);

    public string? Label => Held.Label;

    public string? Comment => null;

    public double Quantity => Symbol.VolumeInUnitsToQuantity(VolumeInUnits);

    public bool HasTrailingStop => false;

    public StopTriggerMethod? StopLossTriggerMethod => null;

    public StopTriggerMethod? StopOrderTriggerMethod => null;

    public double? StopLimitRangePips => null;

    public string SymbolName => Held.Symbol.Name;

    public Symbol Symbol => _desk.SymbolOf(Held.Symbol);

    public double CurrentPrice => TradeType == TradeType.Buy ? Held.Symbol.Ask : Held.Symbol.Bid;

    public double DistancePips => Math.Abs(TargetPrice - CurrentPrice) / Symbol.PipSize;

    public string? Channel => null;

    public DateTime SubmittedTime => _desk.ToApiTime(Held.SubmittedUtc);

    public DateTime? LastUpdateTime { get; private set; }

    public ProtectionType ProtectionType => (StopLoss ?? TakeProfit) is null ? ProtectionType.None : ProtectionType.Absolute;

    /// <summary>The order at the broker.</summary>
    internal BrokerOrder Held { get; }

    public TradeResult ModifyStopLossPips(double? stopLossPips) => ModifyStopLossPrice(FromPips(-stopLossPips));

    public TradeResult ModifyTakeProfitPips(double? takeProfitPips) => ModifyTakeProfitPrice(FromPips(takeProfitPips));

    public TradeResult ModifyStopLossPrice(double? stopLoss) => Change(order => order.StopLoss = stopLoss);

    public TradeResult ModifyTakeProfitPrice(double? takeProfit) => Change(order => order.TakeProfit = takeProfit);

    /// <summary>Stop limit orders are not played.</summary>
    public TradeResult ModifyStopLimitRange(double stopLimitRangePips) => new(ErrorCode.InvalidRequest, null);

    public TradeResult ModifyExpirationTime(DateTime? expirationTime) => Change(
        order => order.ExpirationUtc = expirationTime is { } time ? DateTime.SpecifyKind(time, DateTimeKind.Utc) : null);

    public TradeResult ModifyVolume(double volume) => Held.Symbol.Accepts(volume)
        ? Change(order => order.Volume = volume)
        : new TradeResult(ErrorCode.BadVolume, null);

    public TradeResult ModifyTargetPrice(double targetPrice) => targetPrice > 0
        ? Change(order => order.TargetPrice = targetPrice)
        : new TradeResult(ErrorCode.InvalidRequest, null);

    public TradeResult Cancel() => _desk.Execute(new cAlgo.API.Hosting.CancelOrderCommand(this));

    internal void NoteUpdate() => LastUpdateTime = _desk.Now;

    private TradeResult Change(Action<BrokerOrder> change) => _desk.Result(_desk.Broker.Change(Held, change));

    private double? InPips(double? price) => price is { } at ? Math.Abs(at - TargetPrice) / Symbol.PipSize : null;

    private double? FromPips(double? pips) =>
        pips is { } distance ? TargetPrice + ((TradeType == TradeType.Buy ? 1 : -1) * distance * Symbol.PipSize) : null;
}
