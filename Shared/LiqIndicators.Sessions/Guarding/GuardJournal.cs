using System.Collections.Immutable;
using System.Globalization;
using LiqIndicators.Analytics.Guarding;
using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Sessions.Guarding;

/// <summary>Writes and reads the memory of a session: a text of lines, told whole by its last one.</summary>
public sealed class GuardJournal
{
    private const string Title = "LeverageGuard";
    private const int Version = 1;

    private readonly IJournalStore _store;
    private readonly string _key;

    /// <summary>Keeps the journal of one account.</summary>
    /// <param name="store">Where it is kept.</param>
    /// <param name="account">Number of the account.</param>
    public GuardJournal(IJournalStore store, long account)
    {
        _store = store;
        _key = string.Create(CultureInfo.InvariantCulture, $"LeverageGuard {account} journal");
    }

    /// <summary>Writes the memory and flushes it.</summary>
    public void Save(GuardMemory memory)
    {
        _store.Write(_key, Write(memory));
        _store.Flush();
    }

    /// <summary>Reads the memory.</summary>
    /// <param name="error">What is wrong with the text; null when nothing is.</param>
    /// <returns>The memory; an empty one when there is no journal or it cannot be read.</returns>
    public GuardMemory Load(out string? error)
    {
        error = null;
        string? text = _store.Read(_key);
        if (string.IsNullOrEmpty(text))
        {
            return new GuardMemory();
        }

        try
        {
            return Read(new JournalReader(text));
        }
        catch (FormatException e)
        {
            // Kept aside so that a later look can tell what happened; the next save replaces the original.
            _store.Write(_key + " broken", text);
            error = e.Message;
            return new GuardMemory();
        }
    }

    private static string Write(GuardMemory memory)
    {
        JournalWriter writer = new();
        GuardState state = memory.State;
        writer.Line(Title).Add(Version);
        writer.Line("state").Add(state.IsBackstopActive).Add(state.DayUtc).Add(state.DayStartEquity)
            .Add(state.DayStartTransfers).Add(state.IsDailyLossHit);
        writer.Line("until").Add(memory.PermissionRetryUtc).Add(memory.StandDownUntilUtc);
        if (!state.Ladders.IsDefaultOrEmpty)
        {
            foreach (LadderState ladder in state.Ladders)
            {
                writer.Line("ladder").Add(ladder.Symbol).Add(ladder.Side).Add(ladder.Rung)
                    .Add(ladder.PendingRung).Add(ladder.PendingSinceUtc);
            }
        }

        if (memory.Flight is Flight flight)
        {
            writer.Line("flight").Add(flight.Kind).Add(flight.Id).Add(flight.Symbol).Add(flight.Side)
                .Add(flight.VolumeBefore).Add(flight.Volume).Add(flight.StopPrice).Add(flight.MarketPrice)
                .Add(flight.IsUrgent).Add(flight.Rung).Add(flight.SentUtc).Add(flight.Phase)
                .Add(flight.AnsweredUtc).Add(flight.Failure).Add(flight.Text);
        }

        memory.Sent.ForEach(s => writer.Line("sent").Add(s.TimeUtc).Add(s.Notional));
        memory.BackOffs.ForEach(b => writer.Line("failed").Add(b.Id).Add(b.Failures).Add(b.UntilUtc).Add(b.MaxVolume).Add(b.IsStopBlocked));
        memory.Waits.ForEach(w => writer.Line("wait").Add(w.Symbol).Add(w.Why).Add(w.SinceUtc).Add(w.ProbeUtc).Add(w.IsExpired));
        memory.Rests.ForEach(r => writer.Line("rest").Add(r.Symbol).Add(r.Side).Add(r.Why).Add(r.Rung).Add(r.UntilUtc));
        memory.Lines.ForEach(l => writer.Line("line").Add(l));
        writer.Line("end");
        return writer.ToString();
    }

    private static GuardMemory Read(JournalReader reader)
    {
        GuardMemory memory = new();
        ImmutableArray<LadderState>.Builder ladders = ImmutableArray.CreateBuilder<LadderState>();
        GuardState state = default;
        if (!reader.Next() || reader.Name != Title || reader.Whole() != Version)
        {
            throw reader.Bad($"{Title} {Version}");
        }

        while (reader.Next())
        {
            switch (reader.Name)
            {
                case "state":
                    state = new GuardState(default, reader.Flag(), reader.TimeUtc(), reader.Number(), reader.Number(), reader.Flag());
                    break;
                case "until":
                    memory.PermissionRetryUtc = reader.TimeUtc();
                    memory.StandDownUntilUtc = reader.TimeUtc();
                    break;
                case "ladder":
                    ladders.Add(new LadderState(
                        reader.Text(), reader.Value<PositionSide>(), reader.Whole(), reader.Whole(), reader.TimeUtc()));
                    break;
                case "flight":
                    memory.Flight = ReadFlight(reader);
                    break;
                case "sent":
                    memory.Sent.Add(new SentOrder(reader.TimeUtc(), reader.Number()));
                    break;
                case "failed":
                    memory.BackOffs.Add(new BackOff(
                        reader.Whole(), reader.Whole(), reader.TimeUtc(), reader.Number(), reader.Flag()));
                    break;
                case "wait":
                    memory.Waits.Add(new Wait(
                        reader.Text(), reader.Value<Refusal>(), reader.TimeUtc(), reader.TimeUtc(), reader.Flag()));
                    break;
                case "rest":
                    memory.Rests.Add(new Rest(
                        reader.Text(), reader.Value<PositionSide>(), reader.Value<Refusal>(), reader.Whole(), reader.TimeUtc()));
                    break;
                case "line":
                    memory.Lines.Add(reader.Text());
                    break;
                case "end":
                    memory.State = state with { Ladders = ladders.ToImmutable() };
                    return memory;
                default:
                    throw reader.Bad("a known line");
            }
        }

        throw new FormatException("The journal has no end: it was cut off.");
    }

    private static Flight ReadFlight(JournalReader reader) => new(
        reader.Value<GuardActionKind>(),
        reader.Whole(),
        reader.Text(),
        reader.Value<PositionSide>(),
        reader.Number(),
        reader.Number(),
        reader.Number(),
        reader.Number(),
        reader.Flag(),
        reader.Whole(),
        reader.TimeUtc(),
        reader.Value<FlightPhase>(),
        reader.TimeUtc(),
        reader.Value<TradeOutcome>(),
        reader.Text());
}
