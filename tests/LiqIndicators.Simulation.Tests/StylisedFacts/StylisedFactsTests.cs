using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Simulation.Tests.StylisedFacts;

// Bands are facts of a real market: four winter months of BTC, measured by the same definitions (see RealMarketTests).
public sealed class StylisedFactsTests : IClassFixture<CalibratedMarkets>
{
    private readonly CalibratedMarkets _markets;

    public StylisedFactsTests(CalibratedMarkets markets) => _markets = markets;

    [Fact]
    public void PublishedLiquidations_PerDay_AreLessThanHalfAPercentOfOpenInterest() =>
        Assert.InRange(_markets.Median(f => f.LiquidatedPerDay), 0.003, 0.005);

    [Fact]
    public void PublishedLiquidations_LargestHours_CarryAThird() =>
        Assert.InRange(_markets.Median(f => f.TopHoursShare), 0.25, 0.35);

    [Fact]
    public void PublishedLiquidations_NextHour_AreAlike() =>
        Assert.InRange(_markets.Median(f => f.LogAutocorrelation), 0.3, 0.5);

    [Fact]
    public void PublishedLiquidations_FewHours_AreEmpty() =>
        Assert.InRange(_markets.Median(f => f.EmptyHoursShare), 0.01, 0.05);

    [Fact]
    public void PublishedLiquidations_AgainstOpenMassThatThePriceMet_AreFew() =>
        Assert.InRange(_markets.Median(f => f.RealisedOverPredicted), 0.03, 0.05);

    // The real market: 0.53% per hour, ranges of 0.73%, and clustered.
    [Fact]
    public void Price_Volatility_IsThatOfARealMarket()
    {
        Assert.InRange(_markets.Median(f => f.HourlyVolatility), 0.0053 / 1.5, 0.0053 * 1.5);
        Assert.InRange(_markets.Median(f => f.MeanRange), 0.0073 / 1.5, 0.0073 * 1.5);
        Assert.InRange(_markets.Median(f => f.VolatilityClustering), 0.15, 0.45);
        Assert.InRange(_markets.Median(f => f.Kurtosis), 6, 25);
    }

    // The real market: 0.33% per hour and 3.1% per day.
    [Fact]
    public void OpenInterest_Changes_AreThoseOfARealMarket()
    {
        Assert.InRange(_markets.Median(f => f.OpenInterestChange), 0.0033 / 1.5, 0.0033 * 1.5);
        Assert.InRange(_markets.Median(f => f.OpenInterestDailyChange), 0.031 / 1.5, 0.031 * 1.5);
    }

    // The one measured book: p10 / p50 / p90 of 3.1 / 15.7 / 42.7%.
    [Theory]
    [InlineData(0.10, 0.02, 0.05)]
    [InlineData(0.50, 0.10, 0.18)]
    [InlineData(0.90, 0.33, 0.50)]
    public void OpenMass_DistanceToLiquidation_IsThatOfAMeasuredBook(double share, double low, double high) => Assert.InRange(
        CalibratedMarkets.Median(_markets.Markets.Select(m => CalibratedMarkets.DistanceQuantile(m, share))), low, high);

    [Fact]
    public void PublishedLiquidations_AgainstTrueOnes_AreUnderReportedMoreInBursts()
    {
        foreach (SimulatedMarket market in _markets.Markets)
        {
            double[] truth = [.. market.Hours.Select(h => h.LiquidatedLongNotional)];
            double[] published = [.. market.Hours.Select(h => h.Bars.Sum(b => b.LiquidatedLongNotional))];
            Assert.All(truth.Zip(published), pair => Assert.True(pair.Second <= pair.First));
            int[] byTruth = [.. Enumerable.Range(0, truth.Length).OrderByDescending(i => truth[i])];
            int top = truth.Length / 100;
            double inBursts = byTruth.Take(top).Sum(i => truth[i]) / byTruth.Take(top).Sum(i => published[i]);
            double otherwise = byTruth.Skip(top).Sum(i => truth[i]) / byTruth.Skip(top).Sum(i => published[i]);
            Assert.InRange(truth.Sum() / published.Sum(), 1.5, 3.5);
            Assert.True(inBursts > 1.1 * otherwise, $"{inBursts} in bursts, {otherwise} otherwise");
        }
    }

    [Fact]
    public void OpenPositions_MostOfThem_EndByChoice()
    {
        // Of what is open, more than half is closed within a month, and little of it by liquidation.
        foreach (SimulatedMarket market in _markets.Markets)
        {
            double liquidated = CalibratedMarkets.TrueLiquidated(market, PositionSide.Long) / market.Bars.Average(b => b.OpenInterestNotional);
            Assert.InRange(liquidated / market.Options.Days * 30, 0.05, 0.5);
        }
    }

    [Fact]
    public void FundingRate_WhenLongsCrowd_IsHigher()
    {
        foreach (SimulatedMarket market in _markets.Markets)
        {
            double[] ratio = [.. market.Hours.Select(h => h.LongShortRatio)];
            double median = CalibratedMarkets.Median(ratio);
            double crowded = market.Hours.Where(h => h.LongShortRatio > median).Average(h => h.Bars[^1].FundingRate);
            double empty = market.Hours.Where(h => h.LongShortRatio <= median).Average(h => h.Bars[^1].FundingRate);
            Assert.True(crowded > empty, $"{crowded} with many longs, {empty} with few");
        }
    }
}
