using System.Globalization;
using System.Text.Json;
using LiqIndicators.TestKit;
using LiqIndicators.Workbench.Commands;

namespace LiqIndicators.Workbench.Tests.Scoring.Map;

/// <summary>The score of the shared recording, as a program and as a person reads it.</summary>
[Collection(ScoreRuns.Name)]
public sealed class MapScoreCommandTests
{
    private static readonly string[] SideKeys =
    [
        "r2Controls", "gain", "gainLow", "gainHigh", "coefficient", "spearman", "slope", "coverage80", "precisionTop10", "wilsonLow", "placeboGain", "months",
    ];

    // Figures of other people's runs of the same rules on the same file: gains to three digits.
    [SkippableTheory]
    [InlineData("textbook", 0.046, 0.047, 0.003)]
    [InlineData("log-normal", 0.078, 0.072, 0.003)]
    [InlineData("conserving", 0.092, 0.081, 0.002)]
    [InlineData("conserving 6%, 2%", 0.096, 0.085, 0.002)]
    public void ScoreMap_PublishedRules_ReproduceTheirFigures(string rule, double longGain, double shortGain, double tolerance)
    {
        JsonElement figures = Json().GetProperty("baselines").GetProperty(rule);

        Assert.Equal(longGain, figures.GetProperty("longGain").GetDouble(), tolerance);
        Assert.Equal(shortGain, figures.GetProperty("shortGain").GetDouble(), tolerance);
    }

    [SkippableFact]
    public void ScoreMap_RulesWithoutMemory_AddNextToNothing()
    {
        JsonElement baselines = Json().GetProperty("baselines");
        foreach (string rule in new[] { "distance only", "uniform", "static open interest x tiers", "ATR-Gaussian buckets" })
        {
            Assert.InRange(baselines.GetProperty(rule).GetProperty("longGain").GetDouble(), 0, 0.01);
            Assert.InRange(baselines.GetProperty(rule).GetProperty("shortGain").GetDouble(), 0, 0.01);
        }
    }

    [SkippableFact]
    public void ScoreMap_MapReadElsewhere_AddsNothing()
    {
        JsonElement json = Json();

        Assert.InRange(json.GetProperty("long").GetProperty("placeboGain").GetDouble(), 0, 0.003);
        Assert.InRange(json.GetProperty("short").GetProperty("placeboGain").GetDouble(), 0, 0.003);
    }

    // What the map that ships has to reach; a change of the model that loses it is no improvement.
    [SkippableTheory]
    [InlineData("long", 0.105)]
    [InlineData("short", 0.095)]
    public void ScoreMap_OfTheMapThatShips_BeatsTheRulesAndItsDollarsMeanDollars(string side, double leastGain)
    {
        JsonElement json = Json();
        JsonElement score = json.GetProperty(side);

        Assert.InRange(score.GetProperty("gain").GetDouble(), leastGain, 1);
        Assert.InRange(score.GetProperty("slope").GetDouble(), 0.5, 2);
        Assert.InRange(score.GetProperty("coverage80").GetDouble(), 0.7, 0.9);
        Assert.All(
            json.GetProperty("baselines").EnumerateObject().Select(rule => rule.Value.GetProperty(side + "DifferenceLow")),
            low => Assert.True(low.ValueKind == JsonValueKind.Null || low.GetDouble() > 0));
    }

    [SkippableFact]
    public void ScoreMap_AsJson_HasTheKeysOtherProgramsRead()
    {
        JsonElement json = Json();

        Assert.Equal(["hours", "long", "short", "baselines"], json.EnumerateObject().Select(property => property.Name));
        Assert.InRange(json.GetProperty("hours").GetInt32(), 2068, 2397);
        foreach (string side in new[] { "long", "short" })
        {
            JsonElement score = json.GetProperty(side);
            Assert.Equal(SideKeys, score.EnumerateObject().Select(property => property.Name));
            Assert.Equal(4, score.GetProperty("months").GetArrayLength());
            Assert.InRange(score.GetProperty("gain").GetDouble(), score.GetProperty("gainLow").GetDouble(), score.GetProperty("gainHigh").GetDouble());
        }

        foreach (JsonProperty baseline in json.GetProperty("baselines").EnumerateObject())
        {
            Assert.Equal(
                ["longGain", "shortGain", "longDifferenceLow", "shortDifferenceLow"], baseline.Value.EnumerateObject().Select(property => property.Name));
        }

        Assert.Equal(JsonValueKind.Null, json.GetProperty("baselines").GetProperty("volume profile").GetProperty("longGain").ValueKind);
    }

