using LiqIndicators.Analytics.Guarding;
using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Sessions.Guarding;

/// <summary>Carries out the decisions of a policy: one order at a time, each read before and verified after.</summary>
/// <remarks>
/// <para>
/// Each step reads the account, decides, sends at most one order at a time and believes the account, not the reply:
/// an order counts as done when the account shows it. An order of unknown result blocks all others until the account
/// has had time to show it. Everything needed to go on after a restart is written down before an order is sent.
/// </para>
/// <para>All members are to be called on one thread, that of the algo: from its timer, its ticks and its buttons.</para>
/// </remarks>
public sealed class GuardSession
{
    // Bounds the orders of one step when the platform answers at once; the next timer event goes on.
    private const int MaxLooksPerStep = 8;
    private const int MaxLines = 50;

    private readonly GuardPolicy _policy;
    private readonly GuardSessionOptions _options;
    private readonly ITradingPort _trading;
    private readonly ICascadeRiskPort _risks;
    private readonly Func<DateTime> _utcNow;
    private readonly Action<GuardNotice> _say;
    private readonly GuardJournal _journal;
    private readonly InstanceLock _lock;
    private readonly ActionGate _gate;
    private readonly FailureBook _failures;
    private readonly TwinWatch _twin;
    private readonly GuardSnapshot _snapshot = new();
    private readonly List<RefusedAction> _saidRefusals = [];
    private readonly string _environmentNote;

    private GuardMemory _memory = new();
    private bool _isLoaded;
    private bool _isStepping;
    private bool _isDirty;
    private bool _isKillRequested;
    private bool _hasReply;
    private int _flightNumber;
    private GuardWarnings _saidWarnings;
    private HoldReason? _saidHold;
    private Refusal _saidGeneral;

