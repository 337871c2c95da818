using LiqIndicators.Analytics.Funding;

namespace LiqIndicators.Analytics.Tests.Funding;

public sealed class FundingRateMathTests
{
    [Theory]
    [InlineData(8, 10.95, 11.571)]
    [InlineData(4, 21.90, 24.482)]
    [InlineData(1, 87.60, 140.117)]
    public void Annual_OneBasisPoint_MatchesPublishedVectors(double intervalHours, double ratePct, double yieldPct)
    {
        Assert.Equal(ratePct, FundingRateMath.AnnualRatePct(0.0001, intervalHours), tolerance: 1e-9);
        Assert.Equal(yieldPct, FundingRateMath.AnnualYieldPct(0.0001, intervalHours), tolerance: 5e-4);
    }

    // P 1%, I 0.01%: 1% - 0.05% over eight hours, an eighth of that each hour.
    [Theory]
    [InlineData(0.01, 8, 0.0095)]
    [InlineData(0.01, 1, 0.0011875)]
    [InlineData(0.0001, 8, 0.0001)]
    [InlineData(0, 8, 0.0001)]
    [InlineData(-0.01, 8, -0.0095)]
    public void FromPremium_EightHourFormula_MatchesHandCalculation(double premium, double hours, double expected) =>
        Assert.Equal(expected, FundingRateMath.FromPremium(premium, hours), tolerance: 1e-12);

    [Fact]
    public void FromPremium_AboveTheCap_IsCapped() =>
        Assert.Equal(0.00375, FundingRateMath.FromPremium(0.02, 8, cap: 0.00375), tolerance: 0);

    [Theory]
    [InlineData(0)]
    [InlineData(25)]
    [InlineData(double.NaN)]
    public void PerEightHours_ImpossibleInterval_IsRefused(double intervalHours) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => FundingRateMath.PerEightHours(0.0001, intervalHours));
}
