using System.Globalization;
using System.Text.Json;
using LiqIndicators.Workbench.Commands;

namespace LiqIndicators.Workbench.Tests.Scoring.Cascade;

/// <summary>The score of a made-up recording, as a program and as a person reads it.</summary>
public sealed class CascadeScoreCommandTests
{
    private static readonly string[] ResultKeys =
    [
        "horizonHours", "side", "events", "eventDays", "brierOurs", "brierVolatility", "brierClimatology", "skillVsVolatility", "skillLow",
        "skillHigh", "logLoss", "calibrationIntercept", "calibrationInterceptLow", "calibrationInterceptHigh", "calibrationSlope",
        "calibrationSlopeLow", "calibrationSlopeHigh", "ece", "prAuc", "falseAlarmsPerDay", "leadMedianMinutes", "shuffledLeadMedianMinutes",
    ];

    [Fact]
    public void ScoreCascade_AsJson_HasTheKeysOtherProgramsRead()
    {
        using TemporaryFolder folder = new();
        JsonElement json = JsonDocument.Parse(
            CommandRun.Output("score", "cascade", "--data", Recording(folder, hours: 900, minutes: 60), "--json")).RootElement;

        Assert.Equal(["hours", "flush", "results"], json.EnumerateObject().Select(property => property.Name));
        // 900 rows, of which 720 look back and one lies ahead.
        Assert.Equal(179, json.GetProperty("hours").GetInt32());
        Assert.Equal(3, json.GetProperty("flush").GetProperty("horizons").GetArrayLength());
        JsonElement[] results = [.. json.GetProperty("results").EnumerateArray()];
        Assert.Equal(
            ["1 long", "1 short", "4 long", "4 short", "24 long", "24 short"],
            results.Select(r => $"{r.GetProperty("horizonHours").GetInt32()} {r.GetProperty("side").GetString()}"));
        Assert.All(results, r => Assert.Equal(ResultKeys, r.EnumerateObject().Select(property => property.Name)));
    }

    [Fact]
    public void ScoreCascade_ForPeople_NamesWhatShips()
    {
        using TemporaryFolder folder = new();
        string text = CommandRun.Output("score", "cascade", "--data", Recording(folder, hours: 800, minutes: 60));

        Assert.Contains("longs in 24 h", text, StringComparison.Ordinal);
        Assert.Contains("volatility", text, StringComparison.Ordinal);
        Assert.Contains("open interest down 1% or kept", text, StringComparison.Ordinal);
    }

    [Fact]
    public void ScoreCascade_BarsAreNotHours_SaysWhatWasExpected()
    {
        using TemporaryFolder folder = new();
        CommandException error = Assert.Throws<CommandException>(() => CommandRun.Output(
            "score", "cascade", "--data", Recording(folder, hours: 50, minutes: 5)));
        Assert.Contains("00:05:00 long; expected hours", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ScoreCascade_TooShort_SaysHowManyBarsItTakes()
    {
        using TemporaryFolder folder = new();
        CommandException error = Assert.Throws<CommandException>(() => CommandRun.Output(
            "score", "cascade", "--data", Recording(folder, hours: 300, minutes: 60)));
        Assert.Contains("expected more than 721", error.Message, StringComparison.Ordinal);
    }

    private static string Recording(TemporaryFolder folder, int hours, int minutes)
    {
        Random random = new(7);
        double price = 60_000;
        double openInterest = 5e9;
        DateTime start = new(2026, 1, 5, 0, 0, 0, DateTimeKind.Utc);
        string path = folder.PathOf("market.csv");
        using StreamWriter writer = new(path);
        writer.WriteLine(
            "time_utc,open,high,low,close,open_interest_usd,funding_rate,funding_interval_hours,liquidated_long_usd,liquidated_short_usd");
        for (int i = 0; i < hours; i++)
        {
            double open = price;
            price *= 1 + (0.01 * (random.NextDouble() - 0.5));
            openInterest *= 1 + (0.004 * (random.NextDouble() - 0.5));
            double high = Math.Max(open, price) * 1.002;
            double low = Math.Min(open, price) * 0.998;
            double longs = price < open ? 1e6 * random.NextDouble() : 1000;
            double shorts = price > open ? 1e6 * random.NextDouble() : 1000;
            writer.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{start.AddMinutes(minutes * i):yyyy-MM-ddTHH:mm:ssZ},{open:F2},{high:F2},{low:F2},{price:F2},{openInterest:F0},0.0001,8,{longs:F2},{shorts:F2}"));
        }

        return path;
    }
}
