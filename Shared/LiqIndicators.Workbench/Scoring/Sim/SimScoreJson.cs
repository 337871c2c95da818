namespace LiqIndicators.Workbench.Scoring.Sim;

/// <summary>The published form of scores over simulated markets.</summary>
internal sealed record SimScoreJson(
    BookScore Median,
    IReadOnlyList<SimScoreJson.SeedJson> PerSeed,
    IReadOnlyDictionary<string, SimScoreJson.RuleJson> Ablations,
    IReadOnlyDictionary<string, SimScoreJson.RuleJson> Baselines)
{
    internal static SimScoreJson From(SimScoreReport report) => new(
        report.Median,
        [.. report.PerSeed.Select(seed => new SeedJson(
            seed.Seed,
            seed.Snapshots,
            seed.Score.Spearman,
            seed.Score.EarthMover,
            seed.Score.MassRatio5,
            seed.Score.MassRatio10,
            seed.Score.SideError10,
            seed.Score.Overlap10))],
        report.Ablations.ToDictionary(rule => rule.Name, Rule),
        report.Baselines.ToDictionary(rule => rule.Name, Rule));

    private static RuleJson Rule(ComparedRule rule) => new(
        rule.Median.Spearman,
        rule.Median.EarthMover,
        rule.Median.MassRatio5,
        rule.Median.MassRatio10,
        rule.Median.SideError10,
        rule.Median.Overlap10,
        rule.SpearmanWins,
        rule.EarthMoverWins);

    internal sealed record SeedJson(
        int Seed,
        int Snapshots,
        double Spearman,
        double EarthMover,
        double MassRatio5,
        double MassRatio10,
        double SideError10,
        double Overlap10);

    internal sealed record RuleJson(
        double Spearman,
        double EarthMover,
        double MassRatio5,
        double MassRatio10,
        double SideError10,
        double Overlap10,
        int SeedsOursHasHigherSpearman,
        int SeedsOursHasLowerEarthMover);
}
