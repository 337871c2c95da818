using System.Text.Json;
using LiqIndicators.Workbench.Scoring;
using LiqIndicators.Workbench.Scoring.Sim;

namespace LiqIndicators.Workbench.Tests.Scoring.Sim;

[Collection(ScoreRuns.Name)]
public sealed class SimScoreCommandTests
{
    private static readonly string[] Figures = ["spearman", "earthMover", "massRatio5", "massRatio10", "sideError10", "overlap10"];

    // The shortest market that is compared twice, of two seeds for development.
    private static readonly Lazy<SimScoreReport> Report = new(() => SimScorer.Run([1001, 1002], days: SimScorer.WarmUpDays + 1));

    [Fact]
    public void ScoreSim_AsJson_HasTheKeysOtherProgramsRead()
    {
        JsonElement json = JsonDocument.Parse(ScoreJson.Text(SimScoreJson.From(Report.Value))).RootElement;

        Assert.Equal(["median", "perSeed", "ablations", "baselines"], json.EnumerateObject().Select(property => property.Name));
        Assert.Equal(Figures, json.GetProperty("median").EnumerateObject().Select(property => property.Name));
        Assert.Equal([1001, 1002], json.GetProperty("perSeed").EnumerateArray().Select(seed => seed.GetProperty("seed").GetInt32()));
        Assert.All(json.GetProperty("perSeed").EnumerateArray(), seed => Assert.Equal(2, seed.GetProperty("snapshots").GetInt32()));
        Assert.Equal(JsonValueKind.Number, json.GetProperty("baselines").GetProperty("conserving").GetProperty("spearman").ValueKind);
        Assert.Equal(JsonValueKind.Number, json.GetProperty("ablations").GetProperty("no consumption").GetProperty("spearman").ValueKind);
    }

    [Fact]
    public void ScoreSim_PartsThatMatter_CostWhenTakenOut()
    {
        double whole = Report.Value.Ablations[0].Median.Spearman;

        Assert.InRange(whole, 0.6, 1);
        foreach (string part in new[] { "no consumption", "no re-striking", "wrong kernel: textbook" })
        {
            Assert.True(Report.Value.Ablations.Single(rule => rule.Name == part).Median.Spearman < whole, part);
        }
    }

    [Fact]
    public void ScoreSim_OverTwoSeeds_TakesTheirMedian()
    {
        Assert.Equal(Report.Value.PerSeed.Average(seed => seed.Score.Spearman), Report.Value.Median.Spearman, tolerance: 1e-12);
        Assert.Equal(Report.Value.PerSeed.Average(seed => seed.Score.MassRatio5), Report.Value.Median.MassRatio5, tolerance: 1e-12);
    }

    [Theory]
    [InlineData("20..1")]
    [InlineData("1-20")]
    [InlineData("1..2000")]
    [InlineData("")]
    public void ScoreSim_SeedsThatAreNoRange_AreRefusedWithWhatWasExpected(string seeds) =>
        Assert.Contains(CommandRun.Errors("score", "sim", "--seeds", seeds), message => message.Contains("1..20", StringComparison.Ordinal));

    [Fact]
    public void ScoreSim_OneSeedOrARange_AreAccepted()
    {
        Assert.Empty(CommandRun.Errors("score", "sim", "--seeds", "7"));
        Assert.Empty(CommandRun.Errors("score", "sim", "--seeds", "1..20", "--json"));
    }
}