    /// <summary>Wires a session; nothing is read or sent before the first step.</summary>
    /// <param name="policy">What decides.</param>
    /// <param name="options">How to carry it out.</param>
    /// <param name="trading">The account.</param>
    /// <param name="risks">The cascade risks.</param>
    /// <param name="store">Where the journal and the lock are kept.</param>
    /// <param name="account">Number of the account.</param>
    /// <param name="instance">Name of this instance, unique among all that may run; without a blank.</param>
    /// <param name="utcNow">The clock; UTC.</param>
    /// <param name="say">Takes each notice once.</param>
    /// <param name="environment">Where the algo runs.</param>
    /// <exception cref="ArgumentException">An option is outside its range, or the name has a blank; the message says which.</exception>
    public GuardSession(
        GuardPolicy policy,
        GuardSessionOptions options,
        ITradingPort trading,
        ICascadeRiskPort risks,
        IJournalStore store,
        long account,
        string instance,
        Func<DateTime> utcNow,
        Action<GuardNotice> say,
        GuardEnvironment environment = GuardEnvironment.Desktop)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        _policy = policy;
        _options = options;
        _trading = trading;
        _risks = risks;
        _utcNow = utcNow;
        _say = say;
        _journal = new GuardJournal(store, account);
        _lock = new InstanceLock(store, account, instance, options.Heartbeat, options.LockStaleAfter);
        _gate = new ActionGate(options);
        _failures = new FailureBook(options);
        _twin = new TwinWatch(options.StandDown);
        _environmentNote = EnvironmentNotes.For(environment);
    }

    /// <summary>What a panel shows.</summary>
    public GuardStatus Status { get; } = new();

    /// <summary>Whether the kill switch is on.</summary>
    public bool IsKilled => _memory.IsKilled || _isKillRequested;

    /// <summary>Looks at the account and does what is due; for the timer and for ticks.</summary>
    public void Step()
    {
        if (_isStepping)
        {
            return;
        }

        _isStepping = true;
        try
        {
            for (int i = 0; i < MaxLooksPerStep; i++)
            {
                _hasReply = false;
                Look();
                if (!_hasReply)
                {
                    break;
                }
            }
        }
        finally
        {
            _isStepping = false;
        }
    }

    /// <summary>Stops all orders, from before the next one on, over restarts too. An order on its way cannot be recalled.</summary>
    /// <param name="why">Who or what asked; for the log.</param>
    public void Kill(string why)
    {
        if (IsKilled)
        {
            return;
        }

        _isKillRequested = true;
        Say(NoticeLevel.Alert, $"Kill switch: {why}. No order will be sent until it is lifted.");
        TakeKill();
    }

    /// <summary>Lifts the kill switch.</summary>
    public void Revive()
    {
        if (!IsKilled)
        {
            return;
        }

        _isKillRequested = false;
        _memory.IsKilled = false;
        Say(NoticeLevel.Alert, "Kill switch lifted.");
        if (_isLoaded)
        {
            _journal.Save(_memory);
        }
    }

    /// <summary>Writes what is left to write and gives the lock back; for an orderly end.</summary>
    public void Stop()
    {
        if (_isLoaded && _lock.IsHeld)
        {
            _journal.Save(_memory);
        }

        _lock.Release();
        _isLoaded = false;
    }

    private void Look()
    {
        DateTime now = _utcNow();
        Status.TimeUtc = now;
        Status.RefusedList.Clear();
        if (!_lock.Keep(now))
        {
            // Whatever is remembered here is the other's to change now.
            _isLoaded = false;
            Stand(Refusal.OtherInstance);
            return;
        }

        Load(now);
        Status.InFlight = _memory.Flight?.Text ?? string.Empty;
        if (!IsFlightOver(now) || !IsRead())
        {
            return;
        }

        _snapshot.TimeUtc = now;
        if (_memory.Flight is Flight flight && !IsSettled(flight, now))
        {
            Stand(Refusal.InFlight);
            SaveIfDirty();
            return;
        }

        WatchTwin(now);
        Expire(now);
        Block(now);
        _risks.Read(_snapshot);
        GuardDecision decision = _policy.Decide(_snapshot, _memory.State);
        Status.Decision = decision;
        if (decision.State != _memory.State)
        {
            _memory.State = decision.State;
            _isDirty = true;
        }

        SayDecision(decision);
        BeginRests(decision, now);
        EndWaits(decision, now);
        Act(decision, now);
        SaveIfDirty();
    }

    private void Load(DateTime now)
    {
        if (_isLoaded)
        {
            return;
        }

        _memory = _journal.Load(out string? error);
        _isLoaded = true;
        Status.Lines = _memory.Lines;
        if (error is not null)
        {
            // How much of the hour's caps is used is not known any more: leave the ladder none, the backstop its reserve.
            int used = (int)(_options.MaxActionsPerHour * (1 - (_options.UrgentReservePct / 100)));
            for (int i = 0; i < used; i++)
            {
                _memory.Sent.Add(new SentOrder(now, 0));
            }

            Say(NoticeLevel.Alert, $"The journal cannot be read ({error}). The ladder rests for an hour; the day's baseline starts anew.");
        }

        if (_memory.Flight is Flight flight && flight.Phase == FlightPhase.Sent)
        {
            _memory.Flight = flight with { Phase = FlightPhase.Unknown, AnsweredUtc = now, Failure = TradeOutcome.Timeout };
            Say(NoticeLevel.Warning, $"Restarted with an order on its way; the account will tell: {flight.Text}");
        }

        if (_environmentNote.Length > 0)
        {
            Say(NoticeLevel.Warning, _environmentNote);
        }

        TakeKill();
        _isDirty = true;
    }

    private void TakeKill()
    {
        if (_isKillRequested && _isLoaded)
        {
            _memory.IsKilled = true;
            _isKillRequested = false;
            _journal.Save(_memory);
        }
    }

    /// <summary>False while a reply is awaited.</summary>
    private bool IsFlightOver(DateTime now)
    {
        if (_memory.Flight is not Flight flight || flight.Phase != FlightPhase.Sent)
        {
            return true;
        }

        if (now - flight.SentUtc < _options.ReplyTimeout)
        {
            Stand(Refusal.InFlight);
            return false;
        }

        _flightNumber++;
        _memory.Flight = flight with { Phase = FlightPhase.Unknown, AnsweredUtc = now, Failure = TradeOutcome.Timeout };
        _isDirty = true;
        Say(NoticeLevel.Warning, $"No reply; the account will tell: {flight.Text}");
        return true;
    }

    private bool IsRead()
    {
        _snapshot.Clear();
        if (_trading.TryRead(_snapshot))
        {
            return true;
        }

        Stand(Refusal.Offline);
        SaveIfDirty();
        return false;
    }

    /// <summary>Whether the account tells what became of the order; if so, it is taken in.</summary>
    private bool IsSettled(Flight flight, DateTime now)
    {
        FlightResult result = FlightLook.At(flight, _snapshot, _trading, _options, now);
        if (result == FlightResult.Pending)
        {
            return false;
        }

        _memory.Flight = null;
        _isDirty = true;
        int key = Key(flight.Kind, flight.Id);
        if (result == FlightResult.NotDone)
        {
            BackOff backOff = _failures.Fail(_memory.BackOffs, key, now);
            Say(NoticeLevel.Warning, FormattableString.Invariant(
                $"Not done ({flight.Failure}), next attempt not before {backOff.UntilUtc:HH:mm:ss}: {flight.Text}"));
            return true;
        }

        BackOff known = FailureBook.Find(_memory.BackOffs, key);
        FailureBook.Clear(_memory.BackOffs, key);
        if (known.IsStopBlocked || known.MaxVolume < double.PositiveInfinity)
        {
            FailureBook.Put(_memory.BackOffs, known with { Failures = 0, UntilUtc = now });
        }

        if (flight.Kind == GuardActionKind.Reduce)
        {
            double drop = FlightLook.Drop(flight, _snapshot);
            StandDownIf(_twin.LookAtOwn(flight, drop, now), now);
            if (!flight.IsUrgent && !_memory.Rests.Exists(r => IsRest(r, flight.Symbol, flight.Side) && r.UntilUtc == default))
            {
                _memory.Rests.Add(new Rest(flight.Symbol, flight.Side, Refusal.CoolDown, flight.Rung, default));
            }
        }

        Say(NoticeLevel.Info, (result == FlightResult.Partly ? "Partly done: " : "Done: ") + flight.Text);
        return true;
    }

    private void WatchTwin(DateTime now) => StandDownIf(_twin.Look(_snapshot, 0, now), now);

    private void StandDownIf(bool isTwin, DateTime now)
    {
        if (isTwin)
        {
            _memory.StandDownUntilUtc = now + _options.StandDown;
            _isDirty = true;
            Say(NoticeLevel.Alert, FormattableString.Invariant(
                $"Somebody else does exactly what was planned here, most likely a second instance. The ladder stands down until {_memory.StandDownUntilUtc:HH:mm:ss} UTC; the backstop stays on."));
        }
    }

    /// <summary>Forgets what no longer applies, and tells the user about waits that came to nothing.</summary>
    private void Expire(DateTime now)
    {
        for (int i = _memory.Rests.Count - 1; i >= 0; i--)
        {
            if (_memory.Rests[i].UntilUtc != default && _memory.Rests[i].UntilUtc <= now)
            {
                _memory.Rests.RemoveAt(i);
                _isDirty = true;
            }
        }

        for (int i = _memory.BackOffs.Count - 1; i >= 0; i--)
        {
            BackOff backOff = _memory.BackOffs[i];
            bool isGone = backOff.Id > 0 ? _snapshot.IndexOfPosition(backOff.Id) < 0 : _snapshot.IndexOfOrder(-backOff.Id) < 0;
            if (isGone)
            {
                _memory.BackOffs.RemoveAt(i);
                _isDirty = true;
            }
            else if (backOff.MaxVolume <= 0 && backOff.UntilUtc <= now)
            {
                _memory.BackOffs[i] = backOff with { MaxVolume = double.PositiveInfinity };
                _isDirty = true;
            }
        }

        for (int i = 0; i < _memory.Waits.Count; i++)
        {
            Wait wait = _memory.Waits[i];
            if (!wait.IsExpired && now - wait.SinceUtc >= _options.QueueExpiry)
            {
                _memory.Waits[i] = wait with { IsExpired = true };
                _isDirty = true;
                Say(NoticeLevel.Alert, $"Waited too long ({wait.Why}{(wait.Symbol.Length > 0 ? " " + wait.Symbol : string.Empty)}): the action is dropped and will be decided anew.");
            }
        }
    }

    /// <summary>Marks what must be left alone for now, so that the policy chooses among the rest.</summary>
    private void Block(DateTime now)
    {
        for (int i = 0; i < _snapshot.Positions.Count; i++)
        {
            PositionState position = _snapshot.Positions[i];
            RefusedAction refused = Blocked(position.Id, position.Symbol, now, out bool isStopBlocked);
            if (refused.Why != Refusal.None || isStopBlocked)
            {
                _snapshot.Positions[i] = position with { IsBlocked = refused.Why != Refusal.None, IsStopBlocked = isStopBlocked };
            }

            if (refused.Why != Refusal.None)
            {
                Status.RefusedList.Add(refused);
            }
        }

        for (int i = 0; i < _snapshot.Orders.Count; i++)
        {
            PendingOrderState order = _snapshot.Orders[i];
            RefusedAction refused = Blocked(-order.Id, order.Symbol, now, out _);
            if (refused.Why != Refusal.None)
            {
                _snapshot.Orders[i] = order with { IsBlocked = true };
                Status.RefusedList.Add(refused with { Id = order.Id });
            }
        }
    }

    private RefusedAction Blocked(int key, string symbol, DateTime now, out bool isStopBlocked)
    {
        isStopBlocked = false;
        if (_memory.BackOffs.Count > 0)
        {
            BackOff backOff = FailureBook.Find(_memory.BackOffs, key);
            isStopBlocked = backOff.IsStopBlocked;
            if (now < backOff.UntilUtc)
            {
                return new RefusedAction(key, backOff.MaxVolume <= 0 ? Refusal.NoAcceptableVolume : Refusal.BackOff, backOff.UntilUtc);
            }
        }

        for (int i = 0; i < _memory.Waits.Count; i++)
        {
            Wait wait = _memory.Waits[i];
            bool isHere = wait.Symbol.Length == 0 || string.Equals(wait.Symbol, symbol, StringComparison.Ordinal);
            if (isHere && (now < wait.ProbeUtc || (wait.Why == Refusal.MarketClosed && !IsOpen(symbol))))
            {
                return new RefusedAction(key, wait.Why, now < wait.ProbeUtc ? wait.ProbeUtc : default);
            }
        }

        return new RefusedAction(key, Refusal.None);
    }

    private bool IsOpen(string symbol)
    {
        int i = _snapshot.IndexOfSymbol(symbol);
        return i >= 0 && _snapshot.Symbols[i].IsMarketOpen;
    }

    /// <summary>Once a symbol needs no more cuts, its ladder rests; not while cuts are only held up.</summary>
    private void BeginRests(in GuardDecision decision, DateTime now)
    {
        if ((decision.Warnings & GuardWarnings.Shortfall) != 0)
        {
            return;
        }

        for (int i = 0; i < _memory.Rests.Count; i++)
        {
            Rest rest = _memory.Rests[i];
            if (rest.UntilUtc == default && !HasCut(decision, rest.Symbol, rest.Side))
            {
                _memory.Rests[i] = rest with { UntilUtc = now + _options.CoolDown };
                _isDirty = true;
            }
        }
    }

    /// <summary>A wait is over when what it held back is free again and nothing wants it any more.</summary>
    private void EndWaits(in GuardDecision decision, DateTime now)
    {
        for (int i = _memory.Waits.Count - 1; i >= 0; i--)
        {
            Wait wait = _memory.Waits[i];
            bool holds = now < wait.ProbeUtc
                || (wait.Why == Refusal.MarketClosed && _snapshot.IndexOfSymbol(wait.Symbol) >= 0 && !IsOpen(wait.Symbol));
            if (!holds && !Wants(decision, wait.Symbol))
            {
                _memory.Waits.RemoveAt(i);
                _isDirty = true;
            }
        }
    }

    private void Act(in GuardDecision decision, DateTime now)
    {
        RefusedAction general = _gate.General(_memory, _snapshot.Account.IsLive, now);
        Status.General = general.Why;
        SayGeneral(general);
        if (decision.Actions.Count == 0 || general.Why != Refusal.None)
        {
            if (decision.Actions.Count > 0)
            {
                Status.RefusedList.Add(general);
            }

            _twin.Expect([]);
            SayRefusals(decision);
            return;
        }

        for (int i = 0; i < decision.Actions.Count; i++)
        {
            GuardAction action = decision.Actions[i];
            int rung = _memory.State.Ladder(action.Symbol, action.Side).Rung;
            RefusedAction refused = _gate.Check(_memory, _snapshot, rung, now, ref action, out double notional);
            if (refused.Why == Refusal.None)
            {
                SayRefusals(decision);
                _twin.Expect(decision.Actions.Where(a => a.Id != action.Id).ToList());
                Send(action, rung, notional, now);
                return;
            }

            Status.RefusedList.Add(refused);
            if (refused.Why == Refusal.MarketClosed)
            {
                // The platform tells when it opens again, so there is nothing to probe.
                Wait(action.Symbol, Refusal.MarketClosed, now, TimeSpan.Zero);
            }
        }

        _twin.Expect(decision.Actions);
        SayRefusals(decision);
    }

    private void Send(in GuardAction action, int rung, double notional, DateTime now)
    {
        SymbolState symbol = _snapshot.Symbols[_snapshot.IndexOfSymbol(action.Symbol)];
        Flight flight = new(
            action.Kind,
            action.Id,
            action.Symbol,
            action.Side,
            action.VolumeNow,
            action.Volume,
            action.StopPrice,
            action.Side == PositionSide.Long ? symbol.Bid : symbol.Ask,
            action.Reason.IsUrgent,
            rung,
            now,
            FlightPhase.Sent,
            now,
            TradeOutcome.Done,
            action.ToString());

        // Written down first: a crash from here on leaves an order that the next start looks for.
        _memory.Flight = flight;
        _memory.Sent.Add(new SentOrder(now, notional));
        Say(NoticeLevel.Alert, "Sending: " + flight.Text);
        _journal.Save(_memory);
        _isDirty = false;

        // A button may have been pressed while the notice was shown.
        if (IsKilled)
        {
            _memory.Flight = null;
            _memory.Sent.RemoveAt(_memory.Sent.Count - 1);
            _isDirty = true;
            Say(NoticeLevel.Alert, "Not sent, killed: " + flight.Text);
            return;
        }

        int number = ++_flightNumber;
        void Reply(TradeReply reply) => OnReply(number, reply);
        switch (flight.Kind)
        {
            case GuardActionKind.Reduce:
                _trading.Close(flight.Id, flight.Volume, Reply);
                break;
            case GuardActionKind.CancelOrder:
                _trading.Cancel(flight.Id, Reply);
                break;
            default:
                _trading.MoveStop(flight.Id, flight.StopPrice, Reply);
                break;
        }
    }

    private void OnReply(int number, TradeReply reply)
    {
        if (!_isLoaded || number != _flightNumber || _memory.Flight is not Flight flight || flight.Phase != FlightPhase.Sent)
        {
            return;
        }

        _flightNumber++;
        DateTime now = _utcNow();
        switch (reply.Outcome)
        {
            case TradeOutcome.Done:
                _memory.Flight = flight with { Phase = FlightPhase.Confirmed, AnsweredUtc = now };
                NoteSlippage(flight, reply.FillPrice, now);
                break;
            case TradeOutcome.Timeout:
            case TradeOutcome.TechnicalError:
            case TradeOutcome.Disconnected:
            case TradeOutcome.EntityNotFound:
                _memory.Flight = flight with { Phase = FlightPhase.Unknown, AnsweredUtc = now, Failure = reply.Outcome };
                Say(NoticeLevel.Warning, $"{reply.Outcome}; the account will tell: {flight.Text}");
                if (reply.Outcome == TradeOutcome.Disconnected)
                {
                    Wait(string.Empty, Refusal.Offline, now, _options.ProbeInterval);
                }

                break;
            default:
                _memory.Flight = null;
                Refuse(flight, reply.Outcome, now);
                break;
        }

        if (reply.Outcome is not (TradeOutcome.MarketClosed or TradeOutcome.Disconnected or TradeOutcome.UnknownSymbol))
        {
            _memory.Waits.RemoveAll(w => w.Symbol.Length == 0 || string.Equals(w.Symbol, flight.Symbol, StringComparison.Ordinal));
        }

        _journal.Save(_memory);
        _isDirty = false;
        _hasReply = true;
        Step();
    }

    /// <summary>Takes in an error that says for certain that nothing was done.</summary>
    private void Refuse(Flight flight, TradeOutcome outcome, DateTime now)
    {
        int key = Key(flight.Kind, flight.Id);
        switch (outcome)
        {
            case TradeOutcome.BadVolume when flight.Kind == GuardActionKind.Reduce:
                StepDown(flight, key, now);
                return;
            case TradeOutcome.MarketClosed:
                Wait(flight.Symbol, Refusal.MarketClosed, now, _options.ProbeInterval);
                break;
            case TradeOutcome.UnknownSymbol:
                Wait(flight.Symbol, Refusal.UnknownSymbol, now, _options.SymbolRetry);
                break;
            case TradeOutcome.NoTradingPermission:
                _memory.PermissionRetryUtc = now + _options.PermissionRetry;
                break;
            case TradeOutcome.InvalidStopLossTakeProfit when flight.Kind == GuardActionKind.TightenStop:
                FailureBook.Put(_memory.BackOffs, FailureBook.Find(_memory.BackOffs, key) with { IsStopBlocked = true });
                break;
            default:
                _failures.Fail(_memory.BackOffs, key, now);
                break;
        }

        Say(outcome is TradeOutcome.MarketClosed ? NoticeLevel.Warning : NoticeLevel.Alert, $"Refused ({outcome}): {flight.Text}");
    }

    /// <summary>Asks for half next time, down to the smallest volume, then lets the position rest.</summary>
    private void StepDown(Flight flight, int key, DateTime now)
    {
        int i = _snapshot.IndexOfSymbol(flight.Symbol);
        SymbolState symbol = _snapshot.Symbols[i];
        double half = symbol.VolumeMin > 0 && symbol.VolumeStep > 0
            ? VolumeRounding.CutAtMost(flight.VolumeBefore, Math.Max(flight.Volume / 2, Math.Min(symbol.VolumeMin, flight.Volume * 0.999)), symbol.VolumeMin, symbol.VolumeStep)
            : 0;
        BackOff known = FailureBook.Find(_memory.BackOffs, key);
        bool isOver = half <= 0 || half >= flight.Volume;
        FailureBook.Put(_memory.BackOffs, known with
        {
            MaxVolume = isOver ? 0 : half,
            UntilUtc = isOver ? now + _options.BackOffMax : now,
        });
        Say(
            isOver ? NoticeLevel.Alert : NoticeLevel.Warning,
            isOver
                ? $"Refused (BadVolume), and no smaller volume is left: {flight.Text}"
                : FormattableString.Invariant($"Refused (BadVolume), {half} is tried next: {flight.Text}"));
    }

    private void NoteSlippage(Flight flight, double fillPrice, DateTime now)
    {
        double adverse = flight.Side == PositionSide.Long ? flight.MarketPrice - fillPrice : fillPrice - flight.MarketPrice;
        double bps = 10_000 * adverse / flight.MarketPrice;
        if (flight.Kind == GuardActionKind.Reduce && bps > _options.MaxSlippageBps)
        {
            _memory.Rests.Add(new Rest(flight.Symbol, flight.Side, Refusal.SlippagePause, flight.Rung, now + _options.SlippagePause));
            Say(NoticeLevel.Warning, FormattableString.Invariant($"Slippage of {bps:0.0} bps; the ladder pauses in {flight.Symbol}."));
        }
    }

    private void Wait(string symbol, Refusal why, DateTime now, TimeSpan probe)
    {
        int i = _memory.Waits.FindIndex(w => string.Equals(w.Symbol, symbol, StringComparison.Ordinal) && w.Why == why);
        _isDirty = true;
        if (i < 0)
        {
            _memory.Waits.Add(new Wait(symbol, why, now, now + probe, false));
            return;
        }

        // After its time a wait is tried again only rarely.
        TimeSpan pause = _memory.Waits[i].IsExpired && _options.QueueExpiry > probe ? _options.QueueExpiry : probe;
        _memory.Waits[i] = _memory.Waits[i] with { ProbeUtc = now + pause };
    }

    private void Stand(Refusal why)
    {
        Status.General = why;
        Status.RefusedList.Add(new RefusedAction(0, why));
        if (why != Refusal.InFlight)
        {
            SayGeneral(new RefusedAction(0, why));
        }
    }

    private void SayGeneral(in RefusedAction general)
    {
        if (general.Why == _saidGeneral)
        {
            return;
        }

        bool isLoud = general.Why is not (Refusal.None or Refusal.MonitorMode);
        Say(
            isLoud ? NoticeLevel.Alert : NoticeLevel.Info,
            general.Why == Refusal.None ? "Armed: orders may be sent." : $"No orders: {general}.");
        _saidGeneral = general.Why;
    }

    private void SayDecision(in GuardDecision decision)
    {
        if (decision.Warnings != _saidWarnings)
        {
            Say(
                decision.Warnings == GuardWarnings.None ? NoticeLevel.Info : NoticeLevel.Alert,
                decision.Warnings == GuardWarnings.None ? "No more warnings." : $"Warnings: {decision.Warnings}.");
            _saidWarnings = decision.Warnings;
        }

        if (decision.Hold == _saidHold)
        {
            return;
        }

        _saidHold = decision.Hold;
        Say(NoticeLevel.Info, decision.Hold == HoldReason.None ? $"Wanted first: {decision.Actions[0]}" : $"Hold: {decision.Hold}.");
    }

    private void SayRefusals(in GuardDecision decision)
    {
        bool isSame = _saidRefusals.Count == Status.RefusedList.Count;
        for (int i = 0; isSame && i < _saidRefusals.Count; i++)
        {
            isSame = _saidRefusals[i].Id == Status.RefusedList[i].Id && _saidRefusals[i].Why == Status.RefusedList[i].Why;
        }

        if (isSame)
        {
            return;
        }

        _saidRefusals.Clear();
        _saidRefusals.AddRange(Status.RefusedList);
        if (_saidRefusals.Count > 0)
        {
            Say(NoticeLevel.Info, $"Left alone ({decision.Actions.Count} wanted): {string.Join(", ", _saidRefusals)}.");
        }
    }

    private void Say(NoticeLevel level, string text)
    {
        DateTime now = _utcNow();
        _memory.Lines.Add(FormattableString.Invariant($"{now:yyyy-MM-dd HH:mm:ss} {text}"));
        if (_memory.Lines.Count > MaxLines)
        {
            _memory.Lines.RemoveAt(0);
        }

        _isDirty = true;
        _say(new GuardNotice(now, level, text));
    }

    private void SaveIfDirty()
    {
        if (_isDirty)
        {
            _journal.Save(_memory);
            _isDirty = false;
        }
    }

    /// <summary>Whether a symbol, or any when it is empty, is wanted in a decision.</summary>
    private static bool Wants(in GuardDecision decision, string symbol)
    {
        for (int i = 0; i < decision.Actions.Count; i++)
        {
            if (symbol.Length == 0 || string.Equals(decision.Actions[i].Symbol, symbol, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasCut(in GuardDecision decision, string symbol, PositionSide side)
    {
        for (int i = 0; i < decision.Actions.Count; i++)
        {
            GuardAction action = decision.Actions[i];
            if (action.Kind == GuardActionKind.Reduce && !action.Reason.IsUrgent && action.Side == side
                && string.Equals(action.Symbol, symbol, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsRest(in Rest rest, string symbol, PositionSide side) =>
        rest.Why == Refusal.CoolDown && rest.Side == side && string.Equals(rest.Symbol, symbol, StringComparison.Ordinal);

    /// <summary>Positions and orders are numbered independently; the sign keeps them apart.</summary>
    private static int Key(GuardActionKind kind, int id) => kind == GuardActionKind.CancelOrder ? -id : id;
}
