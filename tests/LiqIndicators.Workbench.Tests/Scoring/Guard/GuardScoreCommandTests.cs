using System.Text.Json;
using LiqIndicators.Analytics.Scoring;
using LiqIndicators.Workbench.Scoring;
using LiqIndicators.Workbench.Scoring.Guard;

namespace LiqIndicators.Workbench.Tests.Scoring.Guard;

[Collection(ScoreRuns.Name)]
public sealed class GuardScoreCommandTests
{
    private static readonly string[] Policies = ["nothing", "constantCap", "volatilityTarget", "randomCuts", "leverageGuard"];
    private static readonly string[] Figures = ["stopOuts", "maxDrawdownMedian", "cvar95", "turnover", "cost", "returnMean"];
    private static readonly Lazy<GuardScoreReport> Report = new(() => GuardScorer.Run([1001, 1002], new GuardScoringOptions(), _ => { }));

    [Fact]
    public void ScoreGuard_AsJson_HasTheKeysOtherProgramsRead()
    {
        JsonElement json = JsonDocument.Parse(ScoreJson.Text(GuardScoreJson.From(Report.Value))).RootElement;

        Assert.Equal(["cascade", "calm"], Keys(json));
        foreach (JsonProperty scenario in json.EnumerateObject())
        {
            JsonElement policies = scenario.Value.GetProperty("policies");
            Assert.Equal(Policies, Keys(policies));
            Assert.All(policies.EnumerateObject(), policy => Assert.Equal(Figures, Keys(policy.Value)));
            Assert.All(
                policies.EnumerateObject().SelectMany(policy => policy.Value.EnumerateObject()),
                figure => Assert.Equal(JsonValueKind.Number, figure.Value.ValueKind));
            Assert.Equal(Policies[..4], Keys(scenario.Value.GetProperty("guardMinus")));
            Assert.Equal(2 * EpisodeEntry.PerSeed, scenario.Value.GetProperty("accounts").GetInt32());
        }
    }

    [Fact]
    public void ScoreGuard_Differences_AreThoseOfTheFigures()
    {
        ScenarioScore score = Report.Value.Cascade;
        PolicyFigures guard = score.Policies[PolicyKind.LeverageGuard];
        foreach ((PolicyKind rival, PairedFigures paired) in score.GuardMinus)
        {
            Assert.Equal(guard.Cvar95 - score.Policies[rival].Cvar95, paired.Cvar95.Value, tolerance: 1e-12);
            Assert.Equal(guard.StopOuts - score.Policies[rival].StopOuts, paired.StopOuts.Value, tolerance: 1e-12);
            Assert.Equal(guard.Turnover - score.Policies[rival].Turnover, paired.Turnover.Value, tolerance: 1e-12);
            Assert.True(paired.Cvar95.Low <= paired.Cvar95.High);
        }
    }

    [Fact]
    public void ScoreGuard_Again_IsTheSameToTheLastDigit()
    {
        GuardScoreReport again = GuardScorer.Run([1001, 1002], new GuardScoringOptions(), _ => { });

        Assert.Equal(ScoreJson.Text(GuardScoreJson.From(Report.Value)), ScoreJson.Text(GuardScoreJson.From(again)));
    }

    // Three seeds of one account: the guard returns 0.01 less than nobody, over 2, 4 and 3 days: 300 bp over 9 days.
    [Fact]
    public void Compare_ReturnForgone_IsPerDayThatAccountsWereOpen()
    {
        EpisodeOutcome[][] Seed(double before) =>
        [
            [.. Enum.GetValues<PolicyKind>().Select(kind => new EpisodeOutcome(
                kind == PolicyKind.LeverageGuard ? 0.04 : 0.05, kind == PolicyKind.LeverageGuard ? before : 0.02, false, 0, 0, 0, 0))],
        ];

        ScenarioScore score = GuardScorer.Compare(
            [Seed(0.02), Seed(0.01), Seed(0.02)],
            [new(2, 1), new(4, 3), new(3, 1)]);

        Assert.Equal(300.0 / 9, score.ForgoneBpsPerDay.Value, tolerance: 1e-9);
        Assert.Equal(100.0 / 5, score.ForgoneBeforeShockBpsPerDay.Value, tolerance: 1e-9);
        Assert.Equal(-0.01, score.GuardMinus[PolicyKind.Nothing].ReturnMean.Value, tolerance: 1e-12);
        Assert.True(score.GuardMinus[PolicyKind.Nothing].ReturnMean is Interval { High: < 0 });
    }

    [Fact]
    public void ScoreGuard_AsATable_NamesEveryPolicyAndTheReturnForgone()
    {
        using StringWriter output = new();
        GuardScoreTable.Write(Report.Value, output);
        string text = output.ToString();

        Assert.All(["nothing", "constant cap", "volatility target", "random cuts", "LeverageGuard", "Calm days: 16 accounts."],
            part => Assert.Contains(part, text, StringComparison.Ordinal));
        Assert.Equal(2, text.Split("Forgone by the guard").Length - 1);
    }

    [Fact]
    public void ScoreGuard_SeedsThatAreNoRange_AreRefusedWithWhatWasExpected()
    {
        Assert.Contains(CommandRun.Errors("score", "guard", "--seeds", "20..1"), message => message.Contains("1..20", StringComparison.Ordinal));
        Assert.Empty(CommandRun.Errors("score", "guard", "--seeds", "1..200", "--json"));
    }

    private static string[] Keys(JsonElement element) => [.. element.EnumerateObject().Select(property => property.Name)];
}
