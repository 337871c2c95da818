using System.CommandLine;
using LiqIndicators.Simulation;
using LiqIndicators.Workbench.Recordings;
using Spectre.Console;

namespace LiqIndicators.Workbench.Commands;

/// <summary><c>liq simulate</c>: writes a simulated market and its truth, so that anyone can score a map against it.</summary>
internal static class SimulateCommand
{
    internal static Command Create()
    {
        Option<int> seed = CommonOptions.Seed(1);
        Option<int> days = CommonOptions.Number("--days", "How many days to simulate.", 120, 1, 3650);
        Option<int> truthHours = CommonOptions.Number("--truth-hours", "Hours from one snapshot of the truth to the next.", 1, 1, 168);
        Option<string> scenario = new("--scenario")
        {
            Description = "Kind of market.",
            HelpName = "mixed|calm|cascade",
            DefaultValueFactory = _ => "mixed",
        };
        scenario.AcceptOnlyFromAmong("mixed", "calm", "cascade");
        Option<DirectoryInfo> output = CommonOptions.Out();

        Command command = new("simulate", "Writes market.csv and truth.csv of a simulated market.") 
        {
            seed, days, scenario, truthHours, output,
        };
        command.SetAction(parsed => Run(
            new SimulationOptions
            {
                Seed = parsed.GetValue(seed),
                Days = parsed.GetValue(days),
                TruthIntervalHours = parsed.GetValue(truthHours),
                Scenario = Enum.Parse<SimulationScenario>(parsed.GetValue(scenario)!, ignoreCase: true),
            },
            parsed.GetValue(output)!));
        return command;
    }

    private static int Run(SimulationOptions options, DirectoryInfo output)
    {
        output.Create();
        string market = Path.Combine(output.FullName, "market.csv");
        string truth = Path.Combine(output.FullName, "truth.csv");
        int hours = 0;
        Progress.Run("simulating", options.Days * 24, advance =>
        {
            using TruthCsvWriter truthWriter = new(truth);
            MarketCsvWriter.Write(market, MarketSimulation.Stream(options).SelectMany(hour =>
            {
                if (hour.Truth is not null)
                {
                    truthWriter.Write(hour.Truth);
                }

                hours++;
                advance(1);
                return hour.Bars;
            }));
        });
        AnsiConsole.WriteLine($"{hours} hours of a simulated market, seed {options.Seed}:");
        AnsiConsole.WriteLine($"  {market}");
        AnsiConsole.WriteLine($"  {truth}");
        return ExitCode.Done;
    }
}
