using System.CommandLine;
using LiqIndicators.Sessions.Bands;
using LiqIndicators.Workbench.Commands;

namespace LiqIndicators.Workbench.Scoring.Sim;

/// <summary><c>liq score sim</c>: the map against simulated markets whose positions are known.</summary>
internal static class SimScoreCommand
{
    internal static Command Create()
    {
        Option<IReadOnlyList<int>> seeds = SeedRange.Option(Enumerable.Range(1, 20));
        Option<BandKernel> kernel = ScoredKernel.Option();
        Option<bool> json = CommonOptions.Json();
        Command command = new("sim", "Score the liquidation map against simulated markets whose positions are known.") { seeds, kernel, json };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(seeds), parsed.GetValue(kernel), parsed.GetValue(json), parsed.InvocationConfiguration.Output));
        return command;
    }

    private static int Run(IReadOnlyList<int> seeds, BandKernel kernel, bool isJson, TextWriter output)
    {
        SimScoreReport report = SimScorer.Run(seeds, kernel: kernel);
        if (isJson)
        {
            output.WriteLine(ScoreJson.Text(SimScoreJson.From(report)));
        }
        else
        {
            SimScoreTable.Write(report, output);
        }

        return ExitCode.Done;
    }
}
