using LiqIndicators.Analytics.Market;
using LiqIndicators.FakeExchange.Markets;
using LiqIndicators.FakeExchange.Virtual;
using LiqIndicators.MarketData.Feeds;
using LiqIndicators.MarketData.Venues;
using LiqIndicators.MarketData.Venues.Binance;
using LiqIndicators.MarketData.Venues.Bybit;
using LiqIndicators.Sessions.Feeds;
using LiqIndicators.Sessions.Feeds.Cache;
using LiqIndicators.Sessions.Feeds.Symbols;
using LiqIndicators.Sessions.OpenInterest;
using LiqIndicators.Sessions.Tape;

namespace LiqIndicators.Sessions.Tests.Feeds.Cache;

/// <summary>What a live feed handed out, played again: the same readings at the same times.</summary>
public sealed class BarTapeTests
{
    private static readonly DateTime StartUtc = Market.StartUtc;

    [Fact]
    public void Replay_OfWhatWasHandedOutLive_GivesTheSameReadingsAtEveryClose()
    {
        VirtualTime time = new(StartUtc);
        VirtualStreams streams = new(time);
        MemoryBlobs blobs = new();
        (LiveMarketFeed live, BarTape tape) = Open(time, new VirtualExchanges(time), streams, blobs);
        OpenInterestSession interest = new(new OpenInterestOptions(), tape);
        List<(DateTime, OpenInterestReadings)> seen = [];
        time.At(StartUtc.AddMinutes(21), () => streams.Push(VenueId.Bybit, new FakeLiquidation(time.NowUtc, PositionSide.Long, 0.5m, 50_000)));
        time.RunUntil(StartUtc.AddHours(6), () =>
        {
            live.Pump();
            interest.Advance(time.NowUtc);
            // A little before the next close every bar of the one before has come.
            if (time.NowUtc > StartUtc.AddMinutes(3) && time.NowUtc.Minute % 5 == 4 && time.NowUtc.Second == 30)
            {
                seen.Add((time.NowUtc, interest.ReadingsAsOf(time.NowUtc)));
            }
        });
        tape.Save(blobs, "BTCUSD");

        IMarketFeed replay = BarTape.Load(blobs, "BTCUSD", StartUtc)!;
        OpenInterestSession again = new(new OpenInterestOptions(), replay);
        Assert.InRange(seen.Count, 70, 73);
        foreach ((DateTime timeUtc, OpenInterestReadings readings) in seen)
        {
            again.Advance(timeUtc);
            Assert.Equal(readings, again.ReadingsAsOf(timeUtc));
        }

        TapeSession liquidations = new(new TapeOptions(), BarTape.Load(blobs, "BTCUSD", StartUtc)!);
        liquidations.Advance(StartUtc.AddHours(6));
        Assert.Equal(25_000, liquidations.ReadingsOver(StartUtc.AddMinutes(20), StartUtc.AddMinutes(30)).LongNotional);
    }

    [Fact]
    public void Load_NothingOrDamagedOrOver_IsNoFeed()
    {
        VirtualTime time = new(StartUtc);
        MemoryBlobs blobs = new();
        (LiveMarketFeed live, BarTape tape) = Open(time, new VirtualExchanges(time), new VirtualStreams(time), blobs);
        tape.Save(blobs, "BTCUSD");
        Assert.Null(BarTape.Load(blobs, "BTCUSD", StartUtc.AddHours(-1)));

        time.RunUntil(StartUtc.AddSeconds(10), () =>
        {
            live.Pump();
            while (tape.TryTake(time.NowUtc, out MarketBar _))
            {
            }
        });
        tape.Save(blobs, "BTCUSD");

        Assert.NotNull(BarTape.Load(blobs, "BTCUSD", StartUtc.AddHours(-1)));
        Assert.Null(BarTape.Load(blobs, "BTCUSD", StartUtc));
        Assert.Null(BarTape.Load(blobs, "ETHUSD", StartUtc.AddHours(-1)));
        blobs.Texts["LIQ tape BTCUSD"] = blobs.Texts["LIQ tape BTCUSD"][..^100];
        Assert.Null(BarTape.Load(blobs, "BTCUSD", StartUtc.AddHours(-1)));
    }

    internal static (LiveMarketFeed Live, BarTape Tape) Open(VirtualTime time, VirtualExchanges venues, VirtualStreams streams, MemoryBlobs blobs)
    {
        SymbolMatch match = SymbolResolver.Resolve(new BrokerSymbol("BTCUSD"));
        LiveMarketFeed live = new(
            Market.TwoDays,
            [VenueSymbols.SourceOf(new BinanceVenue(), match)!, VenueSymbols.SourceOf(new BybitVenue(), match)!],
            new FeedPorts(venues, streams, blobs, time, _ => { }));
        return (live, new BarTape(live, Market.TwoDays.HistoryBars));
    }
}
