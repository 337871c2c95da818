using LiqIndicators.MarketData.Instruments;
using LiqIndicators.MarketData.Venues;
using LiqIndicators.Sessions.Feeds.Streams;

namespace LiqIndicators.Workbench.Record;

/// <summary>Marks what could not be recorded: bars, open interest and funding payments that are not there, and times in which no stream was heard.</summary>
/// <remarks>Worked out from what is stored, so that a gap that fills by itself disappears and one that does not stays.</remarks>
internal static class GapBook
{
    // A stream that is silent for so long has been dropped; one that is not may yet be heard through.
    private static readonly TimeSpan LateSpan = TimeSpan.FromMinutes(1);

    // Within as many rows what is missing at an end may still come.
    private const int LateRows = 12;

    private const string NotAnswered = "the venue gave no row for these times";
    private const string ByTheHour = "the venue keeps one row an hour of these times";
    private const string NotHeard = "the stream was not heard; what it told cannot be had again";

    /// <summary>Marks all gaps of a store anew.</summary>
    /// <returns>How many there are.</returns>
    internal static int Refresh(RecordStore store)
    {
        long step = (long)StoreReader.BarLength(store).TotalMilliseconds;
        List<StoreCommand> commands = [new("DELETE FROM gaps")];
        foreach ((VenueId venue, string symbol) in StoreReader.Instruments(store))
        {
            void Mark(string series, IEnumerable<(long From, long To)> gaps, string reason = NotAnswered) =>
                commands.AddRange(gaps.Select(gap => Gap(venue, symbol, series, gap.From, gap.To, reason)));

            List<long> candles = Times(store, "candles", venue, symbol);
            Mark("candles", Holes(candles, step));
            Mark("liquidation_totals", Holes(Times(store, "liquidation_totals", venue, symbol), step));
            if (candles.Count > 0)
            {
                // Open interest is that at the close of a bar, and may be later than its prices.
                (long fromMs, long toMs) = (candles[0] + step, candles[^1] + step);
                ILookup<bool, (long From, long To)> interest = Joined(Missing(Times(store, "open_interest", venue, symbol), step, fromMs, toMs), step)
                    .ToLookup(gap => gap.IsByTheHour, gap => (gap.From, gap.To));
                Mark("open_interest", interest[false]);
                Mark("open_interest", interest[true], ByTheHour);
                Mark("funding", FundingGaps.Of(Payments(store, venue, symbol), fromMs, toMs));
            }

            if (TellsLiquidations(venue, symbol))
            {
                int first = candles.BinarySearch(StartOf(store, venue, symbol));
                first = first < 0 ? ~first : first;
                Mark("liquidations", NotHeardIn(Spans(store, venue, symbol), candles[first..], step), NotHeard);
            }
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

    /// <summary>The same, and what is missing before the first row and after the last one of a span, but for a few that may be late.</summary>
    internal static IEnumerable<(long From, long To)> Missing(IReadOnlyList<long> times, long step, long fromMs, long toMs)
    {
        if (times.Count == 0)
        {
            return toMs - fromMs > LateRows * step ? [(fromMs, toMs)] : [];
        }

        IEnumerable<(long, long)> gaps = Holes(times, step);
        gaps = times[0] - fromMs > LateRows * step ? gaps.Prepend((fromMs, times[0])) : gaps;
        return toMs - times[^1] > LateRows * step ? gaps.Append((times[^1] + step, toMs)) : gaps;
    }

    /// <summary>Times in which a stream was not heard: between spans, and before the first and after the last while there were bars to hear.</summary>
    /// <remarks>A span ends for certain only with what happened before the newest time that was told in it by as much as a message may be late.</remarks>
    /// <param name="spans">When it was heard, in the order of their beginnings.</param>
    /// <param name="bars">Bars that began since the recording did; before, nobody can have listened.</param>
    /// <param name="step">Length of a bar.</param>
    internal static IEnumerable<(long From, long To)> NotHeardIn(
        IReadOnlyList<(long From, long To)> spans, IReadOnlyList<long> bars, long step)
    {
        List<(long From, long To)> gaps = [];
        if (spans.Count == 0)
        {
            return bars.Count > 0 ? [(bars[0], bars[^1] + step)] : gaps;
        }

        static long End((long From, long To) span) => Math.Max(span.To - (long)EventDelay.Longest.TotalMilliseconds, span.From);
        if (bars.Count > 0)
        {
            gaps.Add((bars[0], spans[0].From));
        }

        gaps.AddRange(spans.Zip(spans.Skip(1), (before, after) => (End(before), after.From)));
        if (bars.Count > 0 && bars[^1] + step - End(spans[^1]) > LateSpan.TotalMilliseconds)
        {
            gaps.Add((End(spans[^1]), bars[^1] + step));
        }

        return gaps.Where(gap => gap.From < gap.To);
    }

    /// <summary>Gaps, of which those between rows by the hour are one.</summary>
    internal static IEnumerable<(long From, long To, bool IsByTheHour)> Joined(IEnumerable<(long From, long To)> gaps, long step)
    {
        long length = (long)TimeSpan.FromHours(1).TotalMilliseconds - step;
        (long From, long To, bool IsByTheHour)? last = null;
        foreach ((long from, long to) in gaps)
        {
            // Rows by the bar may begin within an hour.
            bool isNext = last is { } before && from == before.To + step
                && (before.IsByTheHour ? to - from <= length : to - from == length && before.To - before.From == length);
            if (last is { } done && !isNext)
            {
                yield return done;
            }

            last = isNext ? (last!.Value.From, to, true) : (from, to, false);
        }

        if (last is { } rest)
        {
            yield return rest;
        }
    }

    private static List<long> Times(RecordStore store, string series, VenueId venue, string symbol) => store.Read(
        new StoreCommand($"SELECT time_ms FROM {series} WHERE venue = @p0 AND symbol = @p1 ORDER BY time_ms", venue.ToString(), symbol),
        row => row.GetInt64(0));

    private static List<(long TimeMs, double? Hours)> Payments(RecordStore store, VenueId venue, string symbol) => store.Read(
        new StoreCommand("SELECT time_ms, interval_hours FROM funding WHERE venue = @p0 AND symbol = @p1 ORDER BY time_ms", venue.ToString(), symbol),
        row => (row.GetInt64(0), row.IsDBNull(1) ? null : (double?)row.GetDouble(1)));

    // None is stored of a recording that an older version began: nothing is known of the time before its stream was first heard.
    private static long StartOf(RecordStore store, VenueId venue, string symbol) => store.Read(
        new StoreCommand("SELECT from_ms FROM recordings WHERE venue = @p0 AND symbol = @p1", venue.ToString(), symbol),
        row => row.GetInt64(0)).DefaultIfEmpty(long.MaxValue).First();

    private static List<(long From, long To)> Spans(RecordStore store, VenueId venue, string symbol) => store.Read(
        new StoreCommand("SELECT from_ms, to_ms FROM heard WHERE venue = @p0 AND symbol = @p1 ORDER BY from_ms", venue.ToString(), symbol),
        row => (row.GetInt64(0), row.GetInt64(1)));

    private static bool TellsLiquidations(VenueId venue, string symbol) =>
        !VenueCatalog.IsVendor(venue)
        && VenueCatalog.Create(venue, "").Stream([new VenueInstrument(venue, symbol, "", "", ContractTerms.OneBaseUnit)]) is { TellsLiquidations: true };

    private static StoreCommand Gap(VenueId venue, string symbol, string series, long from, long to, string reason) => new(
        "INSERT INTO gaps (venue, symbol, series, from_ms, to_ms, reason) VALUES (@p0, @p1, @p2, @p3, @p4, @p5)",
        venue.ToString(),
        symbol,
        series,
        from,
        to,
        reason);
}
