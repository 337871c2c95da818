using cAlgo.API;
using cAlgo.API.Hosting;
using LiqIndicators.Terminal.Brokerage;
using LiqIndicators.Terminal.Runtime;

namespace LiqIndicators.Terminal.Trading;

/// <summary>Carries requests of algos to the broker and answers back, and shows the account in the words of the API.</summary>
internal sealed class TradingDesk
{
    private readonly TerminalCore _core;
    private readonly Broker _broker;
    private readonly Queue<OrderFate> _planned = new();
    private readonly List<TradeRequest> _requests = [];
    private OpenPositionCommand? _opening;

    internal TradingDesk(TerminalCore core)
    {
        _core = core;
        _broker = core.Broker;
        Account = new TerminalAccount(_broker, core.Assets.Get(core.Options.Account.Currency), Now);
        PendingOrders = new TerminalPendingOrders(this);
        History = new TerminalHistory(this, _broker.Deals);
        Transactions = new TerminalTransactions(this, _broker.Transfers);
        _broker.PositionOpened += OnOpened;
        _broker.PositionChanged += OnChanged;
        _broker.PositionClosed += OnClosed;
        _broker.OrderPlaced += PendingOrders.OnPlaced;
        _broker.OrderChanged += PendingOrders.OnChanged;
        _broker.OrderCancelled += PendingOrders.OnCancelled;
        _broker.OrderFilled += PendingOrders.OnFilled;
    }

    internal TerminalAccount Account { get; }

    internal TerminalPositions Positions { get; } = new();

    internal TerminalPendingOrders PendingOrders { get; }

    internal TerminalHistory History { get; }

    internal TerminalTransactions Transactions { get; }

    /// <summary>What algos asked for, in order.</summary>
    internal IReadOnlyList<TradeRequest> Requests => _requests;

    internal Broker Broker => _broker;

    internal DateTime Now => ToApiTime(_core.NowUtc);

    internal DateTime ToApiTime(DateTime timeUtc) => _core.ToApiTime(timeUtc);

    internal TerminalSymbol SymbolOf(BrokerSymbol symbol) => _core.Symbols.Find(symbol.Name);

    /// <summary>The next request meets this fate instead of the one that the options give it.</summary>
    internal void Plan(OrderFate fate) => _planned.Enqueue(fate);

    /// <summary>A blocking request: the algo stands still until the answer.</summary>
    internal TradeResult Execute(TradeCommand command, string? instanceId = null)
    {
        _core.CheckThread();
        OrderFate fate = Take(command, instanceId ?? (AlgoScope.Current as AlgoHost)?.Root.InstanceId);
        if (!_core.Server.IsConnected)
        {
            return Fail(ErrorCode.Disconnected);
        }

        TradeResult? truth = null;
        if (fate.FillAfter <= fate.ReplyAfter)
        {
            _core.Dispatcher.Block(fate.FillAfter);
            truth = Fill(command, fate);
            _core.Dispatcher.Block(fate.ReplyAfter - fate.FillAfter);
        }
        else
        {
            _core.Dispatcher.Schedule(_core.NowUtc + fate.FillAfter, () => Fill(command, fate));
            _core.Dispatcher.Block(fate.ReplyAfter);
        }

        return fate.IsAnswered ? Answer(command, fate, truth) : Fail(ErrorCode.Timeout);
    }

    /// <summary>A request that does not block: the answer comes later, or never.</summary>
    internal void Begin(TradeCommand command, string? instanceId, Action<TradeResult> answer)
    {
        OrderFate fate = Take(command, instanceId);
        if (!_core.Server.IsConnected)
        {
            answer(Fail(ErrorCode.Disconnected));
            return;
        }

        TradeResult? truth = null;
        After(fate.FillAfter, () => truth = Fill(command, fate));
        if (fate.IsAnswered)
        {
            After(fate.ReplyAfter, () => answer(Answer(command, fate, truth)));
        }
    }

