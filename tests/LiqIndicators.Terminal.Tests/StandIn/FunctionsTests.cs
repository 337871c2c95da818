using cAlgo.API;
using LiqIndicators.Terminal.Tests.Support;

namespace LiqIndicators.Terminal.Tests.StandIn;

public sealed class FunctionsTests
{
    private readonly DataSeries _closes = new Desk(Recordings.OfCloses(5, 9, 7, 8)).Chart.Bars.ClosePrices;

    [Fact]
    public void Aggregates_LastValues_AreThoseOfThePeriod()
    {
        Assert.Equal(9, _closes.Maximum(3));
        Assert.Equal(7, _closes.Minimum(2));
        Assert.Equal(24, _closes.Sum(3));
        Assert.True(_closes.IsRising());
        Assert.False(_closes.IsFalling());
    }

    [Theory]
    [InlineData(7.5, 1, true)]
    [InlineData(6, 1, false)]
    [InlineData(6, 3, true)]
    [InlineData(8, 3, false)]
    public void HasCrossedAbove_Level_IsTrueWhenBelowWithinThePeriodAndAboveNow(double level, int period, bool expected) =>
        Assert.Equal(expected, _closes.HasCrossedAbove(level, period));
}
