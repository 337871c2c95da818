using LiqIndicators.Analytics.Guarding;
using LiqIndicators.MarketData.Ports;

namespace LiqIndicators.Sessions.Guarding;

/// <summary>What the parts of one session share: its memory, the account as last read, the clock and the voice.</summary>
internal sealed class GuardContext
{
    private const int MaxLines = 50;

    private readonly GuardJournal _journal;
    private readonly IClock _clock;
    private readonly Action<GuardNotice> _say;
    private bool _isDirty;

    /// <summary>Starts with an empty memory; <see cref="Load"/> brings the kept one.</summary>
    public GuardContext(GuardSessionOptions options, GuardJournal journal, IClock clock, Action<GuardNotice> say)
    {
        Options = options;
        _journal = journal;
        _clock = clock;
        _say = say;
    }

    /// <summary>Settings of the execution.</summary>
    public GuardSessionOptions Options { get; }

    /// <summary>What must survive a restart.</summary>
    public GuardMemory Memory { get; private set; } = new();

    /// <summary>Whether the memory is the account's, so that it may be written.</summary>
    public bool IsLoaded { get; private set; }

    /// <summary>The account as last read.</summary>
    public GuardSnapshot Snapshot { get; } = new();

    /// <summary>The clock; UTC.</summary>
    public DateTime NowUtc => _clock.NowUtc;

    /// <summary>Reads the kept memory.</summary>
    /// <returns>What is wrong with it; null when nothing is.</returns>
    public string? Load()
    {
        Memory = _journal.Load(out string? error);
        IsLoaded = true;
        _isDirty = true;
        return error;
    }

    /// <summary>Leaves the memory to another instance.</summary>
    public void Unload() => IsLoaded = false;

    /// <summary>Notes that the memory changed; it is written at the end of the step.</summary>
    public void Touch() => _isDirty = true;

    /// <summary>Writes the memory at once, if it is the account's.</summary>
    public void Save()
    {
        if (IsLoaded)
        {
            _journal.Save(Memory);
            _isDirty = false;
        }
    }

    /// <summary>Writes the memory if it changed.</summary>
    public void SaveIfTouched()
    {
        if (_isDirty)
        {
            Save();
        }
    }

    /// <summary>Says a line and keeps it.</summary>
    public void Say(NoticeLevel level, string text)
    {
        DateTime nowUtc = NowUtc;
        Memory.Lines.Add(FormattableString.Invariant($"{nowUtc:yyyy-MM-dd HH:mm:ss} {text}"));
        if (Memory.Lines.Count > MaxLines)
        {
            Memory.Lines.RemoveAt(0);
        }

        _isDirty = true;
        _say(new GuardNotice(nowUtc, level, text));
    }
}
