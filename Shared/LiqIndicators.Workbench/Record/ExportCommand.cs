using System.CommandLine;
using LiqIndicators.Analytics.Market;
using LiqIndicators.MarketData.Venues;
using LiqIndicators.Sessions.Feeds;
using LiqIndicators.Sessions.Feeds.Opening;
using LiqIndicators.Sessions.Feeds.Recorded;
using LiqIndicators.Workbench.Commands;
using LiqIndicators.Workbench.Recordings;
using LiqIndicators.Workbench.Transports;

namespace LiqIndicators.Workbench.Record;

/// <summary><c>liq export</c>: writes a recording as the project's market CSV.</summary>
internal static class ExportCommand
{
    internal static Command Create()
    {
        Option<string> store = RecordCommand.Store();
        Option<FileInfo> output = new("--out") { Description = "File to write; an existing one is replaced.", HelpName = "FILE.csv", Required = true };
        Option<DateTime?> from = CommonOptions.Time("--from", "First bar to write; all by default.");
        Option<DateTime?> to = CommonOptions.Time("--to", "First bar to leave out; all by default.");
        Option<TimeSpan> period = CommonOptions.Period("Length of the bars to write; longer ones are added up from those recorded, and left out where their close is not known.");
        Option<NamedVenues> venues = VenueOptions.Venues("Venues of the recording that count, the one with the best prices first; okx*0.5 counts half.", new NamedVenues([], VenueWeights.None));
        Command command = new("export", "Writes a recording as a market CSV: all its venues added up, liquidations only in bars that streams were heard through.")
        {
            store, output, venues, from, to, period,
        };
        command.SetAction(parsed => Run(
            RecordCommand.TargetOf(parsed.GetValue(store)),
            parsed.GetValue(output)!.FullName,
            parsed.GetValue(venues)!,
            parsed.GetValue(from),
            parsed.GetValue(to),
            parsed.GetValue(period),
            parsed.InvocationConfiguration.Output));
        return command;
    }

    private static int Run(string target, string path, NamedVenues venues, DateTime? fromUtc, DateTime? toUtc, TimeSpan period, TextWriter output)
    {
        using RecordStore store = RecordStore.OpenExisting(target);
        TimeSpan barLength = StoreReader.BarLength(store);
        if (!BarJoiner.AreWhole(barLength, period))
        {
            throw new CommandException($"--period is {period}; expected a multiple of {barLength}, the bars of store {store.Name}.");
        }

        List<VenueRecording> leftOut = [];
        VenueRecording[] recordings =
            [.. Chosen(store, venues).Select(chosen => StoreReader.Recording(store, chosen.Venue, chosen.Symbol) with { Weight = chosen.Weight })];
        MarketBar[] bars =
        [
            .. Longer(RecordedBars.Of(recordings, barLength, leftOut), barLength, period).Where(bar => !(bar.TimeUtc < fromUtc) && !(bar.TimeUtc >= toUtc)),
        ];
        if (bars.Length == 0)
        {
            throw new CommandException($"store {store.Name} holds no bar in the span asked for; expected at least one.");
        }

        MarketCsvWriter.Write(path, bars);
        output.WriteLine(FormattableString.Invariant($"{bars.Length} bars of {store.Meta("market")} from {bars[0].TimeUtc:yyyy-MM-dd HH:mm} to {bars[^1].TimeUtc + period:yyyy-MM-dd HH:mm} UTC: {path}"));
        foreach (VenueRecording recording in recordings)
        {
            string note = leftOut.Contains(recording) ? "; its open interest begins too late to count" : "";
            output.WriteLine(FormattableString.Invariant($"  {recording.Venue} {recording.Symbol}: {recording.Candles.Count} candles, {recording.OpenInterest.Count} of open interest, {recording.Funding.Count} of funding, {recording.Liquidations.Count} liquidations{note}"));
        }

        int gaps = store.Read(new StoreCommand("SELECT COUNT(*) FROM gaps"), row => (int)row.GetInt64(0))[0];
        output.WriteLine(FormattableString.Invariant($"  gaps: {gaps}"));
        return ExitCode.Done;
    }

    // In the user's order: the first has the prices.
    private static IEnumerable<(VenueId Venue, string Symbol, double Weight)> Chosen(RecordStore store, NamedVenues named)
    {
        IReadOnlyList<(VenueId Venue, string Symbol)> recorded = StoreReader.Instruments(store);
        if (named.Venues.Count == 0)
        {
            return recorded.Select(instrument => (instrument.Venue, instrument.Symbol, 1.0));
        }

        foreach (VenueId venue in named.Venues)
        {
            if (!recorded.Any(instrument => instrument.Venue == venue))
            {
                throw new CommandException(
                    $"--venues names {venue}, of which store {store.Name} holds nothing; expected some of {string.Join(", ", recorded.Select(instrument => instrument.Venue).Distinct())}.");
            }
        }

        return named.Venues.SelectMany(venue => recorded.Where(instrument => instrument.Venue == venue))
            .Select(instrument => (instrument.Venue, instrument.Symbol, named.Weights.Of(instrument.Venue, instrument.Symbol)));
    }

    private static IEnumerable<MarketBar> Longer(IReadOnlyList<MarketBar> bars, TimeSpan barLength, TimeSpan period)
    {
        BarJoiner joiner = new(barLength, period);
        foreach (MarketBar bar in bars)
        {
            if (joiner.TryAdd(bar, out MarketBar joined))
            {
                yield return joined;
            }
        }
    }
}
