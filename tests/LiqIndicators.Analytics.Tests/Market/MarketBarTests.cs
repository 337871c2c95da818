using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Analytics.Tests.Market;

public sealed class MarketBarTests
{
    private static readonly DateTime TimeUtc = new(2026, 5, 4, 12, 0, 0, DateTimeKind.Utc);

    private static readonly MarketBar First = new(TimeUtc, 100, 104, 99, 101, 5, 900, 0.0001, 8, 1_000, 0);

    private static readonly MarketBar Second = new(TimeUtc.AddMinutes(5), 101, 103, 97, 98, 7, 880, -0.0002, 4, 500, 250);

    [Fact]
    public void JoinedWith_NextBar_SpansPricesAddsAmountsAndTakesTheLaterState() => Assert.Equal(
        new MarketBar(TimeUtc, 100, 104, 97, 98, 12, 880, -0.0002, 4, 1_500, 250), First.JoinedWith(Second));

    [Fact]
    public void JoinedWith_PartNotAvailable_HasNoSum()
    {
        MarketBar joined = First.JoinedWith(Second with { VolumeQuantity = double.NaN, OpenInterestQuantity = double.NaN });

        Assert.Equal(double.NaN, joined.VolumeQuantity);
        Assert.Equal(double.NaN, joined.OpenInterestQuantity);
        Assert.Equal(1_500, joined.LiquidatedLongNotional);
        Assert.Equal(double.NaN, (First with { LiquidatedShortNotional = double.NaN }).JoinedWith(Second).LiquidatedShortNotional);
    }
}