    /// <summary>Carries out what a user does by hand elsewhere: no fate and no connection of this terminal stands in its way.</summary>
    internal TradeResult ByHand(TradeCommand command)
    {
        _core.CheckThread();
        return CarryOut(command, 1);
    }

    /// <summary>A price may touch protections and pending orders, and the margin level.</summary>
    internal void OnPrice(TerminalSymbol symbol) => _broker.React(symbol.Listed);

    internal TradeResult Result(BrokerReply reply)
    {
        Position? position = reply.Position is { } held ? Positions.Of(held) : null;
        return reply.Error is { } error
            ? new TradeResult(error, position)
            : new TradeResult(position, reply.Order is { } order ? PendingOrders.Of(order) : null);
    }

    private static TradeResult Fail(ErrorCode error) => new(error, null);

    private static TradeRequest Describe(int number, DateTime timeUtc, string? instanceId, TradeCommand command)
    {
        TradeRequest Of(TradeRequestKind kind, Position? position, double volume, double? stopLoss = null) =>
            new(number, timeUtc, instanceId, kind, position?.Id ?? 0, position?.SymbolName ?? string.Empty, volume, stopLoss);

        return command switch
        {
            OpenPositionCommand open => Of(TradeRequestKind.Open, null, open.Volume, open.StopLossPips) with { SymbolName = open.SymbolName },
            ClosePositionCommand close => Of(TradeRequestKind.Close, close.Position, close.Volume ?? close.Position?.VolumeInUnits ?? 0),
            ReversePositionCommand reverse => Of(
                TradeRequestKind.Reverse, reverse.Position, reverse.Volume ?? reverse.Position?.VolumeInUnits ?? 0),
            ModifyVolumeCommand modify => Of(TradeRequestKind.ChangeVolume, modify.Position, modify.Volume),
            ModifyProtectionCommand protect => Of(TradeRequestKind.Protect, protect.Position, 0, protect.StopLoss),
            CancelOrderCommand cancel => new TradeRequest(
                number,
                timeUtc,
                instanceId,
                TradeRequestKind.CancelOrder,
                cancel.PendingOrder?.Id ?? 0,
                cancel.PendingOrder?.SymbolName ?? string.Empty,
                0,
                null),
            _ => throw new ArgumentOutOfRangeException(nameof(command), command, "Unknown command."),
        };
    }

    private OrderFate Take(TradeCommand command, string? instanceId)
    {
        TradeRequest request = Describe(_requests.Count, _core.NowUtc, instanceId, command);
        _requests.Add(request);
        return _planned.TryDequeue(out OrderFate? planned) ? planned : _core.Options.Fates?.Invoke(request) ?? OrderFate.Plain;
    }

    /// <summary>What has no delay happens in the same breath, so that the order of calls stays that of the algo.</summary>
    private void After(TimeSpan delay, Action action)
    {
        if (delay <= TimeSpan.Zero)
        {
            action();
        }
        else
        {
            _core.Dispatcher.Schedule(_core.NowUtc + delay, action);
        }
    }

    private TradeResult? Fill(TradeCommand command, OrderFate fate) => fate.FillShare > 0 ? CarryOut(command, fate.FillShare) : null;

    /// <summary>An answer that overtakes its own fill says what it is told to say: done.</summary>
    private static TradeResult Answer(TradeCommand command, OrderFate fate, TradeResult? truth) => fate.Error is { } error
        ? Fail(error)
        : truth ?? new TradeResult((command as ClosePositionCommand)?.Position, null);

