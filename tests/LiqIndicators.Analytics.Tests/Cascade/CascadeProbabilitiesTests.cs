using LiqIndicators.Analytics.Cascade;
using LiqIndicators.Analytics.Market;
using LiqIndicators.Analytics.Streaming;
using LiqIndicators.Analytics.Tests.Contract;

namespace LiqIndicators.Analytics.Tests.Cascade;

public sealed class CascadeProbabilitiesTests : StreamingContract<MarketBar, CascadeProbabilityReading>
{
    private static readonly DateTime Start = new(2026, 1, 5, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Probability_AtTheMeans_IsTheInterceptsAlone()
    {
        CascadeProbabilityModel model = new(
            "by hand", PositionSide.Short, 4, Math.Log(0.25), [0.1, 0.2], [1, 2], [3, -4], default);
        CascadeFeatureSet mean = new(Start, 0.1, 0.2, double.NaN, double.NaN, double.NaN, double.NaN);

        // Odds 1 to 4; one deviation up in the first feature multiplies them by e^3, and no deviation counts beyond the fourth.
        Assert.Equal(0.2, model.Probability(mean), tolerance: 1e-12);
        double up = 0.25 * Math.Exp(3);
        Assert.Equal(up / (1 + up), model.Probability(mean with { ShortRunVolatility = 1.1 }), tolerance: 1e-12);
        Assert.Equal(
            model.Probability(mean with { LongRunVolatility = 8.2 }),
            model.Probability(mean with { LongRunVolatility = 80 }),
            tolerance: 1e-15);
        Assert.True(double.IsNaN(model.Probability(mean with { ShortRunVolatility = double.NaN })));
    }

    [Fact]
    public void Update_WithoutLiquidations_KeepsVolatilityAndNamesTheLack()
    {
        MarketBar[] bars = [.. Series(200).Select(bar => bar with { LiquidatedLongNotional = double.NaN })];
        CascadeProbabilityReading last = CascadeProbabilities.Run(bars)[^1];

        Assert.Equal(ProbabilityLacks.ModelFeatures, last.Lacks);
        Assert.True(double.IsNaN(last.Long1));
        Assert.InRange(last.Long4, 0, 1);
    }

    [Fact]
    public void Of_ShippedModels_CoverBothSidesAndAllHorizonsWithTheirScores()
    {
        Assert.Equal(6, ShippedCascadeModels.All.Count);
        Assert.All(ShippedCascadeModels.All, model =>
        {
            Assert.Equal(ShippedCascadeModels.Version, model.Version);
            Assert.True(model.Score.Hours > 2000);
            Assert.Equal(model.IsVolatilityOnly, model.Score.SkillLow <= 0);
        });
        Assert.Throws<ArgumentOutOfRangeException>(() => ShippedCascadeModels.Of(PositionSide.Long, 2));
    }

    // 2026-01-10 is a Saturday: from Friday 20:00 on, four hours ahead are three of a weekday evening and one of a weekend.
    [Fact]
    public void Fill_Calendar_KnowsSessionsAndWeekends()
    {
        CascadeFeatureSet set = new(new DateTime(2026, 1, 9, 20, 0, 0, DateTimeKind.Utc), 0, 0, 1, 2, 3, 4);
        double[] row = new double[CascadeFeatureSet.Count];

        set.Fill(PositionSide.Short, 4, row);
        Assert.Equal([0, 0, 2, 3, -4, Math.Log((1 + 1 + 1 + 0.5) / 4)], row);

        (set with { TimeUtc = new DateTime(2026, 1, 9, 12, 0, 0, DateTimeKind.Utc) }).Fill(PositionSide.Long, 1, row);
        Assert.Equal([0, 0, 1, 3, 4, Math.Log(2)], row);
    }

    protected override IStreamingIndicator<MarketBar, CascadeProbabilityReading> Create() => new CascadeProbabilities();

    protected override CascadeProbabilityReading[] Run(IReadOnlyList<MarketBar> series) => CascadeProbabilities.Run(series);

    protected override double MainValue(CascadeProbabilityReading reading) => reading.Long1;

    protected override MarketBar[] Series(int count) => RandomMarket.Bars(count, seed: 29);
}
