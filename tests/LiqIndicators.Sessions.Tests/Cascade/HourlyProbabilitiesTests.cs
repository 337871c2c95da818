using LiqIndicators.Analytics.Cascade;
using LiqIndicators.Analytics.Market;
using LiqIndicators.MarketData.Feeds;
using LiqIndicators.Sessions.Cascade;
using LiqIndicators.Sessions.Feeds;
using LiqIndicators.Sessions.Tests.Feeds;
using LiqIndicators.Simulation;
using LiqIndicators.TestKit;

namespace LiqIndicators.Sessions.Tests.Cascade;

/// <summary>Probabilities from parts of hours: those of the hours, each from its close on.</summary>
public sealed class HourlyProbabilitiesTests
{
    private const int Parts = 12;

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private static readonly TimeSpan FiveMinutes = TimeSpan.FromMinutes(5);

    private static readonly IReadOnlyList<MarketBar> Hours = MarketSimulation.Run(
        new SimulationOptions { Seed = 1001, Scenario = SimulationScenario.Cascade, Days = 9, TruthIntervalHours = 168 }).Bars;

    private static readonly IReadOnlyList<MarketBar> Minutes = [.. Hours.SelectMany(PartsOf)];

    private static readonly CascadeProbabilityReading[] Expected = CascadeProbabilities.Run(Hours);

    [Fact]
    public void Session_FiveMinuteBars_TellsWhatTheHourlyRecordingTellsFromEachCloseToTheNext()
    {
        CascadeSession whole = new(new CascadeOptions(), new RecordedFeed("hours", Hours, Hour));
        CascadeSession parts = new(new CascadeOptions(), new RecordedFeed("parts", Minutes, FiveMinutes));
        int told = 0;
        foreach (MarketBar bar in Minutes)
        {
            DateTime closeUtc = bar.TimeUtc + FiveMinutes;
            whole.Advance(closeUtc);
            parts.Advance(closeUtc);
            CascadeReadings expected = whole.ReadingsAsOf(closeUtc);
            CascadeReadings readings = parts.ReadingsAsOf(closeUtc);
            AssertSame(
                [expected.Long1Pct, expected.Long4Pct, expected.Long24Pct, expected.Short1Pct, expected.Short4Pct, expected.Short24Pct],
                [readings.Long1Pct, readings.Long4Pct, readings.Long24Pct, readings.Short1Pct, readings.Short4Pct, readings.Short24Pct]);
            told += double.IsNaN(readings.Long1Pct) ? 0 : 1;
        }

        // 216 hours, of which the first 167 warm up; the last hour is told at its close alone.
        Assert.Equal(((216 - 167 - 1) * Parts) + 1, told);
        Assert.Contains(parts.Card(Minutes[^1].TimeUtc + FiveMinutes).Lines, line => line.Value.StartsWith("flush in 1 h", StringComparison.Ordinal));
    }

    // Venues tell of liquidations from the start on: 12:02:30. The hour from 13:00 on is the first that is known in full.
    [Fact]
    public void Session_LiveFeed_TellsFromTheFirstFullHourOfLiquidationsOn()
    {
        Market market = new(new LiveFeedOptions { History = TimeSpan.FromDays(9) });
        CascadeSession session = new(new CascadeOptions(), market.Feed);
        List<(DateTime TimeUtc, double Pct)> told = [];
        market.Time.RunUntil(Market.StartUtc.AddHours(3), () =>
        {
            market.Feed.Pump();
            session.Advance(market.Time.NowUtc);
            double pct = session.ReadingsAsOf(market.Time.NowUtc).Long1Pct;
            if (!double.IsNaN(pct) && (told.Count == 0 || told[^1].Pct != pct))
            {
                told.Add((market.Time.NowUtc, pct));
            }
        });

        DateTime firstUtc = Market.StartUtc.Date.AddHours(14);
        Assert.Equal(2, told.Count);
        Assert.InRange(told[0].TimeUtc, firstUtc, firstUtc.AddMinutes(3));
        Assert.InRange(told[1].TimeUtc, firstUtc.AddHours(1), firstUtc.AddHours(1).AddMinutes(3));
        Assert.InRange(told[1].Pct, 0.01, 50);
    }

    [Fact]
    public void Update_BarsThatBeginWithinAnHour_LeaveThatHourOut()
    {
        CascadeProbabilityReading?[] readings = Run(Minutes.Skip(5), FiveMinutes);

        CascadeProbabilityReading[] expected = CascadeProbabilities.Run([.. Hours.Skip(1)]);
        Assert.All(readings[..(Parts - 5 + Parts - 1)], reading => Assert.Null(reading));
        AssertSame(expected[^1], readings[^1]);
        Assert.Equal(Hours[1].TimeUtc, readings[Parts - 5 + Parts - 1]?.TimeUtc);
    }

