using LiqIndicators.Analytics.Guarding;

namespace LiqIndicators.Sessions.Guarding;

/// <summary>Says for each wanted action whether it may go out now, with how much volume, and if not, why.</summary>
public sealed class ActionGate
{
    private readonly GuardSessionOptions _options;
    private readonly HourlyCaps _caps;

    /// <summary>Keeps the options.</summary>
    public ActionGate(GuardSessionOptions options)
    {
        _options = options;
        _caps = new HourlyCaps(options);
    }

    /// <summary>What stands against any action at all.</summary>
    public RefusedAction General(GuardMemory memory, bool isKilled, bool isLive, DateTime nowUtc)
    {
        if (isKilled)
        {
            return new RefusedAction(0, Refusal.Killed);
        }

        if (_options.Mode != GuardMode.Armed)
        {
            return new RefusedAction(0, Refusal.MonitorMode);
        }

        if (isLive && !_options.IsLiveConfirmed)
        {
            return new RefusedAction(0, Refusal.LiveNotConfirmed);
        }

        return nowUtc < memory.PermissionRetryUtc
            ? new RefusedAction(0, Refusal.NoPermission, memory.PermissionRetryUtc)
            : new RefusedAction(0, Refusal.None);
    }

    /// <summary>What stands against one action; its volume may come back smaller.</summary>
    public RefusedAction Check(
        GuardMemory memory, GuardSnapshot snapshot, int rung, DateTime nowUtc, ref GuardAction action, out double notional)
    {
        notional = 0;
        bool isUrgent = action.Reason.IsUrgent;
        SymbolState symbol = snapshot.Symbols[snapshot.IndexOfSymbol(action.Symbol)];
        if (action.Kind != GuardActionKind.CancelOrder && !symbol.IsMarketOpen)
        {
            return new RefusedAction(action.Id, Refusal.MarketClosed);
        }

        if (!isUrgent && nowUtc < memory.StandDownUntilUtc)
        {
            return new RefusedAction(action.Id, Refusal.OtherInstance, memory.StandDownUntilUtc);
        }

        if (action.Kind == GuardActionKind.Reduce)
        {
            RefusedAction cost = Costs(memory, symbol, rung, nowUtc, action);
            if (cost.Why != Refusal.None)
            {
                return cost;
            }

            RefusedAction volume = Fit(memory, snapshot, symbol, nowUtc, ref action, out notional);
            if (volume.Why != Refusal.None)
            {
                return volume;
            }
        }

        return _caps.HasAction(memory.Sent, nowUtc, isUrgent)
            ? new RefusedAction(action.Id, Refusal.None)
            : new RefusedAction(action.Id, Refusal.ActionCap, memory.Sent[0].TimeUtc.AddHours(1));
    }

    private RefusedAction Costs(
        GuardMemory memory, in SymbolState symbol, int rung, DateTime nowUtc, in GuardAction action)
    {
        if (action.Reason.IsUrgent && _options.UrgentIgnoresCosts)
        {
            return new RefusedAction(action.Id, Refusal.None);
        }

        foreach (Rest rest in memory.Rests)
        {
            bool isHere = rest.Side == action.Side && string.Equals(rest.Symbol, action.Symbol, StringComparison.Ordinal);
            bool holds = rest.Why == Refusal.SlippagePause || (!action.Reason.IsUrgent && rung <= rest.Rung);
            if (isHere && holds && nowUtc < rest.UntilUtc)
            {
                return new RefusedAction(action.Id, rest.Why, rest.UntilUtc);
            }
        }

        return symbol.SpreadBps > _options.MaxSpreadBps
            ? new RefusedAction(action.Id, Refusal.SpreadTooWide)
            : new RefusedAction(action.Id, Refusal.None);
    }

    private RefusedAction Fit(
        GuardMemory memory, GuardSnapshot snapshot, in SymbolState symbol, DateTime nowUtc, ref GuardAction action, out double notional)
    {
        PositionState position = snapshot.Positions[snapshot.IndexOfPosition(action.Id)];
        double unit = UnitValue(symbol, position);
        double volume = action.Volume;
        double accepted = FailureBook.Find(memory.BackOffs, action.Id).MaxVolume;
        if (volume > accepted)
        {
            volume = Smaller(position, symbol, accepted);
        }

        notional = volume * unit;
        double left = _caps.NotionalLeft(memory.Sent, nowUtc, action.Reason.IsUrgent);
        Refusal why = volume > 0 ? Refusal.VolumeCap : Refusal.NoAcceptableVolume;
        if (volume > 0 && notional > left)
        {
            volume = Smaller(position, symbol, left / unit);
            notional = volume * unit;
        }

        action = action with { Volume = volume };
        return new RefusedAction(action.Id, volume > 0 ? Refusal.None : why);
    }

    private static double Smaller(in PositionState position, in SymbolState symbol, double most) =>
        most > 0 && symbol.VolumeMin > 0 && symbol.VolumeStep > 0
            ? VolumeRounding.CutAtMost(position.Volume, Math.Min(most, position.Volume), symbol.VolumeMin, symbol.VolumeStep)
            : 0;

    /// <summary>Value of a unit for the volume cap; the entry price stands in for a missing one, since a cap must always count.</summary>
    private static double UnitValue(in SymbolState symbol, in PositionState position)
    {
        double price = symbol.MidPrice > 0 ? symbol.MidPrice : position.EntryPrice;
        return price * (symbol.QuoteToDeposit > 0 ? symbol.QuoteToDeposit : 1);
    }
}
