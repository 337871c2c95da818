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
    // Readings are four hours apart.
    private const int SixteenHours = 4;

    [Fact]
    public void Feed_OfEveryVenueThroughDaysOfFaults_HoldsNoMoreMemory()
    {
        VirtualTime time = new(Market.StartUtc);
        VirtualExchanges venues = new(time);
        VirtualStreams streams = new(time) { Beat = TimeSpan.FromSeconds(15) };
        LiveMarketFeed live = new(
            Market.TwoDays, FaultDayTests.Sources(VenueId.CoinGlass), new FeedPorts(venues, streams, new MemoryBlobs(), time, _ => { }));
        BarTape tape = new(live, Market.TwoDays.HistoryBars, Market.TwoDays.Grace);
        RandomFaults faults = new(time, venues, streams, seed: 3, Market.StartUtc.AddDays(4));
        for (int minute = 60; minute < 360; minute += 60)
        {
            // More than are kept to know a repetition: that memory is full before anything is measured.
            time.At(Market.StartUtc.AddMinutes(minute), () => Push(time, streams));
        }

        List<long> held = [];
        for (int hours = 50; hours <= 82; hours += 4)
        {
            time.RunUntil(Market.StartUtc.AddHours(hours), () =>
            {
                live.Pump();
                while (tape.TryTake(time.NowUtc, out MarketBar _))
                {
                }

                venues.Requests.Clear();
            });
            held.Add(GC.GetTotalMemory(forceFullCollection: true));
        }

        // Bars of sixteen hours from eight sources are 160 kB, their messages some megabytes: neither stays. What is under way makes one
        // reading differ from the next by some 30 kB. What leaks grows in each of these stretches, which overlap; what the runtime keeps
        // for itself it takes once, and one stretch at least is without that.
        long[] growths = [.. held.Skip(SixteenHours).Zip(held, (later, earlier) => later - earlier)];
        Assert.True(faults.Count > 500, $"Only {faults.Count} faults.");
        Assert.True(growths.Min() < 50_000, string.Join(", ", held.Select(bytes => bytes - held[0])));
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
