using System.CommandLine;
using LiqIndicators.Analytics.Scoring;
using LiqIndicators.Workbench.Commands;
using LiqIndicators.Workbench.Recordings;

namespace LiqIndicators.Workbench.Scoring.Cascade;

/// <summary><c>liq score cascade</c>: told probabilities of cascades against what followed.</summary>
internal static class CascadeScoreCommand
{
    internal static Command Create()
    {
        Option<FileInfo> data = new("--data")
        {
            Description = "Market CSV of hourly bars with open interest, funding and liquidations.",
            HelpName = "FILE",
            Required = true,
        };
        Option<bool> json = CommonOptions.Json();
        Command command = new("cascade", "Score probabilities of cascades walk-forward, beside climatology and volatility alone.")
        {
            data,
            json,
        };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(data).FullName, parsed.GetValue(json), parsed.InvocationConfiguration.Output));
        return command;
    }

    private static int Run(string data, bool isJson, TextWriter output)
    {
        CascadeScoreReport report = Score(data);
        if (isJson)
        {
            output.WriteLine(ScoreJson.Text(CascadeScoreJson.From(report)));
        }
        else
        {
            CascadeScoreTable.Write(report, output);
        }

        return ExitCode.Done;
    }

    private static CascadeScoreReport Score(string data)
    {
        RecordedMarket market = RecordedMarket.Load(data);
        if (market.BarLength != TimeSpan.FromHours(1))
        {
            throw new CommandException($"{data}: bars are {market.BarLength} long; expected hours, in which the event is defined.");
        }

        try
        {
            return CascadeScoreReport.Of(market.Bars, new CascadeScoringOptions());
        }
        catch (ArgumentException e)
        {
            throw new CommandException($"{data}: {e.Message}");
        }
    }
}
