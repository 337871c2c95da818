using LiqIndicators.Analytics.Market;
using LiqIndicators.MarketData.Feeds;
using LiqIndicators.Sessions.Cascade;
using LiqIndicators.TestKit;
using LiqIndicators.Workbench.Recordings;

namespace LiqIndicators.Workbench.Tests.Replay;

/// <summary>What a trader would have seen in the winter of 2025 and 2026.</summary>
public sealed class CascadeReplayTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    // The eight worst hours of the fall, read off the file: longs liquidated of $57M to $134M. Smaller bursts led seven of them
    // in; that of 30 January came in one hour out of a market that had rested since the evening before.
    [SkippableTheory]
    [InlineData("2026-01-29T15:00:00Z", 50, 100)]
    [InlineData("2026-01-30T01:00:00Z", 0, 15)]
    [InlineData("2026-01-31T17:00:00Z", 50, 100)]
    [InlineData("2026-01-31T18:00:00Z", 50, 100)]
    [InlineData("2026-02-03T18:00:00Z", 50, 100)]
    [InlineData("2026-02-05T15:00:00Z", 40, 60)]
    [InlineData("2026-02-05T20:00:00Z", 50, 100)]
    [InlineData("2026-02-06T00:00:00Z", 50, 100)]
    public void Score_CrashOfJanuaryAndFebruary_RisesBeforeMostOfItsWorstHoursAndInAll(string hour, double least, double most)
    {
        CascadeSession session = Replay(out _);
        DateTime beforeUtc = DateTime.Parse(
            hour, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AdjustToUniversal);

        Assert.InRange(session.ReadingsAsOf(beforeUtc).LongScore, least, most);
        Assert.InRange(session.ReadingsAsOf(beforeUtc + Hour).LongScore, 80, 100);
    }

    [SkippableFact]
    public void Score_FourMonths_IsLowInMostHours()
    {
        CascadeSession session = Replay(out IReadOnlyList<MarketBar> bars);
        double[] scores = [.. bars.Skip(720).Select(bar => session.ReadingsAsOf(bar.TimeUtc + Hour).LongScore).Order()];

        Assert.InRange(scores[scores.Length / 2], 1, 10);
        Assert.InRange(scores.Count(score => score >= 50) / (double)scores.Length, 0.01, 0.12);
    }

    private static CascadeSession Replay(out IReadOnlyList<MarketBar> bars)
    {
        Skip.IfNot(SharedMaterial.IsHere, SharedMaterial.Reason);
        bars = [.. MarketCsvReader.Read(SharedMaterial.PathOf("data/btc-2025-12_2026-03/market.csv"))];
        CascadeSession session = new(new CascadeOptions(), new RecordedFeed("winter", bars, Hour));
        session.Advance(bars[^1].TimeUtc + Hour);
        return session;
    }
}
