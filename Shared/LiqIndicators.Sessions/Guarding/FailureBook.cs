namespace LiqIndicators.Sessions.Guarding;

/// <summary>Back-off per position and pending order.</summary>
public sealed class FailureBook
{
    private readonly GuardSessionOptions _options;

    /// <summary>Keeps the options.</summary>
    public FailureBook(GuardSessionOptions options) => _options = options;

    /// <summary>What is known about a number; no failure when nothing is.</summary>
    public static BackOff Find(List<BackOff> list, int id)
    {
        int i = list.FindIndex(b => b.Id == id);
        return i < 0 ? new BackOff(id, 0, default, double.PositiveInfinity, false) : list[i];
    }

    /// <summary>Counts a failure: each one in a row doubles the wait.</summary>
    /// <returns>The entry with its new end.</returns>
    public BackOff Fail(List<BackOff> list, int id, DateTime nowUtc)
    {
        BackOff before = Find(list, id);
        double seconds = _options.BackOffBase.TotalSeconds * Math.Pow(2, Math.Min(before.Failures, 30));
        TimeSpan wait = TimeSpan.FromSeconds(Math.Min(seconds, _options.BackOffMax.TotalSeconds));
        BackOff after = before with { Failures = before.Failures + 1, UntilUtc = nowUtc + wait };
        Put(list, after);
        return after;
    }

    /// <summary>Replaces the entry of a number.</summary>
    public static void Put(List<BackOff> list, BackOff entry)
    {
        int i = list.FindIndex(b => b.Id == entry.Id);
        if (i < 0)
        {
            list.Add(entry);
        }
        else
        {
            list[i] = entry;
        }
    }

    /// <summary>Ends the failures of a number; what was learnt about its volume and its stop stays.</summary>
    public static void Succeed(List<BackOff> list, int id, DateTime nowUtc)
    {
        int i = list.FindIndex(b => b.Id == id);
        if (i < 0)
        {
            return;
        }

        if (list[i].IsStopBlocked || list[i].MaxVolume < double.PositiveInfinity)
        {
            list[i] = list[i] with { Failures = 0, UntilUtc = nowUtc };
        }
        else
        {
            list.RemoveAt(i);
        }
    }
}
