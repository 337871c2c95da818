using LiqIndicators.Sessions.Cascade;
using LiqIndicators.Workbench.Scoring.Guard;

namespace LiqIndicators.Workbench.Tests.Scoring.Guard;

public sealed class PricePathTests
{
    private static readonly DateTime Close = new(2026, 1, 5, 0, 1, 0, DateTimeKind.Utc);

    // From 100,000 by 100,020 and 99,950 to 99,960: no leg is longer than 0.1%.
    [Fact]
    public void Of_QuietFall_IsHighLowAndClose()
    {
        List<PricePoint> path = Path(100_000, high: 100_020, low: 99_950, close: 99_960);

        Assert.Equal([100_020, 99_950, 99_960, 99_960], path.Select(point => point.Price));
        Assert.Equal([false, false, false, true], path.Select(point => point.IsWorthALook));
        Assert.Equal(Close, path[^1].TimeUtc);
    }

    [Fact]
    public void Of_QuietRise_VisitsTheLowFirst() =>
        Assert.Equal([99_990, 100_050, 100_050], Path(100_000, high: 100_050, low: 99_990, close: 100_050).Select(point => point.Price).Take(3));

    // 3% in a minute, straight down: thirty steps and the close, two seconds each.
    [Fact]
    public void Of_WildFall_GoesInStepsThatAGuardSees()
    {
        List<PricePoint> path = Path(100_000, high: 100_000, low: 97_000, close: 97_000);

        Assert.Equal(31, path.Count);
        Assert.All(path, point => Assert.True(point.IsWorthALook));
        Assert.All(path.Zip(path.Skip(1)), pair => Assert.InRange(pair.First.Price - pair.Second.Price, 0, 100.001));
        Assert.Equal(99_900, path[0].Price, tolerance: 1e-6);
        Assert.Equal(2, (path[0].TimeUtc - Close.AddMinutes(-1)).TotalSeconds, tolerance: 1e-3);
        Assert.Equal(Close, path[^1].TimeUtc);
    }

    private static List<PricePoint> Path(double before, double high, double low, double close)
    {
        List<PricePoint> path = [];
        PricePath.Of(before, new EpisodeMinute(Close, high, low, close, 3, CascadeReadings.None), path);
        return path;
    }
}
