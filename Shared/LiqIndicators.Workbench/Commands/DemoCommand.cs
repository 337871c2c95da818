using System.CommandLine;
using LiqIndicators.Simulation;
using LiqIndicators.Workbench.Recordings;

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
        Command command = new("demo", "Simulates a market with a liquidation cascade and draws what the indicators show of it.") { output, theme, json, html };
        command.SetAction(parsed =>
        {
            RecordedMarket market = Market();
            ReplayCommand.WritePage(market, [], parsed.GetValue(html), parsed.GetValue(theme)!);
            return ReplayCommand.Run(market, parsed.GetValue(output)!, ReplayCommand.ThemeOf(parsed.GetValue(theme)!), parsed.GetValue(json));
        });
        return command;
    }

    /// <summary>The market of the demo: the same every time.</summary>
    internal static RecordedMarket Market()
    {
        SimulationOptions options = new() { Seed = Seed, Scenario = SimulationScenario.Cascade, Days = Days, TruthIntervalHours = 168 };
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
