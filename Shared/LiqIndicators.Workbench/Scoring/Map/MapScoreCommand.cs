using System.CommandLine;
using LiqIndicators.Analytics.Scoring.Map;
using LiqIndicators.Sessions.Bands;
using LiqIndicators.Workbench.Commands;
using LiqIndicators.Workbench.Recordings;

namespace LiqIndicators.Workbench.Scoring.Map;

/// <summary><c>liq score map</c>: the map against realised liquidations of a recording.</summary>
internal static class MapScoreCommand
{
    internal static Command Create()
    {
        Option<FileInfo> data = new("--data")
        {
            Description = "Market CSV of hourly bars with open interest and liquidations.",
            HelpName = "FILE",
            Required = true,
        };
        Option<FileInfo?> predictions = new("--predictions")
        {
            Description = "Also write the map's raw prediction of every hour, so that anyone can score it.",
            HelpName = "OUT.csv",
        };
        Option<BandKernel> kernel = ScoredKernel.Option();
        Option<bool> ablations = new("--ablations")
        {
            Description = "Compare with the model less one part each instead of with simpler rules.",
        };
        Option<bool> json = CommonOptions.Json();
        Command command = new("map", "Score the liquidation map against realised liquidations, walk-forward, beside simpler rules.")
        {
            data,
            predictions,
            kernel,
            ablations,
            json,
        };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(data).FullName,
            parsed.GetValue(predictions)?.FullName,
            parsed.GetValue(kernel),
            parsed.GetValue(ablations),
            parsed.GetValue(json),
            parsed.InvocationConfiguration.Output));
        return command;
    }

    private static int Run(string data, string? predictions, BandKernel kernel, bool isAblation, bool isJson, TextWriter output)
    {
        MapScoreReport report = Score(data, kernel, isAblation);
        if (predictions is not null)
        {
            PredictionsCsv.Write(predictions, report.Predictions);
        }

        if (isJson)
        {
            output.WriteLine(ScoreJson.Text(MapScoreJson.From(report)));
        }
        else
        {
            MapScoreTable.Write(report, output);
        }

        return ExitCode.Done;
    }

    private static MapScoreReport Score(string data, BandKernel kernel, bool isAblation)
    {
        RecordedMarket market = RecordedMarket.Load(data);
        try
        {
            return MapScorer.Run(market.Bars, ScoredKernel.Rule(kernel), isAblation ? MapRules.Ablations() : MapRules.Baselines());
        }
        catch (MapScoreException e)
        {
            throw new CommandException($"{data}: {e.Message}");
        }
    }
}
