using LiqIndicators.Analytics.Guarding;
using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Sessions.Guarding;

/// <summary>What must be left alone for now: failed positions, closed markets, symbols at rest.</summary>
internal sealed class HoldBook
{
    private readonly GuardContext _context;

    /// <summary>Works on the memory of the context.</summary>
    public HoldBook(GuardContext context) => _context = context;

    private GuardMemory Memory => _context.Memory;

    private GuardSnapshot Snapshot => _context.Snapshot;

    /// <summary>Lets actions wait for a symbol, or for the connection when it is empty.</summary>
    public void Wait(string symbol, Refusal why, DateTime nowUtc, TimeSpan probe)
    {
        int i = Memory.Waits.FindIndex(w => string.Equals(w.Symbol, symbol, StringComparison.Ordinal) && w.Why == why);
        _context.Touch();
        if (i < 0)
        {
            Memory.Waits.Add(new Wait(symbol, why, nowUtc, nowUtc + probe, false));
            return;
        }

        // After its time a wait is tried again only rarely.
        TimeSpan expiry = _context.Options.QueueExpiry;
        TimeSpan pause = Memory.Waits[i].IsExpired && expiry > probe ? expiry : probe;
        Memory.Waits[i] = Memory.Waits[i] with { ProbeUtc = nowUtc + pause };
    }

    /// <summary>Ends the waits that an answer has shown to be over.</summary>
    public void EndWaits(string symbol) =>
        Memory.Waits.RemoveAll(w => w.Symbol.Length == 0 || string.Equals(w.Symbol, symbol, StringComparison.Ordinal));

    /// <summary>
    /// Lets a position rest in which no volume fits under the one last accepted; afterwards that is forgotten, since
    /// what was refused once need not be refused for ever.
    /// </summary>
    public void RestVolume(int id, DateTime nowUtc)
    {
        FailureBook.Put(Memory.BackOffs, FailureBook.Find(Memory.BackOffs, id) with
        {
            MaxVolume = 0,
            UntilUtc = nowUtc + _context.Options.BackOffMax,
        });
        _context.Touch();
    }

    /// <summary>Notes a ladder cut: its symbol will rest once no more is needed.</summary>
    public void NoteCut(Flight flight)
    {
        foreach (Rest rest in Memory.Rests)
        {
            if (rest.Why == Refusal.CoolDown && rest.UntilUtc == default && rest.Side == flight.Side
                && string.Equals(rest.Symbol, flight.Symbol, StringComparison.Ordinal))
            {
                return;
            }
        }

        Memory.Rests.Add(new Rest(flight.Symbol, flight.Side, Refusal.CoolDown, flight.Rung, default));
    }

    /// <summary>Forgets what no longer applies, and tells the user about waits that came to nothing.</summary>
    public void Expire(DateTime nowUtc)
    {
        for (int i = Memory.Rests.Count - 1; i >= 0; i--)
        {
            if (Memory.Rests[i].UntilUtc != default && Memory.Rests[i].UntilUtc <= nowUtc)
            {
                Memory.Rests.RemoveAt(i);
                _context.Touch();
            }
        }

        for (int i = Memory.BackOffs.Count - 1; i >= 0; i--)
        {
            BackOff backOff = Memory.BackOffs[i];
            bool isGone = backOff.Id > 0 ? Snapshot.IndexOfPosition(backOff.Id) < 0 : Snapshot.IndexOfOrder(-backOff.Id) < 0;
            if (isGone)
            {
                Memory.BackOffs.RemoveAt(i);
                _context.Touch();
            }
            else if (backOff.MaxVolume <= 0 && backOff.UntilUtc <= nowUtc)
            {
                Memory.BackOffs[i] = backOff with { MaxVolume = double.PositiveInfinity };
                _context.Touch();
            }
        }

        for (int i = 0; i < Memory.Waits.Count; i++)
        {
            Wait wait = Memory.Waits[i];
            if (!wait.IsExpired && nowUtc - wait.SinceUtc >= _context.Options.QueueExpiry)
            {
                Memory.Waits[i] = wait with { IsExpired = true };
                string what = wait.Symbol.Length > 0 ? $"{wait.Why} {wait.Symbol}" : wait.Why.ToString();
                _context.Say(NoticeLevel.Alert, $"Waited too long ({what}): the action is dropped and will be decided anew.");
            }
        }
    }

