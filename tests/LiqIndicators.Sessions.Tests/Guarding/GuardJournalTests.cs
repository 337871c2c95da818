using System.Collections.Immutable;
using LiqIndicators.Analytics.Guarding;
using LiqIndicators.Analytics.Market;
using LiqIndicators.Sessions.Guarding;

namespace LiqIndicators.Sessions.Tests.Guarding;

public sealed class GuardJournalTests
{
    private const string Key = "LeverageGuard 7 journal";

    private static readonly DateTime Noon = new DateTime(2026, 3, 2, 12, 0, 0, DateTimeKind.Utc).AddTicks(1);

    [Fact]
    public void Load_EverythingSaved_ComesBackTheSame()
    {
        GuardMemory memory = Full();
        GuardMemory back = SaveAndLoad(memory, out string? error);
        Assert.Null(error);
        Assert.Equal(memory.State with { Ladders = default }, back.State with { Ladders = default });
        Assert.Equal(memory.State.Ladders.AsEnumerable(), back.State.Ladders.AsEnumerable());
        Assert.Equal(memory.Flight, back.Flight);
        Assert.Equal(memory.Sent, back.Sent);
        Assert.Equal(memory.BackOffs, back.BackOffs);
        Assert.Equal(memory.Waits, back.Waits);
        Assert.Equal(memory.Rests, back.Rests);
        Assert.Equal(memory.Lines, back.Lines);
        Assert.Equal((memory.PermissionRetryUtc, memory.StandDownUntilUtc), (back.PermissionRetryUtc, back.StandDownUntilUtc));
        Assert.Equal(DateTimeKind.Utc, back.Sent[0].TimeUtc.Kind);
    }

    [Fact]
    public void Load_CutOffAnywhere_SaysSoAndKeepsItAside()
    {
        MemoryStore store = new();
        GuardJournal journal = new(store, 7);
        journal.Save(Full());
        string text = store.Read(Key)!;
        for (int length = 1; length < text.Length; length++)
        {
            store.Write(Key, text[..length]);
            GuardMemory memory = journal.Load(out string? error);
            Assert.False(string.IsNullOrEmpty(error), $"Cut at {length} of {text.Length}");
            Assert.Empty(memory.Sent);
            Assert.Equal(text[..length], store.Read(Key + " broken"));
        }
    }

    [Theory]
    [InlineData("LeverageGuard 2\nend", "Line 1 'LeverageGuard'")]
    [InlineData("LeverageGuard 1\nsent noon 5\nend", "field 1 is 'noon'; expected a number of ticks")]
    [InlineData("LeverageGuard 1\nsent 5\nend", "Line 2 'sent', field 2 is ''")]
    [InlineData("LeverageGuard 1\nrest BTCUSD Up CoolDown 1 0\nend", "expected a PositionSide")]
    [InlineData("LeverageGuard 1\nstate 2 0 0 0 0\nend", "expected 0 or 1")]
    [InlineData("LeverageGuard 1\nloan 5\nend", "expected a known line")]
    [InlineData("LeverageGuard 1\nuntil 0 0", "cut off")]
    public void Load_BadText_NamesLineFieldAndExpectation(string text, string expected)
    {
        MemoryStore store = new();
        store.Write(Key, text);
        new GuardJournal(store, 7).Load(out string? error);
        Assert.Contains(expected, error, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_NothingSaved_IsAFreshStart()
    {
        GuardMemory memory = new GuardJournal(new MemoryStore(), 7).Load(out string? error);
        Assert.Null(error);
        Assert.Null(memory.Flight);
        Assert.Equal(default, memory.State.DayUtc);
    }

    private static GuardMemory SaveAndLoad(GuardMemory memory, out string? error)
    {
        MemoryStore store = new();
        GuardJournal journal = new(store, 7);
        journal.Save(memory);
        return journal.Load(out error);
    }

    private static GuardMemory Full()
    {
        GuardMemory memory = new()
        {
            State = new GuardState(
                ImmutableArray.Create(new LadderState("BTC USD%|\n", PositionSide.Short, 2, 3, Noon)), true, Noon.Date, 1e-300, double.NaN, true),
            Flight = new Flight(
                GuardActionKind.TightenStop, -5, "ETHUSD", PositionSide.Long, 0.1 + 0.2, 1e12, double.NaN, double.PositiveInfinity, true, 1,
                Noon, FlightPhase.Unknown, Noon.AddTicks(3), TradeOutcome.Timeout, "close 0.7 of 1: why"),
            PermissionRetryUtc = Noon.AddHours(1),
            StandDownUntilUtc = Noon.AddHours(2),
        };
        memory.Sent.Add(new SentOrder(Noon, 12_345.678));
        memory.BackOffs.Add(new BackOff(-3, 4, Noon, double.PositiveInfinity, true));
        memory.Waits.Add(new Wait(string.Empty, Refusal.Offline, Noon, Noon, true));
        memory.Rests.Add(new Rest("Ünïcode", PositionSide.Long, Refusal.CoolDown, 2, default));
        memory.Lines.Add("a line with blanks, % and \n a break");
        memory.Lines.Add(string.Empty);
        return memory;
    }
}
