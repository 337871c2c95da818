using System.Globalization;
using LiqIndicators.Analytics.Scoring.Map;

namespace LiqIndicators.Workbench.Scoring.Map;

/// <summary>A map's score for people.</summary>
internal static class MapScoreTable
{
    internal static void Write(MapScoreReport report, TextWriter output)
    {
        output.WriteLine("Map against realised liquidations: share of variance added to distance, volatility and open interest.");
        WriteHours(report, output);
        output.WriteLine();
        WriteRules(report, output);
        output.WriteLine();
        WriteSides(report, output);
        output.WriteLine();
        WriteMonths(report, output);
    }

    private static void WriteHours(MapScoreReport report, TextWriter output)
    {
        HourUse hours = report.Hours;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"Hours: {hours.Recorded} recorded, {hours.WarmUp} warm up, {hours.Scored} scored ({report.Long.Hours} for longs, {report.Short.Hours} for shorts)."));
        if (hours.WithoutOpenInterest > 0)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Left out: {hours.WithoutOpenInterest} hours without open interest before them."));
        }

        if (hours.WithoutLiquidations > 0)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Left out: {hours.WithoutLiquidations} hours without liquidations published."));
        }
    }

    private static void WriteRules(MapScoreReport report, TextWriter output)
    {
        TextTable table = new(
            "rule", "long gain", "ours - rule, 95%", "spearman", "top 10%", "short gain", "ours - rule, 95%", "spearman", "top 10%");
        table.Add(
            report.Rule,
            ScoreText.Signed(report.Long.Gain.Value),
            "",
            ScoreText.Share(report.Long.Spearman),
            ScoreText.Share(report.Long.TopTenth.Precision),
            ScoreText.Signed(report.Short.Gain.Value),
            "",
            ScoreText.Share(report.Short.Spearman),
            ScoreText.Share(report.Short.TopTenth.Precision));
        foreach (BaselineScore baseline in report.Baselines)
        {
            if (baseline.Long is null || baseline.Short is null)
            {
                table.Add(baseline.Name, $"{ScoreText.NotAvailable} (no {baseline.Lacks})");
                continue;
            }

            table.Add(
                baseline.Name,
                ScoreText.Signed(baseline.Long.Gain),
                ScoreText.Interval(baseline.Long.Difference),
                ScoreText.Share(baseline.Long.Spearman),
                ScoreText.Share(baseline.Long.TopTenth.Precision),
                ScoreText.Signed(baseline.Short.Gain),
                ScoreText.Interval(baseline.Short.Difference),
                ScoreText.Share(baseline.Short.Spearman),
                ScoreText.Share(baseline.Short.TopTenth.Precision));
        }

        table.WriteTo(output);
    }

    private static void WriteSides(MapScoreReport report, TextWriter output)
    {
        TextTable table = new("figure", "long", "short");
        Add(table, report, "R2 of the controls", score => ScoreText.Share(score.ControlsR2));
        Add(table, report, "gain", score => ScoreText.Signed(score.Gain.Value));
        Add(table, report, "gain, 95% of day blocks", score => ScoreText.Interval(score.Gain));
        Add(table, report, "coefficient", score => ScoreText.Share(score.Coefficient));
        Add(table, report, "placebo gain, map shifted 1 to 10%", score => ScoreText.Signed(score.PlaceboGain));
        Add(table, report, "Spearman", score => ScoreText.Share(score.Spearman));
        Add(table, report, "slope of realised on expected USD", score => ScoreText.Share(score.Slope));
        Add(table, report, "intercept, USD", score => ScoreText.Dollars(score.Intercept));
        Add(table, report, "coverage of the 80% range", score => ScoreText.Share(score.Coverage80));
        Add(table, report, "precision of the top 10%", score => ScoreText.Share(score.TopTenth.Precision));
        Add(table, report, "its 95% Wilson low", score => ScoreText.Share(score.TopTenth.WilsonLow));
        table.WriteTo(output);
    }

    private static void Add(TextTable table, MapScoreReport report, string name, Func<SideScore, string> figure) =>
        table.Add(name, figure(report.Long), figure(report.Short));

    private static void WriteMonths(MapScoreReport report, TextWriter output)
    {
        TextTable table = new(
            "month", "side", "hours", "gain", $"less {MapRules.Conserving}", "gain without it", $"less {MapRules.Conserving}");
        foreach ((string side, SideScore score) in new[] { ("long", report.Long), ("short", report.Short) })
        {
            foreach (MonthScore month in score.Months)
            {
                table.Add(
                    month.MonthUtc.ToString("yyyy-MM", CultureInfo.InvariantCulture),
                    side,
                    month.Hours.ToString(CultureInfo.InvariantCulture),
                    ScoreText.Signed(month.Gain),
                    ScoreText.Signed(month.Difference),
                    ScoreText.Signed(month.GainWithout),
                    ScoreText.Signed(month.DifferenceWithout));
            }
        }

        table.WriteTo(output);
    }
}
