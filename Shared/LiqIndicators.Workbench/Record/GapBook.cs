using LiqIndicators.MarketData.Venues;

namespace LiqIndicators.Workbench.Record;

/// <summary>Marks what could not be recorded: bars and open interest that are not there, and times in which no stream was heard.</summary>
/// <remarks>Worked out from what is stored, so that a gap that fills by itself disappears and one that does not stays.</remarks>
internal static class GapBook
{
    /// <summary>How long before the end of a span a liquidation may have happened whose message was not heard any more.</summary>
    internal static readonly TimeSpan EventDelay = TimeSpan.FromSeconds(2);

    private const string NotAnswered = "the venue gave no row for these times";
    private const string NotHeard = "the stream was not heard; what it told cannot be had again";

    /// <summary>Marks all gaps of a store anew.</summary>
    /// <returns>How many there are.</returns>
    internal static int Refresh(RecordStore store)
    {
        TimeSpan barLength = StoreReader.BarLength(store);
        List<StoreCommand> commands = [new("DELETE FROM gaps")];
        foreach ((VenueId venue, string symbol) in StoreReader.Instruments(store))
        {
            foreach (string series in new[] { "candles", "open_interest", "liquidation_totals" })
            {
                List<long> times = store.Read(
                    new StoreCommand($"SELECT time_ms FROM {series} WHERE venue = @p0 AND symbol = @p1 ORDER BY time_ms", venue.ToString(), symbol),
                    row => row.GetInt64(0));
                commands.AddRange(Holes(times, (long)barLength.TotalMilliseconds)
                    .Select(hole => Gap(venue, symbol, series, hole.From, hole.To, NotAnswered)));
            }

            List<(long From, long To)> spans = store.Read(
                new StoreCommand("SELECT from_ms, to_ms FROM heard WHERE venue = @p0 AND symbol = @p1 ORDER BY from_ms", venue.ToString(), symbol),
                row => (row.GetInt64(0), row.GetInt64(1)));
            commands.AddRange(spans.Zip(spans.Skip(1), (before, after) =>
                Gap(venue, symbol, "liquidations", before.To - (long)EventDelay.TotalMilliseconds, after.From, NotHeard)));
        }

        store.Write(commands);
        return commands.Count - 1;
    }

    /// <summary>Times between rows that are further apart than a step: from the first that is missing to the next that is there.</summary>
    internal static IEnumerable<(long From, long To)> Holes(IReadOnlyList<long> times, long step)
    {
        for (int i = 1; i < times.Count; i++)
        {
            if (times[i] - times[i - 1] > step)
            {
                yield return (times[i - 1] + step, times[i]);
            }
        }
    }

    private static StoreCommand Gap(VenueId venue, string symbol, string series, long from, long to, string reason) => new(
        "INSERT INTO gaps (venue, symbol, series, from_ms, to_ms, reason) VALUES (@p0, @p1, @p2, @p3, @p4, @p5)",
        venue.ToString(),
        symbol,
        series,
        from,
        to,
        reason);
}
