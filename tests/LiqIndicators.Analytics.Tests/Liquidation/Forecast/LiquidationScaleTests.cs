using LiqIndicators.Analytics.Liquidation.Forecast;

namespace LiqIndicators.Analytics.Tests.Liquidation.Forecast;

public sealed class LiquidationScaleTests
{
    [Fact]
    public void Value_NothingSeen_IsThePrior() => Assert.Equal(0.06, new LiquidationScale(1).Value);

    // One hour: the prior is worth 100 hours of 1000, so (100 + 0.06 * 100,000) / (1000 + 100,000).
    [Fact]
    public void Value_OneHour_MovesAHundredthFromThePrior()
    {
        LiquidationScale scale = new(1);
        scale.Update(1000, 100);

        Assert.Equal(6100.0 / 101_000, scale.Value, tolerance: 1e-15);
    }

    // Bars as long as the half-life: sums 50 and 1500 over 1080 hours, prior 100 * 1500 / 1080, so 58.3333 / 1638.8889.
    [Fact]
    public void Value_TwoBarsOfAHalfLife_WeighsTheFirstByHalf()
    {
        LiquidationScale scale = new(720);
        scale.Update(1000, 100);
        scale.Update(1000, 0);

        Assert.Equal(0.035593220339, scale.Value, tolerance: 1e-12);
    }

    [Fact]
    public void Update_NotPublished_LearnsNothing()
    {
        LiquidationScale scale = new(1);
        scale.Update(1000, 100);
        double before = scale.Value;
        scale.Update(5e9, double.NaN);

        Assert.Equal(before, scale.Value);
    }

    [Fact]
    public void Value_NothingCrossedYet_IsThePrior()
    {
        LiquidationScale scale = new(1);
        scale.Update(0, 500);

        Assert.Equal(0.06, scale.Value);
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(double.NaN, 1)]
    [InlineData(1, -1)]
    [InlineData(1, double.PositiveInfinity)]
    public void Update_NoAmount_Refuses(double crossed, double realised) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new LiquidationScale(1).Update(crossed, realised));

    [Fact]
    public void Constructor_NoLength_Refuses() => Assert.Throws<ArgumentOutOfRangeException>(() => new LiquidationScale(0));
}
