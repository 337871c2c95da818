using System.Globalization;

namespace LiqIndicators.Workbench.Scoring.Sim;

/// <summary>Scores over simulated markets for people.</summary>
internal static class SimScoreTable
{
    private static readonly string[] Figures = ["Spearman", "earth mover", "mass 5%", "mass 10%", "side error", "top 10"];

    internal static void Write(SimScoreReport report, TextWriter output)
    {
        output.WriteLine("Map against simulated books: cells of 0.5% within 20% of price, once a day, median per market.");
        output.WriteLine();
        TextTable seeds = new(["seed", .. Figures]);
        foreach (SeedFigures seed in report.PerSeed)
        {
            seeds.Add([seed.Seed.ToString(CultureInfo.InvariantCulture), .. Cells(seed.Score)]);
        }

        seeds.Add(["median", .. Cells(report.Median)]);
        seeds.WriteTo(output);
        output.WriteLine();
        WriteRules(report, "ablation", report.Ablations, output);
        output.WriteLine();
        WriteRules(report, "rule", report.Baselines, output);
    }

    private static void WriteRules(SimScoreReport report, string kind, IReadOnlyList<ComparedRule> rules, TextWriter output)
    {
        TextTable table = new([kind, .. Figures, "ours ahead", "ours nearer"]);
        table.Add([report.Rule, .. Cells(report.Median)]);
        foreach (ComparedRule rule in rules)
        {
            table.Add([rule.Name, .. Cells(rule.Median), Of(rule.SpearmanWins, report), Of(rule.EarthMoverWins, report)]);
        }

        table.WriteTo(output);
    }

    private static string[] Cells(BookScore score) =>
    [
        ScoreText.Share(score.Spearman),
        ScoreText.Signed(score.EarthMover).TrimStart('+'),
        ScoreText.Share(score.MassRatio5),
        ScoreText.Share(score.MassRatio10),
        ScoreText.Share(score.SideError10),
        ScoreText.Share(score.Overlap10),
    ];

    private static string Of(int wins, SimScoreReport report) =>
        string.Create(CultureInfo.InvariantCulture, $"{wins} of {report.PerSeed.Count}");
}
