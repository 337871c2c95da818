using System.CommandLine;
using cAlgo.API;
using LiqIndicators.Sessions.Guarding;
using LiqIndicators.Simulation;
using LiqIndicators.Workbench.Recordings;
using LiqIndicators.Workbench.Replay;

namespace LiqIndicators.Workbench.Commands;

/// <summary><c>liq demo</c>: a simulated cascade through the real indicators, without any input.</summary>
internal static class DemoCommand
{
    private const int Seed = 1003;
    private const int Days = 35;

    internal static Command Create()
    {
        Option<DirectoryInfo> output = CommonOptions.Out();
        Option<string> theme = CommonOptions.Theme();
        Option<bool> json = CommonOptions.Json();
        Option<FileInfo?> html = CommonOptions.Html();
        Option<GuardMode?> guard = new("--guard")
        {
            Description = "Shows LeverageGuard on the same cascade instead: Monitor says what it would do, Armed does it.",
            HelpName = "Monitor|Armed",
        };
        Command command = new("demo", "Simulates a market with a liquidation cascade and draws what the indicators, or the guard, show of it.")
        {
            output, theme, json, html, guard,
        };
        command.SetAction(parsed =>
        {
            DirectoryInfo folder = parsed.GetValue(output)!;
            ColorTheme colors = ReplayCommand.ThemeOf(parsed.GetValue(theme)!);
            if (parsed.GetValue(guard) is GuardMode mode)
            {
                // Bars as fine as live feeds give them: a guard that hears of a cascade after an hour is of no use.
                RecordedMarket fine = Market(TimeSpan.FromMinutes(5));
                GuardRunResult result = Guard(fine, mode, folder, colors, parsed.GetValue(json));
                ReplayCommand.WritePage(fine, result.Actions, parsed.GetValue(html), parsed.GetValue(theme)!);
                return ExitCode.Done;
            }

            RecordedMarket market = Market();
            ReplayCommand.WritePage(market, [], parsed.GetValue(html), parsed.GetValue(theme)!);
            return ReplayCommand.Run(market, folder, colors, parsed.GetValue(json));
        });
        return command;
    }

    private static GuardRunResult Guard(RecordedMarket market, GuardMode mode, DirectoryInfo output, ColorTheme theme, bool json)
    {
        output.Create();
        GuardRunResult result = GuardRun.Play(market, mode, output.FullName, theme);
        if (json)
        {
            Console.WriteLine(JsonText.Of(result));
            return result;
        }

        foreach (string line in result.Log)
        {
            Console.WriteLine(line);
        }

        Console.WriteLine(FormattableString.Invariant(
            $"{result.Mode}: a long of leverage {result.LeverageBefore} on {result.EquityBefore:0} ended at {result.EquityAfter:0} with {result.Orders} orders and {result.StopOuts} stop-outs."));
        Console.WriteLine(result.Picture);
        return result;
    }

    /// <summary>The market of the demo: the same every time.</summary>
    /// <param name="bar">Length of a bar; null for an hour.</param>
    internal static RecordedMarket Market(TimeSpan? bar = null)
    {
        SimulationOptions options = new()
        {
            Seed = Seed,
            Scenario = SimulationScenario.Cascade,
            Days = Days,
            Bar = bar ?? TimeSpan.FromHours(1),
            TruthIntervalHours = 168,
        };
        return Progress.Run("simulating", Days * 24, advance =>
        {
            List<Analytics.Market.MarketBar> bars = [];
            foreach (SimulatedHour hour in MarketSimulation.Stream(options))
            {
                bars.AddRange(hour.Bars);
                advance(1);
            }

            return new RecordedMarket("BTCUSD simulated", options.Bar, bars);
        });
    }
}
