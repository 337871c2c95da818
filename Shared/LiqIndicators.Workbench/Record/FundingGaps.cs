namespace LiqIndicators.Workbench.Record;

/// <summary>Finds funding payments that were due by the venue's interval and are not there.</summary>
/// <remarks>
/// Venues pay every hour, two, four or eight, change that at times, and some do not state it. Where a row does not, a distance of no such
/// length is a gap, and one of such a length is if there are shorter ones both among three before it and among three after it: a change from
/// eight hours to four, or back, is none.
/// </remarks>
internal static class FundingGaps
{
    /// <summary>How late a payment may be told.</summary>
    internal static readonly TimeSpan Delay = TimeSpan.FromHours(1);

    private const int Around = 3;
    private const int UsualHours = 8;
    private const long Hour = 3_600_000;

    private static readonly long[] KnownHours = [1, 2, 4, UsualHours];

    /// <summary>Times without payments: from when the first missing one was due to the next that is there, or to the end.</summary>
    /// <param name="rows">Payments in milliseconds since 1970, ascending, with the interval in hours where the venue states it.</param>
    /// <param name="fromMs">When the recording of other series begins.</param>
    /// <param name="toMs">Until when payments had to be told.</param>
    internal static IEnumerable<(long From, long To)> Of(IReadOnlyList<(long TimeMs, double? Hours)> rows, long fromMs, long toMs)
    {
        long delay = (long)Delay.TotalMilliseconds;
        if (rows.Count == 0)
        {
            return toMs - fromMs > (UsualHours * Hour) + delay ? [(fromMs, toMs)] : [];
        }

        List<(long, long)> gaps = [];
        for (int i = 1; i < rows.Count; i++)
        {
            if (IsGap(rows, i))
            {
                gaps.Add((rows[i - 1].TimeMs + Interval(rows, i), rows[i].TimeMs));
            }
        }

        long due = rows[^1].TimeMs + Interval(rows, rows.Count);
        if (toMs - due > delay)
        {
            gaps.Add((due, toMs));
        }

        return gaps;
    }

    private static bool IsGap(IReadOnlyList<(long TimeMs, double? Hours)> rows, int i)
    {
        long distance = rows[i].TimeMs - rows[i - 1].TimeMs;
        return rows[i].Hours is { } stated
            ? distance > (stated * Hour) + (Hour / 2.0)
            : Known(rows, i) is not { } known
                ? distance > Hour
                : Shortest(rows, i - 1, -1, Around) < known && Shortest(rows, i + 1, 1, Around) < known;
    }

    // From a row to the first payment that was due after it, as early as it can have been.
    private static long Interval(IReadOnlyList<(long TimeMs, double? Hours)> rows, int i)
    {
        if ((i < rows.Count ? rows[i].Hours : rows[i - 1].Hours) is { } stated)
        {
            return (long)(stated * Hour);
        }

        long before = Shortest(rows, i - 1, -1, 1) ?? long.MaxValue;
        long after = Shortest(rows, i + 1, 1, 1) ?? long.MaxValue;
        return Math.Min(Math.Min(before, after), UsualHours * Hour);
    }

    private static long? Shortest(IReadOnlyList<(long TimeMs, double? Hours)> rows, int start, int step, int most)
    {
        long? shortest = null;
        int found = 0;
        for (int i = start; i >= 1 && i < rows.Count && found < most; i += step)
        {
            if (Known(rows, i) is { } distance)
            {
                found++;
                shortest = shortest < distance ? shortest : distance;
            }
        }

        return shortest;
    }

    private static long? Known(IReadOnlyList<(long TimeMs, double? Hours)> rows, int i)
    {
        long hours = (rows[i].TimeMs - rows[i - 1].TimeMs + (Hour / 2)) / Hour;
        return Array.IndexOf(KnownHours, hours) >= 0 ? hours * Hour : null;
    }
}
