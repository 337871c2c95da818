using LiqIndicators.Analytics.Cascade;
using LiqIndicators.Analytics.Market;
using LiqIndicators.Analytics.Scoring;
using LiqIndicators.Analytics.Tests.Contract;
using LiqIndicators.TestKit;

namespace LiqIndicators.Analytics.Tests.Scoring;

public sealed class CascadeEventsTests
{
    // Rates published for the shared file, long and short.
    [SkippableTheory]
    [InlineData(PositionSide.Long, 1, 2.5)]
    [InlineData(PositionSide.Short, 1, 2.5)]
    [InlineData(PositionSide.Long, 4, 7.5)]
    [InlineData(PositionSide.Short, 4, 7.1)]
    [InlineData(PositionSide.Long, 24, 25.8)]
    [InlineData(PositionSide.Short, 24, 20.1)]
    public void Outcomes_SharedFile_HaveThePublishedRates(PositionSide side, int horizonHours, double percent)
    {
        Skip.IfNot(SharedMaterial.IsHere, SharedMaterial.Reason);
        double[] known =
            [.. CascadeEvents.Outcomes(SharedMarket.Winter(), side, horizonHours).Where(outcome => !double.IsNaN(outcome))];

        Assert.Equal(percent, 100 * known.Average(), tolerance: 0.05);
    }

    [Fact]
    public void Outcomes_RandomMarket_EqualTheDefinitionWrittenSlowly()
    {
        MarketBar[] bars = RandomMarket.Bars(900, seed: 41);
        foreach (int horizon in new[] { 1, 24 })
        {
            double[] outcomes = CascadeEvents.Outcomes(bars, PositionSide.Short, horizon);
            for (int t = 0; t < bars.Length; t++)
            {
                if (t < 720 || t + horizon >= bars.Length)
                {
                    Assert.True(double.IsNaN(outcomes[t]));
                    continue;
                }

                MarketBar[] ahead = bars[(t + 1)..(t + 1 + horizon)];
                bool isBurst = Enumerable.Range(t + 1, horizon).Any(i =>
                    bars[(i - 720)..i].Count(b => b.LiquidatedShortNotional >= bars[i].LiquidatedShortNotional) <= 0.025 * 719);
                double sigma = Math.Sqrt(Enumerable.Range(t - 167, 168)
                    .Average(i => Math.Pow(Math.Log(bars[i].Close / bars[i - 1].Close), 2)));
                bool isMoved = Math.Log(ahead.Max(b => b.High) / bars[t].Close) > sigma * Math.Sqrt(horizon);
                Assert.Equal(isBurst && isMoved ? 1 : 0, outcomes[t]);
            }
        }
    }

    [Fact]
    public void Bursts_EqualAmounts_AreNoneAbove()
    {
        MarketBar[] bars = [.. RandomMarket.Bars(800, seed: 5).Select(bar => bar with { LiquidatedLongNotional = 7 })];

        Assert.All(CascadeEvents.Bursts(bars, PositionSide.Long), Assert.False);
    }

    // Walk-forward: what comes after an hour must not change what was told at it.
    [Fact]
    public void Forecast_LaterBars_ChangeNoEarlierForecast()
    {
        MarketBar[] bars = RandomMarket.Bars(1000, seed: 43);
        CascadeForecasts whole = CascadeWalkForward.Forecast(bars, CascadeFeatures.Run(bars), PositionSide.Long, 4);
        MarketBar[] cut = bars[..880];
        CascadeForecasts part = CascadeWalkForward.Forecast(cut, CascadeFeatures.Run(cut), PositionSide.Long, 4);

        Assert.NotEmpty(part.Ours);
        Assert.Equal(part.Ours, whole.Ours[..part.Ours.Length]);
        Assert.Equal(part.Volatility, whole.Volatility[..part.Ours.Length]);
        Assert.Equal(part.Climatology, whole.Climatology[..part.Ours.Length]);
        Assert.Equal(part.Outcomes, whole.Outcomes[..part.Ours.Length]);
    }

    // Without information in the market no skill may be found: the interval must hold zero or lie below.
    [Fact]
    public void Score_MarketWithoutMemory_FindsNoSkill()
    {
        MarketBar[] bars = RandomMarket.Bars(1800, seed: 47);
        CascadeScore score = CascadeScoring.Score(
            bars, CascadeFeatures.Run(bars), PositionSide.Long, 1, new CascadeScoringOptions { Resamples = 100, Shuffles = 200 });

        Assert.False(score.AreModelFeaturesProved);
        Assert.InRange(score.SkillVsVolatility.Value, -0.1, 0.03);
        Assert.True(score.CalibrationIntercept.Contains(0));
        Assert.Equal(0, score.OfShipped.Skill);
        Assert.Equal(score.BrierVolatility, score.OfShipped.Brier);
    }

    [Fact]
    public void Score_TooFewBars_SaysHowManyItTakes()
    {
        MarketBar[] bars = RandomMarket.Bars(700, seed: 3);
        ArgumentException error = Assert.Throws<ArgumentException>(() => CascadeScoring.Score(
            bars, CascadeFeatures.Run(bars), PositionSide.Long, 4, new CascadeScoringOptions()));
        Assert.Contains("expected more than 724", error.Message, StringComparison.Ordinal);
    }

    // Calibration of the bar's own definition, whatever the sign of the skill; and what ships is never the worse one.
    [SkippableTheory]
    [InlineData(PositionSide.Long, 1, true)]
    [InlineData(PositionSide.Short, 1, false)]
    [InlineData(PositionSide.Long, 4, false)]
    [InlineData(PositionSide.Short, 4, false)]
    [InlineData(PositionSide.Long, 24, false)]
    [InlineData(PositionSide.Short, 24, false)]
    public void Score_SharedFile_IsCalibratedAndShipsWhatIsProved(PositionSide side, int horizonHours, bool isProved)
    {
        Skip.IfNot(SharedMaterial.IsHere, SharedMaterial.Reason);
        MarketBar[] bars = SharedMarket.Winter();
        CascadeFeatureSet[] features = CascadeFeatures.Run(bars);
        CascadeScore score = CascadeScoring.Score(
            bars, features, side, horizonHours, new CascadeScoringOptions { Resamples = DeepRun.Count(60, 1000) });

        Assert.True(score.CalibrationIntercept.Contains(0), $"{score.CalibrationIntercept}");
        Assert.True(score.CalibrationSlope.Contains(1), $"{score.CalibrationSlope}");
        Assert.True(score.SkillVsVolatility.Value > -0.005, $"{score.SkillVsVolatility}");

        CascadeProbabilityModel shipped = ShippedCascadeModels.Of(side, horizonHours);
        Assert.Equal(isProved, !shipped.IsVolatilityOnly);
        CascadeProbabilityModel refitted = CascadeScoring.Ship(
            ShippedCascadeModels.Version, bars, features, score with { SkillVsVolatility = score.SkillVsVolatility with { Low = isProved ? 1 : -1 } });
        Assert.Equal(refitted.Intercept, shipped.Intercept, tolerance: 1e-4);
        Assert.Equal(refitted.Score.Brier, shipped.Score.Brier, tolerance: 1e-5);
        Assert.Equal(refitted.Score.Events, shipped.Score.Events);
        for (int i = 0; i < refitted.Weights.Count; i++)
        {
            Assert.Equal(refitted.Weights[i], shipped.Weights[i], tolerance: 1e-4);
            Assert.Equal(refitted.Means[i], shipped.Means[i], tolerance: 1e-5);
            Assert.Equal(refitted.Scales[i], shipped.Scales[i], tolerance: 1e-5);
        }
    }
}
