using System.CommandLine;
using LiqIndicators.Analytics.Market;
using LiqIndicators.Sessions.Feeds;
using LiqIndicators.Sessions.Feeds.Recorded;
using LiqIndicators.Workbench.Commands;
using LiqIndicators.Workbench.Recordings;

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
        Command command = new("export", "Writes a recording as a market CSV: all its venues added up, liquidations only in bars that streams were heard through.")
        {
            store, output, from, to, period,
        };
        command.SetAction(parsed => Run(
            RecordCommand.TargetOf(parsed.GetValue(store)),
            parsed.GetValue(output)!.FullName,
            parsed.GetValue(from),
            parsed.GetValue(to),
            parsed.GetValue(period),
            parsed.InvocationConfiguration.Output));
        return command;
    }

    private static int Run(string target, string path, DateTime? fromUtc, DateTime? toUtc, TimeSpan period, TextWriter output)
    {
        using RecordStore store = RecordStore.OpenExisting(target);
        TimeSpan barLength = StoreReader.BarLength(store);
        if (!BarJoiner.AreWhole(barLength, period))
        {
            throw new CommandException($"--period is {period}; expected a multiple of {barLength}, the bars of store {store.Name}.");
        }

        List<VenueRecording> leftOut = [];
        VenueRecording[] recordings =
            [.. StoreReader.Instruments(store).Select(instrument => StoreReader.Recording(store, instrument.Venue, instrument.Symbol))];
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
