namespace LiqIndicators.Analytics.Guarding;

/// <summary>Finds the pending orders whose fill would break a limit that holds now.</summary>
internal sealed class OrderScreen
{
    private readonly GuardOptions _options;
    private readonly ExposureBook _book;
    private readonly LadderBoard _board;

    /// <summary>Works on the book and the board of the policy.</summary>
    public OrderScreen(GuardOptions options, ExposureBook book, LadderBoard board)
    {
        _options = options;
        _book = book;
        _board = board;
    }

    /// <summary>Whether some order must go.</summary>
    public bool FindsAny(GuardSnapshot snapshot, in Limits limits)
    {
        for (int i = 0; i < snapshot.Orders.Count; i++)
        {
            if (Reason(snapshot, snapshot.Orders[i], limits) is not null)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Adds a cancellation for each order that must go. To be called before any cut is planned.</summary>
    public void Write(GuardSnapshot snapshot, in Limits limits, List<GuardAction> actions)
    {
        foreach (PendingOrderState order in snapshot.Orders)
        {
            if (Reason(snapshot, order, limits) is GuardReason reason)
            {
                actions.Add(new GuardAction(
                    GuardActionKind.CancelOrder, order.Id, order.Symbol, order.Side, order.Volume, order.Volume, double.NaN, reason));
            }
        }
    }

    private GuardReason? Reason(GuardSnapshot snapshot, in PendingOrderState order, in Limits limits)
    {
        if (!_options.CancelsOrders || order.IsBlocked || !_options.Scope.Covers(order.Id, order.Symbol, order.Label))
        {
            return null;
        }

        int symbol = snapshot.IndexOfSymbol(order.Symbol);
        if (symbol < 0 || !Adds(snapshot.Account, order, symbol))
        {
            return null;
        }

        if (limits.IsUrgent)
        {
            GuardReason urgent = limits.IsBackstopActive ? limits.BackstopReason : limits.Loss!.Value;
            return urgent with { Symbol = order.Symbol, Side = order.Side };
        }

        return LadderReason(order, symbol, limits);
    }

    private GuardReason? LadderReason(in PendingOrderState order, int symbol, in Limits limits)
    {
        double risk = _board.RiskPct(symbol, order.Side);
        double unit = _book.UnitValue(symbol);
        int rung = _board.Rung(symbol, order.Side);
        if (rung == 0 || double.IsNaN(risk) || double.IsNaN(unit))
        {
            return null;
        }

        double after = Math.Max(0, _book.NetVolume(symbol, order.Side) + order.Volume) * unit;
        double leverage = MarginArithmetic.EffectiveLeverage(after, limits.Equity);
        double allowed = _options.Ladder![rung].MaxSymbolLeverage;
        return leverage > allowed
            ? new GuardReason(GuardCause.SymbolLadder, order.Symbol, order.Side, leverage, allowed, risk)
            : null;
    }

    /// <summary>Whether a fill would raise exposure: one that only reduces what is held the other way does not.</summary>
    private bool Adds(in AccountState account, in PendingOrderState order, int symbol)
    {
        bool reducesNet = _book.NetVolume(symbol, order.Side) + order.Volume <= 0;
        bool opensLeg = account.Kind == AccountKind.Hedged && account.Calculation == MarginCalculation.Sum;
        return !reducesNet || opensLeg;
    }
}
