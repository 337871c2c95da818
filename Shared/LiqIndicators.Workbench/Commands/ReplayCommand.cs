using System.CommandLine;
using cAlgo.API;
using LiqIndicators.Workbench.Recordings;
using LiqIndicators.Workbench.Replay;
using LiqIndicators.Workbench.Report;
using Spectre.Console;

namespace LiqIndicators.Workbench.Commands;

/// <summary><c>liq replay</c>: runs the real indicators on a recorded market and takes pictures of their charts.</summary>
internal static class ReplayCommand
{
    internal static Command Create()
    {
        Option<FileInfo> data = new("--data")
        {
            Description = "Market CSV: time_utc, open, high, low, close and any of volume_base, open_interest_usd or open_interest_base, "
                + "funding_rate, funding_interval_hours, liquidated_long_usd, liquidated_short_usd.",
            HelpName = "FILE",
            Required = true,
        };
        Option<DateTime?> from = CommonOptions.Time("--from", "First bar to use; the whole file by default.");
        Option<DateTime?> to = CommonOptions.Time("--to", "First bar to leave out; the whole file by default.");
        Option<DirectoryInfo> output = CommonOptions.Out();
        Option<string> theme = CommonOptions.Theme();
        Option<bool> json = CommonOptions.Json();
        Option<FileInfo?> html = CommonOptions.Html();
        Option<FileInfo?> actions = new("--actions")
        {
            Description = "CSV of what a guard did, for the page: time_utc, action.",
            HelpName = "FILE",
        };

        Command command = new("replay", "Runs the indicators on a recorded market: pictures and a one-page summary.")
        {
            data, from, to, output, theme, json, html, actions,
        };
        command.SetAction(parsed =>
        {
            RecordedMarket market = RecordedMarket.Load(parsed.GetValue(data)!.FullName, parsed.GetValue(from), parsed.GetValue(to));
            IReadOnlyList<ReportAction> done = parsed.GetValue(actions) is FileInfo file ? ReportAction.Read(file.FullName) : [];
            WritePage(market, done, parsed.GetValue(html), parsed.GetValue(theme)!);
            return Run(market, parsed.GetValue(output)!, ThemeOf(parsed.GetValue(theme)!), parsed.GetValue(json));
        });
        return command;
    }

    /// <summary>Writes the page of a replay, if one is asked for.</summary>
    internal static void WritePage(RecordedMarket market, IReadOnlyList<ReportAction> actions, FileInfo? page, string theme)
    {
        if (page is not null)
        {
            ReplayReport report = Progress.Run("reporting", market.Bars.Count, advance => ReplayReport.Of(market, actions, advance));
            page.Directory!.Create();
            File.WriteAllText(page.FullName, ReportPage.Write(report, theme));
        }
    }

    internal static ColorTheme ThemeOf(string name) => name == "light" ? ColorTheme.Light : ColorTheme.Dark;

    internal static int Run(RecordedMarket market, DirectoryInfo output, ColorTheme theme, bool json)
    {
        output.Create();
        IReadOnlyList<string> pictures = Progress.Run(
            "replaying", market.Bars.Count, advance => ReplayRun.TakePictures(market, output.FullName, theme, advance));
        ReplaySummary summary = ReplaySummary.Of(market, pictures);
        if (json)
        {
            Console.WriteLine(JsonText.Of(summary));
            return ExitCode.Done;
        }

        string page = ReplaySummaryText.Write(summary);
        File.WriteAllText(Path.Combine(output.FullName, "summary.txt"), page);
        AnsiConsole.Write(new Text(page));
        return ExitCode.Done;
    }
}
