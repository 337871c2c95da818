using LiqIndicators.Analytics.Market;
using LiqIndicators.FakeExchange.Faults;
using LiqIndicators.FakeExchange.Markets;
using LiqIndicators.FakeExchange.Virtual;
using LiqIndicators.MarketData.Venues;
using LiqIndicators.Sessions.Feeds;
using LiqIndicators.Sessions.Feeds.Cache;

namespace LiqIndicators.Sessions.Tests.Feeds;

/// <summary>Runs by itself: memory is counted over the process.</summary>
[CollectionDefinition(nameof(FeedMemoryTests), DisableParallelization = true)]
[Collection(nameof(FeedMemoryTests))]
public sealed class FeedMemoryTests
{
    [Fact]
    public void Feed_OfEveryVenueThroughDaysOfFaults_HoldsNoMoreMemory()
    {
        VirtualTime time = new(Market.StartUtc);
        VirtualExchanges venues = new(time);
        VirtualStreams streams = new(time) { Beat = TimeSpan.FromSeconds(15) };
        LiveMarketFeed live = new(
            Market.TwoDays, FaultDayTests.Sources(VenueId.CoinGlass), new FeedPorts(venues, streams, new MemoryBlobs(), time, _ => { }));
        BarTape tape = new(live, Market.TwoDays.HistoryBars);
        RandomFaults faults = new(time, venues, streams, seed: 3, Market.StartUtc.AddDays(4));
        for (int minute = 60; minute < 360; minute += 60)
        {
            // More than are kept to know a repetition: that memory is full before anything is measured.
            time.At(Market.StartUtc.AddMinutes(minute), () => Push(time, streams));
        }

        long before = 0;
        List<long> growths = [];
        foreach (int hours in new[] { 50, 58, 66, 74 })
        {
            time.RunUntil(Market.StartUtc.AddHours(hours), () =>
            {
                live.Pump();
                while (tape.TryTake(time.NowUtc, out MarketBar _))
                {
                }

                venues.Requests.Clear();
            });
            long held = GC.GetTotalMemory(forceFullCollection: true);
            growths.Add(held - before);
            before = held;
        }

        // Bars of eight hours from eight sources are 80 kB, their messages some megabytes: neither stays. What leaks grows in every
        // stretch; what the runtime keeps for itself does so once.
        Assert.True(faults.Count > 500, $"Only {faults.Count} faults.");
        Assert.True(growths.Skip(1).Min() < 15_000, string.Join(", ", growths));
    }

    private static void Push(VirtualTime time, VirtualStreams streams)
    {
        foreach (VenueId venue in new[] { VenueId.Binance, VenueId.Bybit, VenueId.Okx, VenueId.BitMex })
        {
            for (int i = 0; i < 1_100; i++)
            {
                streams.Push(venue, FakeLiquidation.At(TimeSpan.FromMilliseconds(1), (time.NowUtc - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMillisecond - i));
            }
        }
    }
}
