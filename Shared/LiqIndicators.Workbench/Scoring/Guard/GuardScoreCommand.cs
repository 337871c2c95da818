using System.CommandLine;
using LiqIndicators.Workbench.Commands;
using LiqIndicators.Workbench.Scoring.Sim;

namespace LiqIndicators.Workbench.Scoring.Guard;

/// <summary><c>liq score guard</c>: LeverageGuard on simulated accounts, beside simpler ways to reduce leverage.</summary>
internal static class GuardScoreCommand
{
    internal static Command Create()
    {
        Option<IReadOnlyList<int>> seeds = SeedRange.Option(Enumerable.Range(1, 200));
        Option<bool> json = CommonOptions.Json();
        Command command = new("guard", "Score LeverageGuard on simulated cascades and calm days, beside simpler ways to reduce leverage.")
        {
            seeds,
            json,
        };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(seeds), parsed.GetValue(json), parsed.InvocationConfiguration.Output));
        return command;
    }

    private static int Run(IReadOnlyList<int> seeds, bool isJson, TextWriter output)
    {
        GuardScoreReport report = Progress.Run(
            "simulating", 2 * seeds.Count, advance => GuardScorer.Run(seeds, new GuardScoringOptions(), advance));
        if (isJson)
        {
            output.WriteLine(ScoreJson.Text(GuardScoreJson.From(report)));
        }
        else
        {
            GuardScoreTable.Write(report, output);
        }

        return ExitCode.Done;
    }
}