    /// <summary>Marks in the snapshot what must be left alone, so that the policy chooses among the rest.</summary>
    public void Block(DateTime nowUtc, List<RefusedAction> refused)
    {
        for (int i = 0; i < Snapshot.Positions.Count; i++)
        {
            PositionState position = Snapshot.Positions[i];
            RefusedAction why = Blocked(position.Id, position.Symbol, nowUtc, out bool isStopBlocked);
            bool isBlocked = why.Why != Refusal.None;
            if (isBlocked || isStopBlocked)
            {
                Snapshot.Positions[i] = position with { IsBlocked = isBlocked, IsStopBlocked = isStopBlocked };
            }

            if (isBlocked)
            {
                refused.Add(why);
            }
        }

        for (int i = 0; i < Snapshot.Orders.Count; i++)
        {
            PendingOrderState order = Snapshot.Orders[i];
            RefusedAction why = Blocked(-order.Id, order.Symbol, nowUtc, out _);
            if (why.Why != Refusal.None)
            {
                Snapshot.Orders[i] = order with { IsBlocked = true };
                refused.Add(why with { Id = order.Id });
            }
        }
    }

    /// <summary>Takes in a decision: symbols that need no more cuts begin to rest, and waits that nothing wants end.</summary>
    public void Follow(in GuardDecision decision, DateTime nowUtc)
    {
        // Cuts that are only held up are still needed.
        bool isMet = (decision.Warnings & GuardWarnings.Shortfall) == 0;
        for (int i = 0; isMet && i < Memory.Rests.Count; i++)
        {
            Rest rest = Memory.Rests[i];
            if (rest.UntilUtc == default && !HasCut(decision, rest.Symbol, rest.Side))
            {
                Memory.Rests[i] = rest with { UntilUtc = nowUtc + _context.Options.CoolDown };
                _context.Touch();
            }
        }

        for (int i = Memory.Waits.Count - 1; i >= 0; i--)
        {
            Wait wait = Memory.Waits[i];
            bool holds = nowUtc < wait.ProbeUtc || (IsMarket(wait) && Snapshot.IndexOfSymbol(wait.Symbol) >= 0 && !IsOpen(wait.Symbol));
            if (!holds && !Wants(decision, wait.Symbol))
            {
                Memory.Waits.RemoveAt(i);
                _context.Touch();
            }
        }
    }

    private RefusedAction Blocked(int key, string symbol, DateTime nowUtc, out bool isStopBlocked)
    {
        isStopBlocked = false;
        if (Memory.BackOffs.Count > 0)
        {
            BackOff backOff = FailureBook.Find(Memory.BackOffs, key);
            isStopBlocked = backOff.IsStopBlocked;
            if (nowUtc < backOff.UntilUtc)
            {
                return new RefusedAction(key, backOff.MaxVolume <= 0 ? Refusal.NoAcceptableVolume : Refusal.BackOff, backOff.UntilUtc);
            }
        }

        for (int i = 0; i < Memory.Waits.Count; i++)
        {
            Wait wait = Memory.Waits[i];
            bool isHere = wait.Symbol.Length == 0 || string.Equals(wait.Symbol, symbol, StringComparison.Ordinal);
            if (isHere && (nowUtc < wait.ProbeUtc || (IsMarket(wait) && !IsOpen(symbol))))
            {
                return new RefusedAction(key, wait.Why, nowUtc < wait.ProbeUtc ? wait.ProbeUtc : default);
            }
        }

        return new RefusedAction(key, Refusal.None);
    }

    private static bool IsMarket(in Wait wait) => wait.Why == Refusal.MarketClosed;

    private bool IsOpen(string symbol)
    {
        int i = Snapshot.IndexOfSymbol(symbol);
        return i >= 0 && Snapshot.Symbols[i].IsMarketOpen;
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
}
