using LiqIndicators.Analytics.Market;
using LiqIndicators.FakeExchange.Virtual;
using LiqIndicators.MarketData.Venues;
using LiqIndicators.Sessions.Feeds;
using LiqIndicators.Sessions.Feeds.Symbols;
using LiqIndicators.Workbench.Record;

namespace LiqIndicators.Workbench.Tests.Record;

/// <summary>Records one venue in virtual time, run after run into the same store.</summary>
internal sealed class VirtualRecording(string target, Venue venue, TimeSpan? history = null) : IDisposable
{
    internal static readonly DateTime StartUtc = new(2026, 5, 4, 6, 2, 30, DateTimeKind.Utc);

    internal VirtualTime Time { get; } = new(StartUtc);

    internal VirtualExchanges Venues => field ??= new VirtualExchanges(Time);

    internal VirtualStreams Streams => field ??= new VirtualStreams(Time);

    internal RecordStore Store { get; } = RecordStore.Open(target);

    /// <summary>One run of the program, from its start to its end.</summary>
    internal void Run(TimeSpan span)
    {
        Store.Expect("market", "BTC");
        Store.Expect("bar_seconds", "300");
        StoreWriter writer = new(Store, Time);
        LiveMarketFeed feed = new(
            new LiveFeedOptions { History = history ?? TimeSpan.FromDays(2) },
            [VenueSymbols.SourceOf(venue, SymbolResolver.Resolve(new BrokerSymbol("BTCUSD")))!],
            new FeedPorts(Venues, Streams, writer, Time, _ => { }, writer));
        Time.RunUntil(Time.NowUtc + span, () =>
        {
            feed.Pump();
            while (feed.TryTake(Time.NowUtc, out MarketBar _))
            {
            }
        });
        feed.Stop();
        writer.Flush();
        GapBook.Refresh(Store);
    }

    /// <summary>The program is not running.</summary>
    internal void Pause(TimeSpan span) => Time.RunUntil(Time.NowUtc + span, () => { });

    /// <summary>What is marked as a gap in a series.</summary>
    internal List<(DateTime FromUtc, DateTime ToUtc)> Gaps(string series) => Store.Read(
        new StoreCommand("SELECT from_ms, to_ms FROM gaps WHERE venue = @p0 AND series = @p1 ORDER BY from_ms", venue.Id.ToString(), series),
        row => (StoreReader.Time(row, 0), StoreReader.Time(row, 1)));

    public void Dispose() => Store.Dispose();
}
