using LiqIndicators.Analytics.Guarding;
using LiqIndicators.MarketData.Ports;

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

    private readonly GuardPolicy _policy;
    private readonly ITradingPort _trading;
    private readonly ICascadeRiskPort _risks;
    private readonly GuardContext _context;
    private readonly InstanceLock _lock;
    private readonly ActionGate _gate;
    private readonly HoldBook _holds;
    private readonly FlightDesk _desk;
    private readonly GuardVoice _voice;
    private readonly KillSwitch _kill;
    private readonly Func<bool> _killed;
    private readonly string _environmentNote;
    private bool _isStepping;
    private bool _hasReply;

    /// <summary>Wires a session; nothing is read or sent before the first step.</summary>
    /// <param name="policy">What decides.</param>
    /// <param name="options">How to carry it out.</param>
    /// <param name="trading">The account.</param>
    /// <param name="risks">The cascade risks.</param>
    /// <param name="store">Where the journal and the lock are kept.</param>
    /// <param name="account">Number of the account.</param>
    /// <param name="instance">Name of this instance, unique among all that may run; without a blank.</param>
    /// <param name="clock">The platform's clock.</param>
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
        IClock clock,
        Action<GuardNotice> say,
        GuardEnvironment environment = GuardEnvironment.Desktop)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        _policy = policy;
        _trading = trading;
        _risks = risks;
        _context = new GuardContext(options, new GuardJournal(store, account), clock, say);
        _lock = new InstanceLock(store, account, instance, options.Heartbeat, options.LockStaleAfter);
        _gate = new ActionGate(options);
        _holds = new HoldBook(_context);
        _desk = new FlightDesk(_context, trading, _holds, OnReplied);
        _voice = new GuardVoice(_context);
        _kill = new KillSwitch(store, account);
        _killed = _kill.Look;
        _environmentNote = EnvironmentNotes.For(environment);
    }

    /// <summary>What a panel shows.</summary>
    public GuardStatus Status { get; } = new();

    /// <summary>The account and the risks as the last step read them; to be looked at, not changed.</summary>
    public GuardSnapshot Snapshot => _context.Snapshot;

    /// <summary>Whether the kill switch is on, by this instance or another.</summary>
    public bool IsKilled => _kill.IsOn;

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
        catch
        {
            Status.General = Refusal.Failed;
            throw;
        }
        finally
        {
            _isStepping = false;
        }
    }

    /// <summary>Stops all orders of every instance on the account, from before the next one on, over restarts too. An order on its way cannot be recalled.</summary>
    /// <param name="why">Who or what asked; for the log.</param>
    public void Kill(string why)
    {
        if (!_kill.Look())
        {
            _kill.TurnOn();
            _context.Say(NoticeLevel.Alert, $"Kill switch: {why}. No order will be sent until it is lifted.");
        }
    }

    /// <summary>Lifts the kill switch.</summary>
    public void Revive()
    {
        if (_kill.Look())
        {
            _kill.TurnOff();
            _context.Say(NoticeLevel.Alert, "Kill switch lifted.");
        }
    }

    /// <summary>Writes what is left to write and gives the lock back; for an orderly end.</summary>
    public void Stop()
    {
        if (_lock.IsHeld)
        {
            _context.Save();
        }

        _lock.Release();
        _context.Unload();
    }

    private void Look()
    {
        DateTime nowUtc = _context.NowUtc;
        Status.TimeUtc = nowUtc;
        Status.RefusedList.Clear();
        if (!_lock.Keep(nowUtc))
        {
            // Whatever is remembered here is the other's to change now.
            _context.Unload();
            Stand(Refusal.OtherInstance);
            return;
        }

        Load(nowUtc);
        if (Decide(nowUtc))
        {
            Act(Status.Decision, nowUtc);
        }

        Status.InFlight = _context.Memory.Flight?.Text ?? string.Empty;
        _context.SaveIfTouched();
    }

    /// <summary>Reads and decides; false when an order is on its way or the account cannot be read.</summary>
    private bool Decide(DateTime nowUtc)
    {
        if (_desk.AwaitsReply(nowUtc))
        {
            Stand(Refusal.InFlight);
            return false;
        }

        GuardSnapshot snapshot = _context.Snapshot;
        snapshot.Clear();
        if (!_trading.TryRead(snapshot))
        {
            Stand(Refusal.Offline);
            return false;
        }

        snapshot.TimeUtc = nowUtc;
        if (!_desk.Settle(nowUtc))
        {
            Stand(Refusal.InFlight);
            return false;
        }

        _desk.WatchTwin(nowUtc);
        _holds.Expire(nowUtc);
        _holds.Block(nowUtc, Status.RefusedList);
        ReadRisks(snapshot);
        GuardMemory memory = _context.Memory;
        GuardDecision decision = _policy.Decide(snapshot, memory.State);
        Status.Decision = decision;
        if (decision.State != memory.State)
        {
            memory.State = decision.State;
            _context.Touch();
        }

        _voice.Decision(decision);
        _holds.Follow(decision, nowUtc);
        return true;
    }

    /// <summary>Whatever is wrong with the market's data, the rules that do without them must go on.</summary>
    private void ReadRisks(GuardSnapshot snapshot)
    {
        string error = string.Empty;
        try
        {
            _risks.Read(snapshot);
        }
#pragma warning disable CA1031 // Whatever it is, it is said, and its risks count as missing.
        catch (Exception e)
#pragma warning restore CA1031
        {
            snapshot.Risks.Clear();
            error = e.Message;
        }

        _voice.RiskError(error);
    }

    private void Act(in GuardDecision decision, DateTime nowUtc)
    {
        GuardMemory memory = _context.Memory;
        RefusedAction general = _gate.General(memory, _kill.Look(), _context.Snapshot.Account.IsLive, nowUtc);
        Status.General = general.Why;
        _voice.General(general);
        if (decision.Actions.Count > 0 && general.Why != Refusal.None)
        {
            Status.RefusedList.Add(general);
        }

        bool mayAct = general.Why == Refusal.None;
        for (int i = 0; mayAct && i < decision.Actions.Count; i++)
        {
            GuardAction action = decision.Actions[i];
            int rung = memory.State.Ladder(action.Symbol, action.Side).Rung;
            RefusedAction refused = _gate.Check(memory, _context.Snapshot, rung, nowUtc, ref action, out double notional);
            if (refused.Why == Refusal.None)
            {
                _voice.Refusals(Status.RefusedList, decision.Actions.Count);
                _desk.Expect(decision.Actions.Where(a => a.Id != action.Id).ToList());
                if (_desk.Send(action, rung, notional, nowUtc, _killed))
                {
                    Status.LastSentUtc = nowUtc;
                    Status.LastSent = action;
                }

                return;
            }

            Status.RefusedList.Add(refused);
            if (refused.Why == Refusal.MarketClosed)
            {
                // The platform tells when it opens again, so there is nothing to probe.
                _holds.Wait(action.Symbol, Refusal.MarketClosed, nowUtc, TimeSpan.Zero);
            }
            else if (refused.Why == Refusal.NoAcceptableVolume)
            {
                _holds.RestVolume(action.Id, nowUtc);
            }
        }

        _desk.Expect(mayAct ? decision.Actions : []);
        _voice.Refusals(Status.RefusedList, decision.Actions.Count);
    }

    private void Load(DateTime nowUtc)
    {
        if (_context.IsLoaded)
        {
            return;
        }

        string? error = _context.Load();
        GuardMemory memory = _context.Memory;
        Status.Lines = memory.Lines;
        if (error is not null)
        {
            // How much of the hour's caps is used is not known any more: leave the ladder none, the backstop its reserve.
            int used = (int)(_context.Options.MaxActionsPerHour * (1 - (_context.Options.UrgentReservePct / 100)));
            for (int i = 0; i < used; i++)
            {
                memory.Sent.Add(new SentOrder(nowUtc, 0));
            }

            _context.Say(
                NoticeLevel.Alert,
                $"The journal cannot be read ({error}). The ladder rests for an hour; the day's baseline starts anew.");
        }

        _desk.Adopt(nowUtc);
        if (_environmentNote.Length > 0)
        {
            _context.Say(NoticeLevel.Warning, _environmentNote);
        }
    }

    private void OnReplied()
    {
        _hasReply = true;
        Step();
    }

    private void Stand(Refusal why)
    {
        Status.General = why;
        Status.RefusedList.Add(new RefusedAction(0, why));

        // An order on its way is announced when it is sent, and a claim of the lock takes a second: saying so would drown the rest.
        if (why != Refusal.InFlight && !(why == Refusal.OtherInstance && _lock.IsClaimed))
        {
            _voice.General(new RefusedAction(0, why));
        }
    }
}
