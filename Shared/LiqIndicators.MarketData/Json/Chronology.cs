namespace LiqIndicators.MarketData.Json;

/// <summary>Puts rows into ascending order of time.</summary>
public static class Chronology
{
    /// <summary>Rows of ascending, distinct times.</summary>
    /// <remarks>Where a venue states a time twice, its most recent statement stays: the last of an ascending list, the first of a descending one.</remarks>
    /// <typeparam name="T">Type of a row.</typeparam>
    /// <param name="rows">Rows in the order of the message.</param>
    /// <param name="time">Time of a row.</param>
    /// <param name="newestFirst">Whether the venue lists the newest first.</param>
    public static IReadOnlyList<T> Distinct<T>(IEnumerable<T> rows, Func<T, DateTime> time, bool newestFirst)
    {
        List<T> ordered = new(rows);
        if (newestFirst)
        {
            ordered.Reverse();
        }

        // OrderBy is stable: equal times keep the order of statement.
        List<T> result = new(ordered.Count);
        foreach (T row in ordered.OrderBy(time))
        {
            if (result.Count > 0 && time(result[^1]) == time(row))
            {
                result[^1] = row;
            }
            else
            {
                result.Add(row);
            }
        }

        return result;
    }

    /// <summary>Rows of ascending times, all kept: several events can share a time.</summary>
    /// <typeparam name="T">Type of a row.</typeparam>
    public static IReadOnlyList<T> All<T>(IEnumerable<T> rows, Func<T, DateTime> time) => rows.OrderBy(time).ToList();
}