    private TradeResult CarryOut(TradeCommand command, double share) => command switch
    {
        OpenPositionCommand open => Open(open, share),
        ClosePositionCommand close => OnHeld(close.Position, held =>
        {
            double volume = Part(held.Symbol, close.Volume ?? held.Volume, share);
            return volume > 0 ? _broker.Close(held, volume) : new BrokerReply(null, held);
        }),
        ReversePositionCommand reverse => OnHeld(reverse.Position, held => Reverse(held, reverse.Volume ?? held.Volume)),
        ModifyVolumeCommand modify => OnHeld(modify.Position, held => _broker.ChangeVolume(held, modify.Volume)),
        ModifyProtectionCommand protect => OnHeld(protect.Position, held => Protect(held, protect)),
        CancelOrderCommand cancel => Result(
            cancel.PendingOrder is TerminalPendingOrder order ? _broker.Cancel(order.Held) : new BrokerReply(ErrorCode.EntityNotFound)),
        _ => throw new ArgumentOutOfRangeException(nameof(command), command, "Unknown command."),
    };

    private TradeResult OnHeld(Position? position, Func<BrokerPosition, BrokerReply> action) =>
        position is TerminalPosition known ? Result(action(known.Held)) : Fail(ErrorCode.EntityNotFound);

    private static double Part(BrokerSymbol symbol, double volume, double share)
    {
        if (share >= 1)
        {
            return volume;
        }

        decimal step = (decimal)symbol.Specification.VolumeStep;
        return (double)(decimal.Floor((decimal)(volume * share) / step) * step);
    }

    private TradeResult Open(OpenPositionCommand open, double share)
    {
        if (!_core.Symbols.Exists(open.SymbolName))
        {
            return Fail(ErrorCode.UnknownSymbol);
        }

        BrokerSymbol symbol = _core.Symbols.Find(open.SymbolName).Listed;
        _opening = open;
        BrokerReply reply = _broker.Trade(
            open.TradeType,
            symbol,
            Part(symbol, open.Volume, share),
            open.Label,
            open.Comment,
            new Protection(open.StopLossPips, open.TakeProfitPips, IsInPips: true));
        _opening = null;
        return Result(reply);
    }

    private BrokerReply Reverse(BrokerPosition position, double volume)
    {
        BrokerReply closed = _broker.Close(position, position.Volume);
        return closed.IsSuccessful
            ? _broker.Trade(
                position.TradeType == TradeType.Buy ? TradeType.Sell : TradeType.Buy, position.Symbol, volume, position.Label, position.Comment)
            : closed;
    }

    private BrokerReply Protect(BrokerPosition held, ModifyProtectionCommand command)
    {
        bool isRelative = command.ProtectionType == ProtectionType.Relative;
        double? stop = command.StopLoss is { } s && isRelative ? held.Away(held.EntryPrice, -s) : command.StopLoss;
        double? profit = command.TakeProfit is { } t && isRelative ? held.Away(held.EntryPrice, t) : command.TakeProfit;
        BrokerReply reply = _broker.Protect(held, stop, profit);
        if (reply.IsSuccessful && Positions.Of(held) is { } position)
        {
            // What a call that leaves them out does to them is not documented; an algo must survive that they are dropped.
            position.HasTrailingStop = command.HasTrailingStop ?? false;
            position.StopLossTriggerMethod = command.StopLossTriggerMethod;
        }

        return reply;
    }

    private void OnOpened(BrokerPosition held) => Positions.Add(new TerminalPosition(this, held)
    {
        HasTrailingStop = _opening?.HasTrailingStop ?? false,
        StopLossTriggerMethod = _opening?.StopLossTriggerMethod,
    });

    private void OnChanged(BrokerPosition held)
    {
        TerminalPosition position = Positions.Of(held);
        position.LastUpdateTime = Now;
        Positions.RaiseModified(position);
    }

    private void OnClosed(BrokerPosition held, ClosedDeal deal)
    {
        TerminalPosition position = Positions.Of(held);
        if (!_broker.Positions.Contains(held))
        {
            Positions.Remove(position, deal.Reason);
        }
        else if (_core.Options.Account.PartialCloseRaisesClosed)
        {
            Positions.RaiseClosed(position, deal.Reason);
        }
    }
}
