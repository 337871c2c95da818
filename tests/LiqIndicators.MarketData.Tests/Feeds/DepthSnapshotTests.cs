using LiqIndicators.Analytics.Market;
using LiqIndicators.MarketData.Rows;

namespace LiqIndicators.MarketData.Tests.Feeds;

public sealed class DepthSnapshotTests
{
    private static readonly DateTime Noon = new(2026, 5, 4, 12, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void NearPrice_BookThatReachesBeyondOnePercent_CountsWhatLiesWithin()
    {
        // Middle 100: 99.5 and 99.01 lie within one percent, 98 does not; 100.5 does, 102 does not.
        DepthSnapshot book = new(Noon, [new(99.5m, 2), new(99.01m, 1), new(98, 50)], [new(100.5m, 4), new(102, 50)]);

        BookDepth depth = book.NearPrice()!;

        Assert.Equal((Noon, 1), (depth.AsOfUtc, depth.Venues));
        Assert.Equal(298.01, depth.BidNotional, tolerance: 1e-9);
        Assert.Equal(402, depth.AskNotional, tolerance: 1e-9);
        Assert.Equal(2, depth.ReachPct, tolerance: 1e-9);
    }

    [Fact]
    public void NearPrice_BookThatEndsNearer_IsContinuedAsDense()
    {
        // Bids end 0.25% below the middle, asks 0.5% above: four times and twice what was seen.
        DepthSnapshot book = new(Noon, [new(99.9m, 1), new(99.75m, 1)], [new(100.1m, 1), new(100.5m, 1)]);

        BookDepth depth = book.NearPrice()!;

        Assert.Equal(4 * 199.65, depth.BidNotional, tolerance: 1e-6);
        Assert.Equal(2 * 200.6, depth.AskNotional, tolerance: 1e-6);
        Assert.Equal(0.25, depth.ReachPct, tolerance: 1e-9);
    }

    [Fact]
    public void NearPrice_EmptySideOrHardlyAnyReach_IsNotKnown()
    {
        Assert.Null(new DepthSnapshot(Noon, [], [new(101, 1)]).NearPrice());
        Assert.Null(new DepthSnapshot(Noon, [new(99, 1)], []).NearPrice());
        Assert.Null(new DepthSnapshot(Noon, [new(99.99m, 1)], [new(100.01m, 1), new(101, 1)]).NearPrice());
    }

    [Fact]
    public void With_AnotherBook_AddsUpAndKeepsTheOlderTimeAndTheNearerReach()
    {
        BookDepth one = new(Noon, 1, 0.5, 10, 20);
        BookDepth other = new(Noon.AddSeconds(-3), 2, 0.7, 100, 200);

        Assert.Equal(new BookDepth(Noon.AddSeconds(-3), 3, 0.5, 110, 220), one.With(other));
        Assert.Equal(one.With(other), other.With(one));
    }
}