    [SkippableFact]
    public void ScoreMap_PredictionsFile_RecomputesTheSameScore()
    {
        Skip.IfNot(SharedMaterial.IsHere, SharedMaterial.Reason);
        using TemporaryFolder folder = new();
        string predictions = folder.PathOf("predictions.csv");

        JsonElement json = JsonDocument.Parse(CommandRun.Output("score", "map", "--data", Market(), "--predictions", predictions, "--json")).RootElement;

        SlowScorer slow = new(Market(), predictions);
        foreach ((string side, bool isLong) in new[] { ("long", true), ("short", false) })
        {
            (int hours, double controlsR2, double gain, double coefficient) = slow.Score(isLong);
            JsonElement score = json.GetProperty(side);
            Assert.Equal(hours, score.GetProperty("months").EnumerateArray().Sum(month => month.GetProperty("hours").GetInt32()));
            Assert.Equal(controlsR2, score.GetProperty("r2Controls").GetDouble(), tolerance: 1e-8);
            Assert.Equal(gain, score.GetProperty("gain").GetDouble(), tolerance: 1e-8);
            Assert.Equal(coefficient, score.GetProperty("coefficient").GetDouble(), tolerance: 1e-6);
        }
    }

    [SkippableFact]
    public void ScoreMap_ForPeople_SaysWhichRulesLackVolume()
    {
        Skip.IfNot(SharedMaterial.IsHere, SharedMaterial.Reason);
        string[] lines = CommandRun.Output("score", "map", "--data", Market()).Split(Environment.NewLine);

        Assert.Contains(lines, line => line.StartsWith("volume profile", StringComparison.Ordinal) && line.EndsWith("n/a (no volume)", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("conserving ", StringComparison.Ordinal) && line.Contains("+0.092", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("2026-02", StringComparison.Ordinal));
    }

    [Fact]
    public void ScoreMap_FileWithoutLiquidations_NamesTheColumn()
    {
        using TemporaryFolder folder = new();
        string path = folder.PathOf("market.csv");
        WriteFlat(path, 600);

        CommandException refusal = Assert.Throws<CommandException>(() => CommandRun.Output("score", "map", "--data", path));

        Assert.Contains("liquidated_long_usd", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(path, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ScoreMap_ShortFile_SaysHowManyHoursAreNeeded()
    {
        using TemporaryFolder folder = new();
        string path = folder.PathOf("market.csv");
        WriteFlat(path, 100);

        Assert.Contains(
            "524", Assert.Throws<CommandException>(() => CommandRun.Output("score", "map", "--data", path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ScoreMap_WithoutData_IsRefused() =>
        Assert.Contains(CommandRun.Errors("score", "map"), message => message.Contains("--data", StringComparison.Ordinal));

    private static readonly Lazy<JsonElement> SharedScore = new(() =>
        JsonDocument.Parse(CommandRun.Output("score", "map", "--data", Market(), "--json")).RootElement);

    private static JsonElement Json()
    {
        Skip.IfNot(SharedMaterial.IsHere, SharedMaterial.Reason);
        return SharedScore.Value;
    }

    private static string Market() => SharedMaterial.PathOf("data/btc-2025-12_2026-03/market.csv");

    private static void WriteFlat(string path, int hours)
    {
        DateTime startUtc = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.WriteAllLines(path, ["time_utc,open,high,low,close,open_interest_usd", .. Enumerable.Range(0, hours).Select(i =>
            startUtc.AddHours(i).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) + ",100,101,99,100,5000000")]);
    }
}
