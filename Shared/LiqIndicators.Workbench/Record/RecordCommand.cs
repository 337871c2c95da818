using System.CommandLine;
using System.Globalization;
using LiqIndicators.Sessions.Feeds;
using LiqIndicators.Workbench.Commands;
using LiqIndicators.Workbench.Transports;

namespace LiqIndicators.Workbench.Record;

/// <summary><c>liq record</c>: keeps what venues say, around the clock.</summary>
internal static class RecordCommand
{
    internal static Command Create()
    {
        VenueOptions venues = new();
        Option<string> store = Store();
        Option<bool> once = new("--once") { Description = "Fetch the history that is missing and end." };
        Option<int> days = CommonOptions.Number("--days", "Days of history to fetch before the first row.", 30, 1, 90);
        Command command = new("record", "Records candles, open interest, funding and liquidations of a market until it is stopped; goes on where it ended.")
        {
            store, once, days,
        };
        venues.AddTo(command);
        command.SetAction(parsed =>
        {
            FollowedMarket market = venues.Read(parsed);
            if (!market.Weights.AreNone)
            {
                throw new CommandException("--venues gives a venue a weight; expected none: a recording holds what venues said, liq export weighs it.");
            }

            LiveFeedOptions options = FeedHost.Options(parsed.GetValue(days)) with { CacheInterval = TimeSpan.FromMinutes(2) };
            using StopSignal stop = new();
            using RecordStore opened = RecordStore.Open(TargetOf(parsed.GetValue(store)));
            opened.Expect("market", market.Market);
            opened.Expect("bar_seconds", options.BarLength.TotalSeconds.ToString(CultureInfo.InvariantCulture));
            TextWriter error = parsed.InvocationConfiguration.Error;
            RecordRun run = new(opened, market, options, line => error.WriteLine("liq: " + line));
            bool isComplete = run.Go(parsed.GetValue(once), parsed.InvocationConfiguration.Output, stop.Token);
            return isComplete || !parsed.GetValue(once) ? ExitCode.Done : ExitCode.Incomplete;
        });
        return command;
    }

    /// <summary>The option that names a store.</summary>
    internal static Option<string> Store() => new("--store")
    {
        Description = $"SQLite file, or a PostgreSQL connection string like Host=HOST;Database=NAME;Username=USER; {Variable} does the same. A password belongs into PGPASSWORD or PGPASSFILE.",
        HelpName = "FILE|STRING",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable(Variable) ?? "",
    };

    /// <summary>What the option or the environment names.</summary>
    /// <exception cref="CommandException">Neither names anything.</exception>
    internal static string TargetOf(string? store) => store is { Length: > 0 }
        ? store
        : throw new CommandException($"--store is empty; expected a file or a connection string there or in {Variable}.");

    private const string Variable = "LIQ_STORE";
}
