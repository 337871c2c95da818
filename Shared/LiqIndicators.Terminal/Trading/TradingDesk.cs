using cAlgo.API;
using cAlgo.API.Hosting;
using LiqIndicators.Terminal.Runtime;

namespace LiqIndicators.Terminal.Trading;

/// <summary>The broker's side: takes commands, fills them at once at bid or ask without commission.</summary>
internal sealed class TradingDesk
{
    /// <summary>Volumes nearer to each other than this share of a step are the same.</summary>
    private const double StepTolerance = 1e-6;

    private readonly TerminalCore _core;
    private readonly Queue<PlannedFault> _faults = new();
    private int _lastId;

    internal TradingDesk(TerminalCore core)
    {
        _core = core;
        Account = new TerminalAccount(this, core.Options.Account, core.Assets.Get(core.Options.Account.Currency));
    }

    internal TerminalAccount Account { get; }

    internal TerminalPositions Positions { get; } = new();

    internal TerminalPendingOrders PendingOrders { get; } = new();

    internal TerminalHistory History { get; } = new();

    internal DateTime ApiNow => _core.ToApiTime(_core.NowUtc);

    /// <summary>The next command gets this answer, whether or not it is carried out.</summary>
    internal void Plan(PlannedFault fault) => _faults.Enqueue(fault);

    internal TradeResult Execute(TradeCommand command)
    {
        _core.CheckThread();
        if (!_core.Server.IsConnected)
        {
            return Fail(ErrorCode.Disconnected);
        }

        if (!_faults.TryDequeue(out PlannedFault? fault))
        {
            return CarryOut(command);
        }

        if (fault.IsCarriedOut)
        {
            CarryOut(command);
        }

        return Fail(fault.Error);
    }

    /// <summary>A price may touch stop losses and take profits.</summary>
    internal void OnPrice(TerminalSymbol symbol)
    {
        foreach (TerminalPosition position in Positions.Of(symbol.Name).ToArray())
        {
            int direction = position.TradeType == TradeType.Buy ? 1 : -1;
            double price = position.CurrentPrice;
            if (position.StopLoss is { } stop && direction * (price - stop) <= 0)
            {
                Reduce(position, position.VolumeInUnits, PositionCloseReason.StopLoss);
            }
            else if (position.TakeProfit is { } profit && direction * (price - profit) >= 0)
            {
                Reduce(position, position.VolumeInUnits, PositionCloseReason.TakeProfit);
            }
        }
    }

    private static TradeResult Fail(ErrorCode error, Position? position = null) => new(error, position);

    private static bool IsVolume(TerminalSymbol symbol, double volume)
    {
        double steps = volume / symbol.VolumeInUnitsStep;
        return volume >= symbol.VolumeInUnitsMin
            && volume <= symbol.VolumeInUnitsMax
            && Math.Abs(steps - Math.Round(steps)) < StepTolerance;
    }

    private TradeResult CarryOut(TradeCommand command) => command switch
    {
        OpenPositionCommand open => Open(open),
        ClosePositionCommand close => OnOpen(
            close.Position, position => Close(position, close.Volume ?? position.VolumeInUnits)),
        ReversePositionCommand reverse => OnOpen(
            reverse.Position, position => Reverse(position, reverse.Volume ?? position.VolumeInUnits)),
        ModifyVolumeCommand modify => OnOpen(modify.Position, position => ModifyVolume(position, modify.Volume)),
        ModifyProtectionCommand protect => OnOpen(protect.Position, position => Protect(position, protect)),
        CancelOrderCommand => Fail(ErrorCode.EntityNotFound),
        _ => throw new ArgumentOutOfRangeException(nameof(command), command, "Unknown command."),
    };

    private TradeResult OnOpen(Position? position, Func<TerminalPosition, TradeResult> action)
    {
        if (position is not TerminalPosition known || !Positions.Contains(known))
        {
            return Fail(ErrorCode.EntityNotFound, position);
        }

        return known.TerminalSymbol.MarketHours.IsOpened() ? action(known) : Fail(ErrorCode.MarketClosed, known);
    }

