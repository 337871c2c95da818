using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Analytics.Guarding;

/// <summary>Decides whether an account holds more leverage than its risk allows, and what to take off.</summary>
/// <remarks>
/// Three rules stand side by side. The <b>ladder</b> turns the cascade risk of a symbol and side into the highest
/// leverage of its net exposure. The <b>backstop</b> compares the margin level with the stop-out level and needs no
/// market data. The <b>loss limits</b> watch equity. No rule opens or increases a position or moves a stop away.
/// The same snapshot, state and options always give the same decision; an instance reuses its memory and so serves
/// one caller at a time. Source: docs/leverage-guard.md.
/// </remarks>
public sealed class GuardPolicy
{
    private readonly GuardOptions _options;
    private readonly ExposureBook _book = new();
    private readonly LadderBoard _board;
    private readonly ReductionPlanner _planner;
    private readonly OrderScreen _orders;

    /// <summary>Checks the options.</summary>
    /// <exception cref="ArgumentException">An option is outside its range; the message names it.</exception>
    public GuardPolicy(GuardOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        _options = options;
        _board = new LadderBoard(options);
        _planner = new ReductionPlanner(options, _book, _board);
        _orders = new OrderScreen(options, _book, _board);
    }

    /// <summary>Looks at an account.</summary>
    /// <param name="snapshot">Account, positions, orders, symbols, risks and time; not changed.</param>
    /// <param name="state">State returned by the decision before; default at the start.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time of the snapshot is not UTC.</exception>
    public GuardDecision Decide(GuardSnapshot snapshot, in GuardState state)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        Guard.Utc(snapshot.TimeUtc);
        AccountState account = snapshot.Account;
        if (!double.IsFinite(account.Equity) || !(account.Margin >= 0) || !(account.Leverage > 0))
        {
            return new GuardDecision(
                state, [], HoldReason.AccountUnknown, GuardWarnings.AccountUnknown, double.NaN, double.NaN, double.NaN);
        }

        _book.Read(snapshot);
        _board.Step(snapshot, _book, state);
        double marginLevel = MarginArithmetic.MarginLevelPct(account.Equity, account.Margin);
        GuardWarnings warnings = _board.Warnings | Warnings(snapshot);
        double stopOut = account.StopOutLevelPct > 0 ? account.StopOutLevelPct : _options.AssumedStopOutLevelPct;
        double trigger = _options.BackstopFactor * stopOut;
        double release = _options.BackstopReleaseFactor * stopOut;

        GuardState next = DayBaseline.Step(state, account, snapshot.TimeUtc, _options) with
        {
            Ladders = _board.Save(state.Ladders),
            IsBackstopActive = marginLevel < (state.IsBackstopActive ? release : trigger),
        };
        Limits limits = new(
            account.Equity, LossReason(next, account), next.IsBackstopActive, marginLevel, trigger, release, ActiveCap(snapshot));
        double accountLeverage = MarginArithmetic.EffectiveLeverage(_book.Total(ExposureMeasure.Net), account.Equity);

        if (!IsExceeded(snapshot, limits, accountLeverage) && !_orders.FindsAny(snapshot, limits))
        {
            return new GuardDecision(next, [], Hold(snapshot), warnings, accountLeverage, marginLevel, trigger);
        }

        List<GuardAction> actions = Plan(snapshot, limits, accountLeverage);
        if (_planner.HasShortfall)
        {
            warnings |= GuardWarnings.Shortfall;
        }

