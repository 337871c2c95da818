using LiqIndicators.Analytics.Cascade;

namespace LiqIndicators.Analytics.Tests.Cascade;

public sealed class CascadeMathTests
{
    // Y 1, sigma 3%: a hundredth of the daily volume moves 0.30%, a tenth 0.95%.
    [Theory]
    [InlineData(1, 0.0030)]
    [InlineData(10, 0.00948683)]
    public void SquareRootImpact_PublishedVectors_Hold(double notional, double expected) =>
        Assert.Equal(expected, CascadeMath.SquareRootImpact(notional, 100, 0.03), tolerance: 1e-8);

    [Fact]
    public void Amplification_MeasuredOne_HasABranchingRatioOfThreeTenths()
    {
        Assert.Equal(0.307, CascadeMath.BranchingRatio(1.443), tolerance: 1e-4);
        Assert.Equal(1.443, CascadeMath.Amplification(0.307), tolerance: 1e-4);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(7.99, 1)]
    [InlineData(-8, 1.75)]
    [InlineData(12, 2.4)]
    [InlineData(-20, 6.1)]
    [InlineData(double.NaN, 1)]
    public void DepthDivisor_MeasuredSteps_Hold(double sigmas, double expected) =>
        Assert.Equal(expected, CascadeMath.DepthDivisor(sigmas));

    [Fact]
    public void Reproduction_FortyForcedOfWhichHalfPasses_IsTwoTenths() =>
        Assert.Equal(0.2, CascadeMath.Reproduction(0.5, 40, 100), tolerance: 1e-15);

    [Fact]
    public void DepthCurveOfImpact_BeyondItsKnee_InvertsTheSquareRootLaw()
    {
        DepthCurve depth = DepthCurve.OfImpact(dailyVolume: 100, dailyVolatility: 0.03, knee: 1e-6);

        Assert.Equal(1, depth.Absorbable(CascadeMath.SquareRootImpact(1, 100, 0.03)), tolerance: 1e-6);
        Assert.Equal(CascadeMath.SquareRootImpact(7, 100, 0.03), depth.DistanceOf(7), tolerance: 1e-6);
    }

    [Theory]
    [InlineData(0.001)]
    [InlineData(0.0025)]
    [InlineData(0.04)]
    public void DepthCurve_Distance_ComesBackFromWhatItAbsorbs(double distance)
    {
        DepthCurve implied = DepthCurve.OfImpact(1e10, 0.02, divisor: 2.4);
        DepthCurve book = DepthCurve.OfOrderBook(5e7, divisor: 1.75);

        Assert.Equal(distance, implied.DistanceOf(implied.Absorbable(distance)), tolerance: 1e-12);
        Assert.Equal(distance, book.DistanceOf(book.Absorbable(distance)), tolerance: 1e-12);
        double step = 1e-7;
        double slope = (implied.Absorbable(distance + step) - implied.Absorbable(distance)) / step;
        Assert.Equal(slope, implied.DepthAt(distance), tolerance: 1e-3 * slope);
    }

    // 50M within one percent, shrunk 1.75 times: 0.5% absorbs 25M / 1.75.
    [Fact]
    public void DepthCurveOfOrderBook_UnderStress_AbsorbsLess() =>
        Assert.Equal(25e6 / 1.75, DepthCurve.OfOrderBook(5e7, 1.75).Absorbable(0.005), tolerance: 1e-6);
}
