using System.Collections.Immutable;
using System.Globalization;
using LiqIndicators.Analytics.Guarding;
using Newtonsoft.Json;

namespace LiqIndicators.Sessions.Guarding;

/// <summary>Writes and reads the memory of a session.</summary>
public sealed class GuardJournal
{
    private const int Version = 1;

    private static readonly JsonSerializerSettings Settings = new()
    {
        Culture = CultureInfo.InvariantCulture,
        DateTimeZoneHandling = DateTimeZoneHandling.Utc,
        FloatFormatHandling = FloatFormatHandling.Symbol,
        TypeNameHandling = TypeNameHandling.None,
    };

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
        _store.Write(_key, JsonConvert.SerializeObject(ToPage(memory), Settings));
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
            Page page = JsonConvert.DeserializeObject<Page>(text, Settings) ?? throw new FormatException("The journal is empty.");
            return page.Version == Version
                ? FromPage(page)
                : throw new FormatException(FormattableString.Invariant($"The journal is of version {page.Version}; expected {Version}."));
        }
        catch (Exception e) when (e is JsonException or FormatException or OverflowException or ArgumentException)
        {
            // Kept aside so that a later look can tell what happened; the next save replaces the original.
            _store.Write(_key + " broken", text);
            error = e.Message;
            return new GuardMemory();
        }
    }

    private static Page ToPage(GuardMemory memory) => new()
    {
        Version = Version,
        IsKilled = memory.IsKilled,
        Flight = memory.Flight,
        Ladders = memory.State.Ladders.IsDefaultOrEmpty ? [] : [.. memory.State.Ladders],
        IsBackstopActive = memory.State.IsBackstopActive,
        DayUtc = memory.State.DayUtc,
        DayStartEquity = memory.State.DayStartEquity,
        DayStartTransfers = memory.State.DayStartTransfers,
        IsDailyLossHit = memory.State.IsDailyLossHit,
        PermissionRetryUtc = memory.PermissionRetryUtc,
        StandDownUntilUtc = memory.StandDownUntilUtc,
        Sent = memory.Sent,
        BackOffs = memory.BackOffs,
        Waits = memory.Waits,
        Rests = memory.Rests,
        Lines = memory.Lines,
    };

    private static GuardMemory FromPage(Page page)
    {
        GuardMemory memory = new()
        {
            IsKilled = page.IsKilled,
            Flight = page.Flight,
            PermissionRetryUtc = Utc(page.PermissionRetryUtc),
            StandDownUntilUtc = Utc(page.StandDownUntilUtc),
            State = new GuardState(
                page.Ladders.Select(l => l with { PendingSinceUtc = Utc(l.PendingSinceUtc) }).ToImmutableArray(),
                page.IsBackstopActive,
                Utc(page.DayUtc),
                page.DayStartEquity,
                page.DayStartTransfers,
                page.IsDailyLossHit),
        };
        memory.Sent.AddRange(page.Sent);
        memory.BackOffs.AddRange(page.BackOffs);
        memory.Waits.AddRange(page.Waits);
        memory.Rests.AddRange(page.Rests);
        memory.Lines.AddRange(page.Lines);
        return memory;
    }

    /// <summary>A time that was never set has no kind in the text; everything here is UTC.</summary>
    private static DateTime Utc(DateTime time) => DateTime.SpecifyKind(time, DateTimeKind.Utc);

    /// <summary>The shape of the text.</summary>
    private sealed class Page
    {
        public int Version { get; set; }

        public bool IsKilled { get; set; }

        public Flight? Flight { get; set; }

        public List<LadderState> Ladders { get; set; } = [];

        public bool IsBackstopActive { get; set; }

        public DateTime DayUtc { get; set; }

        public double DayStartEquity { get; set; }

        public double DayStartTransfers { get; set; }

        public bool IsDailyLossHit { get; set; }

        public DateTime PermissionRetryUtc { get; set; }

        public DateTime StandDownUntilUtc { get; set; }

        public List<SentOrder> Sent { get; set; } = [];

        public List<BackOff> BackOffs { get; set; } = [];

        public List<Wait> Waits { get; set; } = [];

        public List<Rest> Rests { get; set; } = [];

        public List<string> Lines { get; set; } = [];
    }
}
