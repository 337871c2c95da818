using CsCheck;
using LiqIndicators.Analytics.Guarding;

namespace LiqIndicators.Analytics.Tests.Guarding;

public sealed class VolumeRoundingTests
{
    // By hand: the wish goes up to the step, and a remainder below the minimum goes with it.
    [Theory]
    [InlineData(1.00, 0.216, 0.01, 0.01, 0.22)]
    [InlineData(1.00, 0.30, 0.10, 0.10, 0.30)]
    [InlineData(1.00, 0.05, 0.20, 0.10, 0.20)]
    [InlineData(1.00, 0.85, 0.20, 0.10, 1.00)]
    [InlineData(0.30, 0.01, 0.20, 0.10, 0.30)]
    [InlineData(1_000, 1, 1_000, 1_000, 1_000)]
    [InlineData(100_000, 33_333.4, 1_000, 1_000, 34_000)]
    [InlineData(1.00, 2.00, 0.01, 0.01, 1.00)]
    [InlineData(1.00, 0.00, 0.01, 0.01, 0.00)]
    [InlineData(1.00, -3, 0.01, 0.01, 0.00)]
    [InlineData(1.005, 0.5, 0.01, 0.01, 0.50)]
    public void CutAtLeast_WorkedCases_MatchHandCalculation(double volume, double wished, double min, double step, double expected)
        => Assert.Equal(expected, VolumeRounding.CutAtLeast(volume, wished, min, step));

    [Theory]
    [InlineData(1.00, 0.216, 0.01, 0.01, 0.21)]
    [InlineData(1.00, 0.15, 0.20, 0.10, 0.00)]
    [InlineData(1.00, 0.95, 0.20, 0.10, 0.80)]
    [InlineData(1.00, 1.00, 0.20, 0.10, 1.00)]
    [InlineData(0.30, 0.29, 0.20, 0.10, 0.00)]
    public void CutAtMost_WorkedCases_MatchHandCalculation(double volume, double wished, double min, double step, double expected)
        => Assert.Equal(expected, VolumeRounding.CutAtMost(volume, wished, min, step));

    /// <summary>The slow definition: try every valid cut in whole numbers of the step.</summary>
    [Fact]
    public void Cuts_AnyVolume_AreTheNearestValidOnes() => Gen.Select(Gen.Int[1, 60], Gen.Int[1, 12], Gen.Int[0, 700])
        .Sample((volume, min, wishedTenths) =>
        {
            double wished = wishedTenths / 10.0;
            List<int> valid = [0, volume];
            valid.AddRange(Enumerable.Range(1, volume).Where(cut => cut >= min && volume - cut >= min));
            double above = wished <= 0 ? 0 : valid.Where(cut => cut >= wished).DefaultIfEmpty(volume).Min();
            double below = valid.Where(cut => cut <= wished).DefaultIfEmpty(0).Max();
            Assert.Equal(above / 100, VolumeRounding.CutAtLeast(volume / 100.0, wished / 100, min / 100.0, 0.01), tolerance: 1e-12);
            Assert.Equal(below / 100, VolumeRounding.CutAtMost(volume / 100.0, wished / 100, min / 100.0, 0.01), tolerance: 1e-12);
        });

    [Fact]
    public void CutAtLeast_NoStep_NamesTheField()
    {
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(
            () => VolumeRounding.CutAtLeast(1, 0.5, 0.01, 0));
        Assert.Equal("volumeStep", error.ParamName);
    }
}
