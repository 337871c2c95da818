using LiqIndicators.Analytics.Market;
using LiqIndicators.MarketData.Feeds;
using LiqIndicators.Workbench.Live;

namespace LiqIndicators.Workbench.Tests.Live;

/// <summary>One feed handed to several sessions.</summary>
public sealed class FeedFanTests
{
    private static readonly DateTime StartUtc = new(2026, 5, 4, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void TryTake_EachReader_GetsEveryBarWithItsVenuesAtItsOwnPace()
    {
        FeedFan fan = new(Recorded(100));
        IMarketFeed first = fan.Reader();
        IMarketFeed second = fan.Reader();

        Take(first, 60, 0);
        Take(second, 30, 0);
        Take(first, 100, 60);
        Take(second, 100, 30);
    }

    [Fact]
    public void Held_OnceAllHaveTakenABar_DoesNotGrow()
    {
        FeedFan fan = new(Recorded(5_000));
        IMarketFeed[] readers = [fan.Reader(), fan.Reader()];
        List<int> held = [];
        for (int hours = 500; hours <= 5_000; hours += 500)
        {
            foreach (IMarketFeed reader in readers)
            {
                Take(reader, hours, hours - 500);
            }

            held.Add(fan.Held);
        }

        Assert.All(held, count => Assert.Equal(1, count));
    }

    private static void Take(IMarketFeed reader, int hours, int from)
    {
        for (int i = from; i < hours; i++)
        {
            Assert.True(reader.TryTake(StartUtc.AddHours(hours), out MarketBar bar));
            Assert.Equal(100 + i, bar.Close);
            Assert.Equal(1_000 + i, reader.Venues[0].OpenInterestQuantity);
        }

        Assert.False(reader.TryTake(StartUtc.AddHours(hours), out _));
    }

    private static RecordedFeed Recorded(int hours) => new(
        "test",
        [.. Enumerable.Range(0, hours).Select(i => new MarketBar(StartUtc.AddHours(i), 100 + i, 100 + i, 100 + i, 100 + i, 1, 1_000 + i, 0, 8, 0, 0))],
        TimeSpan.FromHours(1));
}