        HoldReason hold = actions.Count > 0 ? HoldReason.None
            : !_planner.HasCandidates ? HoldReason.NothingEligible
            : _planner.HasShortfall ? HoldReason.NoUsefulCut
            : HoldReason.WithinLimits;
        return new GuardDecision(next, actions, hold, warnings, accountLeverage, marginLevel, trigger);
    }

    private bool IsExceeded(GuardSnapshot snapshot, in Limits limits, double accountLeverage)
    {
        if (limits.IsBackstopActive
            || (limits.Loss is not null && IsAboveLossLimit(snapshot, limits.Equity))
            || IsAbove(accountLeverage, limits.AccountCap.MaxLeverage))
        {
            return true;
        }

        for (int i = 0; i < _book.Count; i++)
        {
            if (SideExcess(i, PositionSide.Long, limits.Equity) || SideExcess(i, PositionSide.Short, limits.Equity))
            {
                return true;
            }
        }

        return false;
    }

    private List<GuardAction> Plan(GuardSnapshot snapshot, in Limits limits, double accountLeverage)
    {
        List<GuardAction> actions = [];
        List<GuardAction> cancels = [];
        _orders.Write(snapshot, limits, cancels);

        _planner.Begin(snapshot);
        if (limits.Loss is GuardReason loss && IsAboveLossLimit(snapshot, limits.Equity))
        {
            if (_options.LossLimitLeverage == 0 || limits.Equity <= 0)
            {
                _planner.CloseAll(loss);
            }
            else
            {
                _planner.CutTotal(ExposureMeasure.Gross, _options.LossLimitLeverage * limits.Equity, loss);
            }
        }

        if (limits.IsBackstopActive)
        {
            double target = Math.Max(0, 100 * limits.Equity / limits.ReleaseLevelPct);
            _planner.CutTotal(ExposureMeasure.Margin, target, limits.BackstopReason);
        }

        // A cut rounded up can turn a hedged symbol over; its other side may then stand above its own rung. Each cut
        // lowers the net exposure, so this ends.
        double before;
        do
        {
            before = _book.Total(ExposureMeasure.Net);
            actions.Clear();
            CutRungs(snapshot, limits, actions);
        }
        while (_book.Total(ExposureMeasure.Net) < before);

        if (_options.Response == LadderResponse.Reduce && IsAbove(accountLeverage, limits.AccountCap.MaxLeverage))
        {
            AccountCap cap = limits.AccountCap;
            _planner.CutTotal(
                ExposureMeasure.Net,
                Math.Max(0, cap.MaxLeverage * limits.Equity),
                new GuardReason(GuardCause.AccountLadder, string.Empty, default, accountLeverage, cap.MaxLeverage, cap.RiskPct));
        }

        // Urgent cuts first; then what could still add exposure; then the ladder.
        List<GuardAction> plan = [];
        _planner.Write(plan, urgent: true);
        plan.AddRange(cancels);
        plan.AddRange(actions);
        _planner.Write(plan, urgent: false);
        return plan;
    }

    private void CutRungs(GuardSnapshot snapshot, in Limits limits, List<GuardAction> stops)
    {
        for (int rung = _options.Ladder?.Count ?? 0; rung > 0; rung--)
        {
            for (int i = 0; i < _book.Count; i++)
            {
                CutRung(snapshot, limits, rung, i, PositionSide.Long, stops);
                CutRung(snapshot, limits, rung, i, PositionSide.Short, stops);
            }
        }
    }

    private void CutRung(
        GuardSnapshot snapshot, in Limits limits, int rung, int symbol, PositionSide side, List<GuardAction> stops)
    {
        if (_board.Rung(symbol, side) != rung || !SideExcess(symbol, side, limits.Equity))
        {
            return;
        }

        double allowed = _options.Ladder![rung].MaxSymbolLeverage;
        double exposure = Math.Max(0, _book.NetVolume(symbol, side)) * _book.UnitValue(symbol);
        GuardReason reason = new(
            GuardCause.SymbolLadder,
            snapshot.Symbols[symbol].Name,
            side,
            MarginArithmetic.EffectiveLeverage(exposure, limits.Equity),
            allowed,
            _board.RiskPct(symbol, side));
        if (_options.Response == LadderResponse.Reduce || !TightenStops(snapshot, symbol, side, reason, stops))
        {
            _planner.CutSide(symbol, side, Math.Max(0, allowed * limits.Equity), reason);
        }
    }

    /// <summary>Adds the stops to move; false when some position of the side can only be reduced.</summary>
    private bool TightenStops(
        GuardSnapshot snapshot, int symbol, PositionSide side, in GuardReason reason, List<GuardAction> stops)
    {
        bool canAll = true;
        for (int p = 0; p < snapshot.Positions.Count; p++)
        {
            PositionState position = snapshot.Positions[p];
            if (_book.SymbolOfPosition(p) != symbol || position.Side != side || position.IsBlocked
                || !_options.Scope.Covers(position.Id, position.Symbol, position.Label))
            {
                continue;
            }

            if (position.IsStopBlocked)
            {
                canAll = false;
                continue;
            }

            double stop = StopTightener.NewStop(position, snapshot.Symbols[symbol], _options.StopDistancePct);
            if (!double.IsNaN(stop))
            {
                stops.Add(new GuardAction(
                    GuardActionKind.TightenStop, position.Id, position.Symbol, side, position.Volume, 0, stop, reason));
            }
        }

        return canAll;
    }

    private bool SideExcess(int symbol, PositionSide side, double equity)
    {
        int rung = _board.Rung(symbol, side);
        if (rung == 0 || double.IsNaN(_board.RiskPct(symbol, side)) || !_book.IsPriced(symbol))
        {
            return false;
        }

        double exposure = Math.Max(0, _book.NetVolume(symbol, side)) * _book.UnitValue(symbol);
        return IsAbove(MarginArithmetic.EffectiveLeverage(exposure, equity), _options.Ladder![rung].MaxSymbolLeverage);
    }

    private bool IsAbove(double leverage, double limit) => leverage > limit * (1 + (_options.TolerancePct / 100));

    private bool IsAboveLossLimit(GuardSnapshot snapshot, double equity)
    {
        if (snapshot.Positions.Count == 0)
        {
            return false;
        }

        return _options.LossLimitLeverage == 0
            || IsAbove(MarginArithmetic.EffectiveLeverage(_book.Total(ExposureMeasure.Gross), equity), _options.LossLimitLeverage);
    }

    private GuardReason? LossReason(in GuardState state, in AccountState account)
    {
        if (state.IsDailyLossHit)
        {
            double lossPct = DayBaseline.LossPct(state, account);
            return new GuardReason(
                GuardCause.DailyLoss, string.Empty, default, lossPct, _options.DailyLossLimitPct, double.NaN);
        }

        return account.Equity < _options.EquityFloor
            ? new GuardReason(GuardCause.EquityFloor, string.Empty, default, account.Equity, _options.EquityFloor, double.NaN)
            : null;
    }

    /// <summary>The tightest account cap among armed rungs whose risk is usable.</summary>
    private AccountCap ActiveCap(GuardSnapshot snapshot)
    {
        AccountCap cap = AccountCap.None;
        for (int i = 0; _board.IsArmed && i < snapshot.Symbols.Count; i++)
        {
            for (int s = 0; s < 2; s++)
            {
                PositionSide side = s == 0 ? PositionSide.Long : PositionSide.Short;
                int rung = _board.Rung(i, side);
                double risk = _board.RiskPct(i, side);
                if (rung > 0 && !double.IsNaN(risk) && _book.IsPriced(i) && _book.Volume(i, side) > 0
                    && _options.Ladder![rung].MaxAccountLeverage is double max && !(cap.MaxLeverage <= max) && !double.IsNaN(max))
                {
                    cap = new AccountCap(max, risk);
                }
            }
        }

        return cap;
    }

    private GuardWarnings Warnings(GuardSnapshot snapshot)
    {
        GuardWarnings warnings = _book.HasUnlistedSymbol ? GuardWarnings.SymbolMissing : GuardWarnings.None;
        if (!(snapshot.Account.StopOutLevelPct > 0) && !double.IsNaN(_options.BackstopFactor))
        {
            warnings |= GuardWarnings.StopOutLevelAssumed;
        }

        for (int i = 0; i < _book.Count; i++)
        {
            if (!_book.IsPriced(i) && (_book.Volume(i, PositionSide.Long) > 0 || _book.Volume(i, PositionSide.Short) > 0))
            {
                warnings |= GuardWarnings.PriceMissing;
            }
        }

        return warnings;
    }

    private HoldReason Hold(GuardSnapshot snapshot)
    {
        const GuardWarnings unusable = GuardWarnings.RiskMissing | GuardWarnings.RiskStale | GuardWarnings.RiskLowQuality;
        if (snapshot.Positions.Count == 0 && snapshot.Orders.Count == 0)
        {
            return HoldReason.NothingOpen;
        }

        if ((_board.Warnings & unusable) != 0)
        {
            return HoldReason.RiskUnusable;
        }

        return _board.IsArming ? HoldReason.Dwelling : _board.IsArmed ? HoldReason.WithinLimits : HoldReason.RiskLow;
    }
}
