using LiqIndicators.Analytics.OpenInterest;

namespace LiqIndicators.Analytics.Tests.OpenInterest;

public sealed class OpenInterestMathTests
{
    [Fact]
    public void Divergence_OpenInterestUpTenPercentOnFlatPrice_IsATenth() =>
        Assert.Equal(0.1, OpenInterestMath.Divergence(OpenInterestMath.Change(100, 110), OpenInterestMath.Change(50, 50)), tolerance: 1e-12);

    [Fact]
    public void Ratios_PublishedVectors_Hold()
    {
        Assert.Equal(5, OpenInterestMath.VolumeRatio(5000, 400 + 600), tolerance: 1e-12);
        Assert.Equal(0.25, OpenInterestMath.LeverageRatio(25_000, 100_000), tolerance: 1e-12);
        Assert.Equal(107.5, OpenInterestMath.WeightedPrice([100, 110], [10, 30]), tolerance: 1e-12);
    }

    [Fact]
    public void Ratios_NothingToDivideBy_AreNotAvailable()
    {
        Assert.True(double.IsNaN(OpenInterestMath.Change(0, 5)));
        Assert.True(double.IsNaN(OpenInterestMath.VolumeRatio(5, 0)));
        Assert.True(double.IsNaN(OpenInterestMath.LeverageRatio(5, double.NaN)));
        Assert.True(double.IsNaN(OpenInterestMath.WeightedPrice([], [])));
    }

    [Fact]
    public void WeightedPrice_LengthsDiffer_SaysWhatWasExpected()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => OpenInterestMath.WeightedPrice([1, 2], [1]));
        Assert.Contains("openInterest has 1 values; expected 2", error.Message, StringComparison.Ordinal);
    }
}
