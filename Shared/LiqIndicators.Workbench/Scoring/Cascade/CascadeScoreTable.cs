using System.Globalization;
using LiqIndicators.Analytics.Market;
using LiqIndicators.Analytics.Scoring;

namespace LiqIndicators.Workbench.Scoring.Cascade;

/// <summary>A cascade score for people.</summary>
internal static class CascadeScoreTable
{
    internal static void Write(CascadeScoreReport report, TextWriter output)
    {
        output.WriteLine("Probability of a cascade, told walk-forward. Skill is the share of the Brier score of volatility alone that is saved.");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Hours: {report.Hours} scored. Intervals: 95% of day blocks."));
        output.WriteLine();
        WriteSkill(report, output);
        output.WriteLine();
        WriteCalibration(report, output);
        output.WriteLine();
        WriteFlush(report, output);
    }

    private static void WriteSkill(CascadeScoreReport report, TextWriter output)
    {
        TextTable table = new(
            "cascade", "events", "on days", "Brier", "volatility", "climatology", "skill", "interval", "log loss", "ships");
        foreach (CascadeScore score in report.Results)
        {
            table.Add(
                Name(score),
                Whole(score.Events),
                Whole(score.EventDays),
                Fixed(score.BrierOurs, 5),
                Fixed(score.BrierVolatility, 5),
                Fixed(score.BrierClimatology, 5),
                ScoreText.Signed(score.SkillVsVolatility.Value),
                ScoreText.Interval(score.SkillVsVolatility),
                Fixed(score.LogLoss, 4),
                score.AreModelFeaturesProved ? "ours" : "volatility");
        }

        table.WriteTo(output);
    }

    private static void WriteCalibration(CascadeScoreReport report, TextWriter output)
    {
        TextTable table = new(
            "cascade", "intercept", "interval", "slope", "interval", "ECE", "PR-AUC", "false alarms/day", "lead min", "shuffled");
        foreach (CascadeScore score in report.Results)
        {
            table.Add(
                Name(score),
                ScoreText.Signed(score.CalibrationIntercept.Value),
                ScoreText.Interval(score.CalibrationIntercept),
                ScoreText.Signed(score.CalibrationSlope.Value),
                ScoreText.Interval(score.CalibrationSlope),
                Fixed(score.ExpectedCalibrationError, 4),
                ScoreText.Share(score.PrecisionRecallArea),
                Fixed(score.FalseAlarmsPerDay, 2),
                Fixed(score.LeadMedianMinutes, 0),
                Fixed(score.ShuffledLeadMedianMinutes, 0));
        }

        table.WriteTo(output);
    }

    private static void WriteFlush(CascadeScoreReport report, TextWriter output)
    {
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"After falls of {report.FlushOptions.ExtremeSigmas} deviations in an hour, open interest down {100 * report.FlushOptions.FlushDrop}% or kept:"));
        TextTable table = new("hours ahead", "flushed", "kept", "flushed bp", "kept bp", "difference bp", "t by days");
        foreach (FlushTestResult result in report.Flush)
        {
            table.Add(
                Whole(result.HorizonHours),
                Whole(result.FlushedEvents),
                Whole(result.KeptEvents),
                Fixed(result.FlushedMeanBps, 1),
                Fixed(result.KeptMeanBps, 1),
                Fixed(result.DifferenceBps, 1),
                Fixed(result.DifferenceT, 2));
        }

        table.WriteTo(output);
    }

    private static string Name(CascadeScore score) => string.Create(
        CultureInfo.InvariantCulture, $"{(score.Side == PositionSide.Long ? "longs" : "shorts")} in {score.HorizonHours} h");

    private static string Whole(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Fixed(double value, int digits) => double.IsNaN(value)
        ? ScoreText.NotAvailable
        : value.ToString($"F{digits}", CultureInfo.InvariantCulture);
}
