using LiqIndicators.Analytics.Guarding;
using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Sessions.Guarding;

/// <summary>Sends one order at a time and finds out what became of it.</summary>
internal sealed class FlightDesk
{
    private readonly GuardContext _context;
    private readonly ITradingPort _trading;
    private readonly HoldBook _holds;
    private readonly FailureBook _failures;
    private readonly TwinWatch _twin;
    private readonly Action _replied;
    private int _number;

    /// <summary>Works on the memory of the context.</summary>
    /// <param name="context">Shared by the parts of the session.</param>
    /// <param name="trading">The account.</param>
    /// <param name="holds">Takes in what must be left alone after an error.</param>
    /// <param name="replied">Called after each reply, with the memory written.</param>
    public FlightDesk(GuardContext context, ITradingPort trading, HoldBook holds, Action replied)
    {
        _context = context;
        _trading = trading;
        _holds = holds;
        _failures = new FailureBook(context.Options);
        _twin = new TwinWatch(context.Options.StandDown);
        _replied = replied;
    }

    private GuardMemory Memory => _context.Memory;

    /// <summary>Takes over an order that a run before this one sent: its reply is lost.</summary>
    public void Adopt(DateTime nowUtc)
    {
        if (Memory.Flight is Flight flight && flight.Phase == FlightPhase.Sent)
        {
            GiveUpReply(flight, nowUtc, "Restarted with an order on its way");
        }
    }

    /// <summary>Whether a reply is still awaited; one that is overdue is given up.</summary>
    public bool AwaitsReply(DateTime nowUtc)
    {
        if (Memory.Flight is not Flight flight || flight.Phase != FlightPhase.Sent)
        {
            return false;
        }

        if (nowUtc - flight.SentUtc < _context.Options.ReplyTimeout)
        {
            return true;
        }

        GiveUpReply(flight, nowUtc, "No reply");
        return false;
    }

    /// <summary>Whether nothing is on its way any more by what the account shows; a result is taken in.</summary>
    public bool Settle(DateTime nowUtc)
    {
        if (Memory.Flight is not Flight flight)
        {
            return true;
        }

        FlightResult result = FlightLook.At(flight, _context.Snapshot, _trading, _context.Options, nowUtc);
        if (result == FlightResult.Pending)
        {
            return false;
        }

        Memory.Flight = null;
        _context.Touch();
        int key = Key(flight);
        if (result == FlightResult.NotDone)
        {
            BackOff backOff = _failures.Fail(Memory.BackOffs, key, nowUtc);
            _context.Say(NoticeLevel.Warning, FormattableString.Invariant(
                $"Not done ({flight.Failure}), next attempt not before {backOff.UntilUtc:HH:mm:ss}: {flight.Text}"));
            return true;
        }

        FailureBook.Succeed(Memory.BackOffs, key, nowUtc);
        if (flight.Kind == GuardActionKind.Reduce)
        {
            StandDownIf(_twin.LookAtOwn(flight, FlightLook.Drop(flight, _context.Snapshot), nowUtc), nowUtc);
            if (!flight.IsUrgent)
            {
                _holds.NoteCut(flight);
            }
        }

        _context.Say(NoticeLevel.Info, (result == FlightResult.Partly ? "Partly done: " : "Done: ") + flight.Text);
        return true;
    }

    /// <summary>Stands down when somebody else did what was planned here.</summary>
    public void WatchTwin(DateTime nowUtc) => StandDownIf(_twin.Look(_context.Snapshot, nowUtc), nowUtc);

    /// <summary>Remembers what is planned and not sent, to know it again.</summary>
    public void Expect(IReadOnlyList<GuardAction> plan) => _twin.Expect(plan);

    /// <summary>Sends an order, after writing down all that a restart needs to find out about it.</summary>
    /// <param name="action">What to do.</param>
    /// <param name="rung">Rung of its side.</param>
    /// <param name="notional">Exposure it closes; deposit currency.</param>
    /// <param name="nowUtc">UTC.</param>
    /// <param name="isKilled">Asked last of all.</param>
    /// <returns>Whether it was sent.</returns>
    public bool Send(in GuardAction action, int rung, double notional, DateTime nowUtc, Func<bool> isKilled)
    {
        SymbolState symbol = _context.Snapshot.Symbols[_context.Snapshot.IndexOfSymbol(action.Symbol)];
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
            nowUtc,
            FlightPhase.Sent,
            nowUtc,
            TradeOutcome.Done,
            action.ToString());

        Memory.Flight = flight;
        Memory.Sent.Add(new SentOrder(nowUtc, notional));
        _context.Say(NoticeLevel.Alert, "Sending: " + flight.Text);
        _context.Save();

        // A button may have been pressed while the notice was shown.
        if (isKilled())
        {
            Memory.Flight = null;
            Memory.Sent.RemoveAt(Memory.Sent.Count - 1);
            _context.Say(NoticeLevel.Alert, "Not sent, killed: " + flight.Text);
            return false;
        }

        int number = ++_number;
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

