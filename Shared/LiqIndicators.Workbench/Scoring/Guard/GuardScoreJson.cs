using LiqIndicators.Analytics.Scoring;

namespace LiqIndicators.Workbench.Scoring.Guard;

/// <summary>The published form of a guard score: names and nesting are what other programs read.</summary>
internal sealed record GuardScoreJson(GuardScoreJson.ScenarioJson Cascade, GuardScoreJson.ScenarioJson Calm)
{
    internal static GuardScoreJson From(GuardScoreReport report) => new(Of(report.Cascade), Of(report.Calm));

    private static ScenarioJson Of(ScenarioScore score) => new(
        score.Policies.ToDictionary(pair => Name(pair.Key), pair => pair.Value),
        score.GuardMinus.ToDictionary(pair => Name(pair.Key), pair => pair.Value),
        score.Accounts,
        score.ForgoneBpsPerDay,
        score.ForgoneBeforeShockBpsPerDay);

    private static string Name(PolicyKind kind)
    {
        string name = kind.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    internal sealed record ScenarioJson(
        IReadOnlyDictionary<string, PolicyFigures> Policies,
        IReadOnlyDictionary<string, PairedFigures> GuardMinus,
        int Accounts,
        Interval ForgoneBpsPerDay,
        Interval ForgoneBeforeShockBpsPerDay);
}
