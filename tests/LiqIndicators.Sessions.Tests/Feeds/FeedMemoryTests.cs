using LiqIndicators.Analytics.Market;
using LiqIndicators.FakeExchange.Markets;
using LiqIndicators.FakeExchange.Virtual;
using LiqIndicators.MarketData.Venues;
using LiqIndicators.Sessions.Feeds;
using LiqIndicators.Sessions.Feeds.Cache;
using LiqIndicators.Sessions.Tests.Feeds.Cache;

namespace LiqIndicators.Sessions.Tests.Feeds;

/// <summary>Runs by itself: memory is counted over the process.</summary>
[CollectionDefinition(nameof(FeedMemoryTests), DisableParallelization = true)]
[Collection(nameof(FeedMemoryTests))]
public sealed class FeedMemoryTests
{
    [Fact]
    public void Feed_ADayLater_HoldsNoMoreMemory()
    {
        VirtualTime time = new(Market.StartUtc);
        VirtualExchanges venues = new(time);
        VirtualStreams streams = new(time) { Beat = TimeSpan.FromSeconds(20) };
        (LiveMarketFeed live, BarTape tape) = BarTapeTests.Open(time, venues, streams, new MemoryBlobs());
        long before = 0;
        List<long> growths = [];
        foreach (int hours in new[] { 6, 14, 22, 30 })
        {
            time.RunUntil(Market.StartUtc.AddHours(hours), () =>
            {
                live.Pump();
                while (tape.TryTake(time.NowUtc, out MarketBar _))
                {
                }

                venues.Requests.Clear();
                if (time.NowUtc.Second == 0)
                {
                    streams.Push(VenueId.Bybit, FakeLiquidation.At(TimeSpan.FromMinutes(1), time.NowUtc.Ticks / TimeSpan.TicksPerMinute));
                }
            });
            long held = GC.GetTotalMemory(forceFullCollection: true);
            growths.Add(held - before);
            before = held;
        }

        // Bars of eight hours from two venues are 20 kB, their messages a third of a megabyte: neither stays. What leaks
        // grows in every stretch; what the runtime keeps for itself does so once.
        Assert.InRange(growths.Skip(1).Min(), long.MinValue, 15_000);
    }
}