        return true;
    }

    private void OnReply(int number, TradeReply reply)
    {
        if (!_context.IsLoaded || number != _number || Memory.Flight is not Flight flight || flight.Phase != FlightPhase.Sent)
        {
            return;
        }

        _number++;
        DateTime nowUtc = _context.NowUtc;
        switch (reply.Outcome)
        {
            case TradeOutcome.Done:
                Memory.Flight = flight with { Phase = FlightPhase.Confirmed, AnsweredUtc = nowUtc };
                NoteSlippage(flight, reply.FillPrice, nowUtc);
                break;
            case TradeOutcome.Timeout:
            case TradeOutcome.TechnicalError:
            case TradeOutcome.Disconnected:
            case TradeOutcome.EntityNotFound:
                Memory.Flight = flight with { Phase = FlightPhase.Unknown, AnsweredUtc = nowUtc, Failure = reply.Outcome };
                _context.Say(NoticeLevel.Warning, $"{reply.Outcome}; the account will tell: {flight.Text}");
                break;
            default:
                Memory.Flight = null;
                Refuse(flight, reply.Outcome, nowUtc);
                break;
        }

        if (reply.Outcome == TradeOutcome.Disconnected)
        {
            _holds.Wait(string.Empty, Refusal.Offline, nowUtc, _context.Options.ProbeInterval);
        }
        else if (reply.Outcome is not (TradeOutcome.MarketClosed or TradeOutcome.UnknownSymbol))
        {
            _holds.EndWaits(flight.Symbol);
        }

        _context.Save();
        _replied();
    }

    /// <summary>Takes in an error that says for certain that nothing was done.</summary>
    private void Refuse(Flight flight, TradeOutcome outcome, DateTime nowUtc)
    {
        int key = Key(flight);
        switch (outcome)
        {
            case TradeOutcome.BadVolume when flight.Kind == GuardActionKind.Reduce:
                StepDown(flight, key, nowUtc);
                return;
            case TradeOutcome.MarketClosed:
                _holds.Wait(flight.Symbol, Refusal.MarketClosed, nowUtc, _context.Options.ProbeInterval);
                break;
            case TradeOutcome.UnknownSymbol:
                _holds.Wait(flight.Symbol, Refusal.UnknownSymbol, nowUtc, _context.Options.SymbolRetry);
                break;
            case TradeOutcome.NoTradingPermission:
                Memory.PermissionRetryUtc = nowUtc + _context.Options.PermissionRetry;
                break;
            case TradeOutcome.InvalidStopLossTakeProfit when flight.Kind == GuardActionKind.TightenStop:
                FailureBook.Put(Memory.BackOffs, FailureBook.Find(Memory.BackOffs, key) with { IsStopBlocked = true });
                break;
            default:
                _failures.Fail(Memory.BackOffs, key, nowUtc);
                break;
        }

        _context.Say(
            outcome == TradeOutcome.MarketClosed ? NoticeLevel.Warning : NoticeLevel.Alert, $"Refused ({outcome}): {flight.Text}");
    }

    /// <summary>Asks for half next time, down to the smallest volume, then lets the position rest.</summary>
    private void StepDown(Flight flight, int key, DateTime nowUtc)
    {
        SymbolState symbol = _context.Snapshot.Symbols[_context.Snapshot.IndexOfSymbol(flight.Symbol)];
        double next = 0;
        if (symbol.VolumeMin > 0 && symbol.VolumeStep > 0 && flight.Volume > symbol.VolumeMin)
        {
            double wish = Math.Max(flight.Volume / 2, symbol.VolumeMin);
            next = VolumeRounding.CutAtMost(flight.VolumeBefore, wish, symbol.VolumeMin, symbol.VolumeStep);
        }

        bool isOver = next <= 0 || next >= flight.Volume;
        FailureBook.Put(Memory.BackOffs, FailureBook.Find(Memory.BackOffs, key) with
        {
            MaxVolume = isOver ? 0 : next,
            UntilUtc = isOver ? nowUtc + _context.Options.BackOffMax : nowUtc,
        });
        string tail = isOver
            ? "and no smaller volume is left"
            : FormattableString.Invariant($"{next} is tried next");
        _context.Say(isOver ? NoticeLevel.Alert : NoticeLevel.Warning, $"Refused (BadVolume), {tail}: {flight.Text}");
    }

    private void NoteSlippage(Flight flight, double fillPrice, DateTime nowUtc)
    {
        double adverse = flight.Side == PositionSide.Long ? flight.MarketPrice - fillPrice : fillPrice - flight.MarketPrice;
        double bps = 10_000 * adverse / flight.MarketPrice;
        if (flight.Kind == GuardActionKind.Reduce && bps > _context.Options.MaxSlippageBps)
        {
            DateTime until = nowUtc + _context.Options.SlippagePause;
            Memory.Rests.Add(new Rest(flight.Symbol, flight.Side, Refusal.SlippagePause, flight.Rung, until));
            _context.Say(NoticeLevel.Warning, FormattableString.Invariant(
                $"Slippage of {bps:0.0} bps; the ladder pauses in {flight.Symbol} until {until:HH:mm:ss} UTC."));
        }
    }

    private void StandDownIf(bool isTwin, DateTime nowUtc)
    {
        if (isTwin)
        {
            Memory.StandDownUntilUtc = nowUtc + _context.Options.StandDown;
            _context.Say(NoticeLevel.Alert, FormattableString.Invariant(
                $"Somebody else does exactly what was planned here, most likely a second instance. The ladder stands down until {Memory.StandDownUntilUtc:HH:mm:ss} UTC; the backstop stays on."));
        }
    }

    private void GiveUpReply(Flight flight, DateTime nowUtc, string why)
    {
        _number++;
        Memory.Flight = flight with { Phase = FlightPhase.Unknown, AnsweredUtc = nowUtc, Failure = TradeOutcome.Timeout };
        _context.Say(NoticeLevel.Warning, $"{why}; the account will tell: {flight.Text}");
    }

    /// <summary>Positions and orders are numbered independently; the sign keeps them apart.</summary>
    private static int Key(Flight flight) => flight.Kind == GuardActionKind.CancelOrder ? -flight.Id : flight.Id;
}
