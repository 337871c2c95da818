using LiqIndicators.Analytics.Guarding;
using LiqIndicators.Analytics.Market;
using LiqIndicators.MarketData.Feeds;
using LiqIndicators.Sessions.Cascade;
using LiqIndicators.Sessions.Guarding;

namespace LiqIndicators.Sessions.Tests.Guarding;

public sealed class CascadeRiskMappingTests
{
    private const double Crowded = 2;
    private const double Stress = 3;
    private static readonly DateTime Published = new(2026, 3, 2, 12, 5, 0, DateTimeKind.Utc);

    // The table of docs/leverage-guard.md: reset, building, crowded, stress, cascade, flush confirmed, fragile.
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 5)]
    [InlineData(2, 25)]
    [InlineData(3, 25)]
    [InlineData(4, 25)]
    [InlineData(5, 10)]
    [InlineData(6, 25)]
    public void Of_PhaseAboutLongs_IsWorthItsNumberToLongsAndNothingToShorts(double phase, double expected)
    {
        CascadeReadings readings = Readings(phase, side: phase <= 1 ? 0 : 1);

        Assert.Equal(expected, Risk(PositionSide.Long, readings));
        Assert.Equal(phase <= 1 ? expected : 0, Risk(PositionSide.Short, readings));
    }

    // 20 for each deviation beyond the first, in stress and cascade alone.
    [Theory]
    [InlineData(3, 2.5, 30)]
    [InlineData(4, 3.5, 50)]
    [InlineData(4, 5, 80)]
    [InlineData(4, 12, 100)]
    [InlineData(3, double.NaN, 25)]
    [InlineData(2, 5, 25)]
    [InlineData(6, 5, 25)]
    public void Of_MoveAgainstTheSide_CountsWhileTheSideIsClosedByForce(double phase, double sigmas, double expected) =>
        Assert.Equal(expected, Risk(PositionSide.Long, Readings(phase, 1) with { PhaseSigmas = sigmas }), tolerance: 1e-9);

    [Fact]
    public void Of_PhaseAboutShorts_IsWorthNothingToLongs()
    {
        CascadeReadings readings = Readings(Stress, side: -1) with { PhaseSigmas = 4 };

        Assert.Equal(0, Risk(PositionSide.Long, readings));
        Assert.Equal(60, Risk(PositionSide.Short, readings));
    }

    // Every witness is raised by itself from nothing to its end: the risk of its side never falls, that of the other stays.
    [Fact]
    public void Of_RisingWitness_NeverLowersTheRisk()
    {
        double score = -1;
        double probability = -1;
        for (int i = 0; i <= 100; i++)
        {
            double byScore = Risk(PositionSide.Long, Readings(Crowded, side: 1) with { LongScore = i * 0.999 });
            double byProbability = Risk(PositionSide.Short, Readings(Crowded, side: -1) with { Short1Pct = i });
            Assert.True(byScore >= score && byScore is >= 25 and <= 100);
            Assert.True(byProbability >= probability && byProbability is >= 25 and <= 100);
            (score, probability) = (byScore, byProbability);
        }

        Assert.Equal(100, probability);
        Assert.InRange(score, 95, 100);
        Assert.Equal(0, Risk(PositionSide.Short, Readings(Crowded, side: 1) with { LongScore = 99 }));
    }

    [Fact]
    public void Of_OrdinaryScore_IsNoRisk()
    {
        Assert.Equal(0, Risk(PositionSide.Long, Readings(0, 0) with { LongScore = CascadeRiskMapping.OrdinaryScore }));
        Assert.True(Risk(PositionSide.Long, Readings(0, 0) with { LongScore = CascadeRiskMapping.OrdinaryScore + 1 }) > 0);
    }

    [Fact]
    public void Of_NeitherPhaseNorScore_IsNotAvailable()
    {
        CascadeRisk risk = CascadeRiskMapping.Of("BTCUSD", PositionSide.Long, CascadeReadings.None with { Long1Pct = 50 }, FeedQuality.Good);

        Assert.Equal(double.NaN, risk.RiskPct);
        Assert.Equal(0, risk.Quality);
    }

    [Fact]
    public void Of_AnyReadings_CarriesSymbolSideAndTheTimeOfTheirPublication()
    {
        CascadeRisk risk = CascadeRiskMapping.Of("BTCUSD", PositionSide.Short, Readings(Stress, 1), FeedQuality.Good);

        Assert.Equal(("BTCUSD", PositionSide.Short, Published), (risk.Symbol, risk.Side, risk.AsOfUtc));
    }

    [Theory]
    [InlineData(FeedQuality.Good, 1)]
    [InlineData(FeedQuality.Throttled | FeedQuality.Revised, 1)]
    [InlineData(FeedQuality.NoLiquidations, 0.75)]
    [InlineData(FeedQuality.Gap, 0.75)]
    [InlineData(FeedQuality.Gap | FeedQuality.Estimated, 0.75)]
    [InlineData(FeedQuality.NoLiquidations | FeedQuality.Estimated, 0.5)]
    [InlineData(FeedQuality.Stale, 0)]
    [InlineData(FeedQuality.Empty, 0)]
    public void Of_FeedWithFaults_IsOfLowerQuality(FeedQuality feed, double expected) =>
        Assert.Equal(expected, CascadeRiskMapping.Of("BTCUSD", PositionSide.Long, Readings(Stress, 1), feed).Quality);

    [Fact]
    public void Of_PhaseAlone_IsHalfOfTheData()
    {
        CascadeReadings readings = Readings(Stress, 1) with { LongScore = double.NaN };
        CascadeRisk risk = CascadeRiskMapping.Of("BTCUSD", PositionSide.Long, readings, FeedQuality.Good);

        Assert.Equal((25, 0.5), (risk.RiskPct, risk.Quality));
    }

    private static double Risk(PositionSide side, in CascadeReadings readings) =>
        CascadeRiskMapping.Of("BTCUSD", side, readings, FeedQuality.Good).RiskPct;

    private static CascadeReadings Readings(double phase, double side) => CascadeReadings.None with
    {
        PublishedUtc = Published,
        LongScore = 0,
        ShortScore = 0,
        Phase = phase,
        PhaseSide = side,
    };
}