    private TradeResult Open(OpenPositionCommand open)
    {
        if (!_core.Symbols.Exists(open.SymbolName))
        {
            return Fail(ErrorCode.UnknownSymbol);
        }

        TerminalSymbol symbol = _core.Symbols.Find(open.SymbolName);
        if (!symbol.MarketHours.IsOpened() || double.IsNaN(symbol.Bid))
        {
            return Fail(ErrorCode.MarketClosed);
        }

        if (!IsVolume(symbol, open.Volume))
        {
            return Fail(ErrorCode.BadVolume);
        }

        if (symbol.GetEstimatedMargin(open.TradeType, open.Volume) > Account.FreeMargin)
        {
            return Fail(ErrorCode.NoMoney);
        }

        double price = open.TradeType == TradeType.Buy ? symbol.Ask : symbol.Bid;
        TerminalPosition position = new(this, symbol, open, ++_lastId, price);
        Positions.Add(position);
        return new TradeResult(position, null);
    }

    private TradeResult Close(TerminalPosition position, double volume)
    {
        double left = position.VolumeInUnits - volume;
        bool isWhole = Math.Abs(left) < StepTolerance * position.TerminalSymbol.VolumeInUnitsStep;
        if (!isWhole && (!IsVolume(position.TerminalSymbol, volume) || !IsVolume(position.TerminalSymbol, left)))
        {
            return Fail(ErrorCode.BadVolume, position);
        }

        Reduce(position, isWhole ? position.VolumeInUnits : volume, PositionCloseReason.Closed);
        return new TradeResult(position, null);
    }

    private TradeResult ModifyVolume(TerminalPosition position, double volume)
    {
        if (!IsVolume(position.TerminalSymbol, volume))
        {
            return Fail(ErrorCode.BadVolume, position);
        }

        if (volume > position.VolumeInUnits)
        {
            // The entry price of what is added would differ; the platform averages it, this desk does not yet.
            return Fail(ErrorCode.InvalidRequest, position);
        }

        return Close(position, position.VolumeInUnits - volume);
    }

    private TradeResult Reverse(TerminalPosition position, double volume)
    {
        TradeType opposite = position.TradeType == TradeType.Buy ? TradeType.Sell : TradeType.Buy;
        TradeResult closed = Close(position, position.VolumeInUnits);
        return closed.IsSuccessful
            ? Open(new OpenPositionCommand(
                opposite, position.SymbolName, volume, position.Label, null, null, position.Comment, false, null))
            : closed;
    }

    private TradeResult Protect(TerminalPosition position, ModifyProtectionCommand command)
    {
        bool isRelative = command.ProtectionType == ProtectionType.Relative;
        double? stop = command.StopLoss is { } s && isRelative ? position.Away(position.EntryPrice, -s) : command.StopLoss;
        double? profit =
            command.TakeProfit is { } t && isRelative ? position.Away(position.EntryPrice, t) : command.TakeProfit;
        int direction = position.TradeType == TradeType.Buy ? 1 : -1;
        double price = position.CurrentPrice;
        if (direction * (price - stop) <= 0 || direction * (price - profit) >= 0)
        {
            return Fail(ErrorCode.InvalidStopLossTakeProfit, position);
        }

        position.StopLoss = stop;
        position.TakeProfit = profit;
        position.HasTrailingStop = command.HasTrailingStop ?? position.HasTrailingStop;
        position.LastUpdateTime = ApiNow;
        Positions.RaiseModified(position);
        return new TradeResult(position, null);
    }

    private void Reduce(TerminalPosition position, double volume, PositionCloseReason reason)
    {
        double profit = position.GrossProfitOf(volume);
        Account.Balance += profit;
        History.Add(new ClosedTrade(position, ++_lastId, volume, ApiNow, Account.Balance));
        if (volume >= position.VolumeInUnits)
        {
            Positions.Remove(position, reason);
            return;
        }

        // Decimal keeps 0.3 - 0.1 at 0.2, so that what remains is still a whole number of steps.
        position.VolumeInUnits = (double)((decimal)position.VolumeInUnits - (decimal)volume);
        position.LastUpdateTime = ApiNow;
        Positions.RaiseModified(position);
        if (_core.Options.Account.PartialCloseRaisesClosed)
        {
            Positions.RaiseClosed(position, reason);
        }
    }
}
