using System.CommandLine;
using LiqIndicators.Analytics.Scoring.Map;
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
        Option<bool> json = CommonOptions.Json();
        Command command = new("map", "Score the liquidation map against realised liquidations, walk-forward, beside simpler rules.")
        {
            data,
            predictions,
            json,
        };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(data).FullName,
            parsed.GetValue(predictions)?.FullName,
            parsed.GetValue(json),
            parsed.InvocationConfiguration.Output));
        return command;
    }

    private static int Run(string data, string? predictions, bool isJson, TextWriter output)
    {
        MapScoreReport report = Score(data);
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

    private static MapScoreReport Score(string data)
    {
        RecordedMarket market = RecordedMarket.Load(data);
        try
        {
            return MapScorer.Run(market.Bars, MapRules.Ours(), MapRules.Baselines());
        }
        catch (MapScoreException e)
        {
            throw new CommandException($"{data}: {e.Message}");
        }
    }
}
