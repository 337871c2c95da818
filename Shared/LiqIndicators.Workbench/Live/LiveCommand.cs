using System.CommandLine;
using LiqIndicators.Workbench.Commands;
using LiqIndicators.Workbench.Transports;
using Spectre.Console;
using Spectre.Console.Rendering;
using Progress = LiqIndicators.Workbench.Commands.Progress;

namespace LiqIndicators.Workbench.Live;

/// <summary><c>liq live</c>: a market now, on several venues and in sum.</summary>
internal static class LiveCommand
{
    private const int PageWidth = 160;

    internal static Command Create()
    {
        VenueOptions venues = new();
        Option<bool> once = new("--once") { Description = "End with the first complete picture, or when --timeout is over." };
        Option<bool> json = new("--json") { Description = "Print JSON and nothing else; without --once one line each time." };
        Option<int> timeout = CommonOptions.Number("--timeout", "Seconds to wait for a complete picture with --once.", 120, 1, 3600);
        Option<int> every = CommonOptions.Number("--every", "Seconds from one picture to the next without --once.", 5, 1, 3600);
        Option<int> days = CommonOptions.Number("--days", "Days of history to load.", 30, 1, 90);
        Option<TimeSpan> period = CommonOptions.Period("Length of the bars that clusters, funding pressure and risk are made of; longer ones are added up from five minutes.");
        Option<DirectoryInfo?> cache = new("--cache")
        {
            Description = "Folder that keeps what was loaded; a folder of the user's by default, none when a venue is redirected.",
            HelpName = "DIR",
        };
        Command command = new("live", "Shows prices, open interest, funding, clusters and cascade risk of a market now, by venue and in sum.")
        {
            once, json, timeout, every, days, period, cache,
        };
        venues.AddTo(command);
        command.SetAction(parsed =>
        {
            FollowedMarket market = venues.Read(parsed);
            using StopSignal stop = new();
            TextWriter output = parsed.InvocationConfiguration.Output;
            TextWriter error = parsed.InvocationConfiguration.Error;
            bool isTable = !parsed.GetValue(once) && !parsed.GetValue(json) && !Console.IsOutputRedirected;
            using FeedHost host = new(
                market,
                FeedHost.Options(parsed.GetValue(days)),
                FeedCache.Open(parsed.GetValue(cache), market.IsRedirected),
                line => (isTable ? TextWriter.Null : error).WriteLine("liq: " + line));
            LiveRun run = new(market.Symbol, host, parsed.GetValue(period));
            return parsed.GetValue(once)
                ? Once(run, TimeSpan.FromSeconds(parsed.GetValue(timeout)), parsed.GetValue(json), output, stop.Token)
                : Follow(run, TimeSpan.FromSeconds(parsed.GetValue(every)), parsed.GetValue(json), isTable, output, stop.Token);
        });
        return command;
    }

    private static int Once(LiveRun run, TimeSpan timeout, bool isJson, TextWriter output, CancellationToken stop)
    {
        LivePicture picture = Progress.Run(
            "loading", 100, advance => run.UntilComplete(timeout, advance, stop));
        if (isJson)
        {
            output.WriteLine(JsonText.Of(picture));
        }
        else
        {
            Print(output, LivePage.Of(picture));
        }

        return picture.IsComplete ? ExitCode.Done : ExitCode.Incomplete;
    }

    private static int Follow(LiveRun run, TimeSpan every, bool isJson, bool isTable, TextWriter output, CancellationToken stop)
    {
        if (isTable)
        {
            LiveTable.Show(AnsiConsole.Console, show => run.Each(TimeSpan.FromSeconds(1), show, stop));
            return ExitCode.Done;
        }

        run.Each(
            every,
            picture =>
            {
                if (isJson)
                {
                    output.WriteLine(JsonText.Line(picture));
                }
                else
                {
                    Print(output, LivePage.Of(picture));
                }

                output.Flush();
            },
            stop);
        return ExitCode.Done;
    }

    private static void Print(TextWriter output, IRenderable page)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        console.Profile.Width = Math.Max(console.Profile.Width, PageWidth);
        console.Write(page);
    }
}
