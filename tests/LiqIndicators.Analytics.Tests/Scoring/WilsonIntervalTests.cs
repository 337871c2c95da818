using LiqIndicators.Analytics.Scoring;

namespace LiqIndicators.Analytics.Tests.Scoring;

public sealed class WilsonIntervalTests
{
    // The quadratic (p - share)² = z² p (1 - p) / n solved by hand with z = 1.959964.
    [Theory]
    [InlineData(8, 10, 0.4901624715, 0.9433178485)]
    [InlineData(0, 10, 0.0, 0.2775327999)]
    [InlineData(166, 205, 0.7505224111, 0.8575943906)]
    public void Of_CountedShare_SolvesTheScoreEquation(int hits, int trials, double low, double high)
    {
        Interval interval = WilsonInterval.Of(hits, trials);

        Assert.Equal(low, interval.Low, tolerance: 1e-9);
        Assert.Equal(high, interval.High, tolerance: 1e-9);
    }

    [Fact]
    public void Of_NoTrials_IsUnknown() => Assert.True(double.IsNaN(WilsonInterval.Of(0, 0).Low));

    [Fact]
    public void Of_MoreHitsThanTrials_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => WilsonInterval.Of(2, 1));
}