    [Fact]
    public void Update_BarMissingWithinAnHour_HasPricesOfThatHourAndNoSums()
    {
        int hole = (180 * Parts) + 4;
        CascadeProbabilityReading?[] readings = Run(Minutes.Where((_, i) => i != hole), FiveMinutes);

        MarketBar[] hours = [.. Hours];
        hours[180] = hours[180] with { LiquidatedLongNotional = double.NaN, LiquidatedShortNotional = double.NaN };
        CascadeProbabilityReading[] expected = CascadeProbabilities.Run(hours);
        AssertSame(expected[180], readings[(181 * Parts) - 2]);
        Assert.True(readings[(181 * Parts) - 2]?.Lacks.HasFlag(ProbabilityLacks.ModelFeatures));
        AssertSame(expected[181], readings[(182 * Parts) - 2]);
        AssertSame(expected[^1], readings[^1]);
    }

    [Fact]
    public void Update_LastBarOfAnHourMissing_LeavesThatHourOutAndTellsNothingUntilTheNextCloses()
    {
        int hole = (181 * Parts) - 1;
        CascadeProbabilityReading?[] readings = Run(Minutes.Where((_, i) => i != hole), FiveMinutes);

        CascadeProbabilityReading[] expected = CascadeProbabilities.Run([.. Hours.Where((_, i) => i != 180)]);
        AssertSame(Expected[179], readings[hole - 1]);
        Assert.All(readings[hole..(hole + Parts - 1)], reading => Assert.Null(reading));
        AssertSame(expected[180], readings[hole + Parts - 1]);
        AssertSame(expected[^1], readings[^1]);
    }

    [Fact]
    public void Update_HoursMissing_AreAHoleAsInARecordingOfHours()
    {
        CascadeProbabilityReading?[] readings = Run(Minutes.Where((_, i) => i is < 180 * Parts or >= 185 * Parts), FiveMinutes);

        CascadeProbabilityReading[] expected = CascadeProbabilities.Run([.. Hours.Where((_, i) => i is < 180 or >= 185)]);
        AssertSame(Expected[179], readings[(180 * Parts) - 1]);
        Assert.Null(readings[180 * Parts]);
        AssertSame(expected[180], readings[(181 * Parts) - 1]);
        AssertSame(expected[^1], readings[^1]);
    }

    [Theory]
    [InlineData(45)]
    [InlineData(120)]
    public void Update_BarsThatMakeUpNoHour_TellNothing(int minutes)
    {
        HourlyProbabilities probabilities = new(TimeSpan.FromMinutes(minutes));

        Assert.False(probabilities.IsPossible);
        Assert.All(Hours, hour => Assert.Null(probabilities.Update(hour)));
    }

    [Fact]
    public void Update_WarmBars_AllocateNothing()
    {
        HourlyProbabilities probabilities = new(FiveMinutes);
        int warm = 170 * Parts;
        foreach (MarketBar bar in Minutes.Take(warm))
        {
            probabilities.Update(bar);
        }

        Assert.Equal(0, Allocations.Of(warm, Minutes.Count, i => probabilities.Update(Minutes[i])));
    }

    // Twelve bars that walk from an hour's open by its extremes to its close and share its amounts unevenly.
    private static IEnumerable<MarketBar> PartsOf(MarketBar hour)
    {
        double last = hour.Open;
        for (int i = 0; i < Parts; i++)
        {
            double share = (i + 1) / 78.0;
            double close = i == 3 ? hour.High : i == 7 ? hour.Low : i == Parts - 1 ? hour.Close : (hour.Open + hour.Close) / 2;
            yield return new MarketBar(
                hour.TimeUtc + (i * FiveMinutes),
                last,
                Math.Max(last, close),
                Math.Min(last, close),
                close,
                share * hour.VolumeQuantity,
                i == Parts - 1 ? hour.OpenInterestQuantity : 1,
                i == Parts - 1 ? hour.FundingRate : 0.01,
                hour.FundingIntervalHours,
                share * hour.LiquidatedLongNotional,
                share * hour.LiquidatedShortNotional);
            last = close;
        }
    }

    private static CascadeProbabilityReading?[] Run(IEnumerable<MarketBar> bars, TimeSpan barLength)
    {
        HourlyProbabilities probabilities = new(barLength);
        return [.. bars.Select(bar => probabilities.Update(bar))];
    }

    private static void AssertSame(CascadeProbabilityReading expected, CascadeProbabilityReading? reading)
    {
        CascadeProbabilityReading told = Assert.NotNull(reading);
        Assert.Equal((expected.TimeUtc, expected.Lacks), (told.TimeUtc, told.Lacks));
        AssertSame(
            [expected.Long1, expected.Long4, expected.Long24, expected.Short1, expected.Short4, expected.Short24],
            [told.Long1, told.Long4, told.Long24, told.Short1, told.Short4, told.Short24]);
    }

    // Parts of a sum add up to it but for rounding.
    private static void AssertSame(double[] expected, double[] told)
    {
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], told[i], tolerance: 1e-9);
        }
    }
}
