using LiqIndicators.Analytics.Market;
using LiqIndicators.FakeExchange.Markets;
using LiqIndicators.FakeExchange.Virtual;
using LiqIndicators.MarketData.Feeds;
using LiqIndicators.MarketData.Venues;
using LiqIndicators.MarketData.Venues.Binance;
using LiqIndicators.MarketData.Venues.Bybit;
using LiqIndicators.Sessions.Bands;
using LiqIndicators.Sessions.Feeds;
using LiqIndicators.Sessions.Feeds.Cache;
using LiqIndicators.Sessions.Feeds.Symbols;
using LiqIndicators.Sessions.Following;
using LiqIndicators.Sessions.OpenInterest;
using LiqIndicators.Sessions.Tape;

namespace LiqIndicators.Sessions.Tests.Feeds.Cache;

/// <summary>What a live feed handed out, played again: the same readings at the same times.</summary>
public sealed class BarTapeTests
{
    private static readonly DateTime StartUtc = Market.StartUtc;

    [Fact]
    public void Replay_OfWhatWasHandedOutLive_GivesTheSameReadingsAtEveryTime()
    {
        VirtualTime time = new(StartUtc);
        VirtualStreams streams = new(time) { TellsPrints = false };
        MemoryBlobs blobs = new();
        (LiveMarketFeed live, BarTape tape) = Open(time, new VirtualExchanges(time), streams, blobs);
        OpenInterestSession interest = new(new OpenInterestOptions(), tape);
        List<(DateTime, OpenInterestReadings)> seen = Watch(interest, live, time, streams, TimeSpan.FromHours(6));
        tape.Save(blobs, "BTCUSD");

        IMarketFeed replay = Load(blobs, "BTCUSD", StartUtc)!;
        OpenInterestSession again = new(new OpenInterestOptions(), replay);
        Assert.InRange(seen.Count, 2_100, 2_160);
        foreach ((DateTime timeUtc, OpenInterestReadings readings) in seen)
        {
            again.Advance(timeUtc);
            Assert.Equal(readings, again.ReadingsAsOf(timeUtc));
        }

        TapeSession liquidations = new(new TapeOptions(), Load(blobs, "BTCUSD", StartUtc)!);
        liquidations.Advance(StartUtc.AddHours(6));
        Assert.Equal(25_000, liquidations.ReadingsOver(StartUtc.AddMinutes(20), StartUtc.AddMinutes(30)).LongNotional);
    }

    // The bands are built from each venue's part of a bar: sums over venues would give others.
    [Fact]
    public void Replay_OfWhatWasHandedOutLive_GivesTheSameBandsAtEveryTime()
    {
        VirtualTime time = new(StartUtc);
        VirtualStreams streams = new(time);
        MemoryBlobs blobs = new();
        (LiveMarketFeed live, BarTape tape) = Open(time, new VirtualExchanges(time), streams, blobs);
        LiquidationBandsSession bands = new(new LiquidationBandsOptions(), tape);
        List<(DateTime, BandReadings)> seen = Watch(bands, live, time, streams, TimeSpan.FromHours(2));
        tape.Save(blobs, "BTCUSD");

        LiquidationBandsSession again = new(new LiquidationBandsOptions(), Load(blobs, "BTCUSD", StartUtc)!);
        LiquidationBandsSession sums = new(new LiquidationBandsOptions(), new RecordedFeed("sums", tape.Bars, TimeSpan.FromMinutes(5)));
        Assert.InRange(seen.Count, 690, 720);
        int different = 0;
        foreach ((DateTime timeUtc, BandReadings readings) in seen)
        {
            again.Advance(timeUtc);
            sums.Advance(timeUtc);
            Assert.Equal(readings, again.ReadingsAsOf(timeUtc));
            different += readings == sums.ReadingsAsOf(timeUtc) ? 0 : 1;
        }

        Assert.Equal(seen.Count, different);
    }

    [Fact]
    public void Venues_LiveAndReplayed_BelongToTheirBar()
    {
        VirtualTime time = new(StartUtc);
        MemoryBlobs blobs = new();
        (LiveMarketFeed live, BarTape tape) = Open(time, new VirtualExchanges(time), new VirtualStreams(time), blobs);
        Dictionary<DateTime, VenueBar[]> seen = [];
        int generation = 0;
        Assert.True(tape.Venues.IsEmpty);
        time.RunUntil(StartUtc.AddHours(1), () =>
        {
            live.Pump();
            while (tape.TryTake(time.NowUtc, out MarketBar bar))
            {
                if (tape.Generation != generation)
                {
                    generation = tape.Generation;
                    seen.Clear();
                }

                seen.Add(bar.TimeUtc, tape.Venues.ToArray());
                Assert.Equal(live.Venues.ToArray(), tape.Venues.ToArray());
            }
        });
        tape.Save(blobs, "BTCUSD");

        IMarketFeed replay = Load(blobs, "BTCUSD", StartUtc)!;
        Assert.True(replay.Venues.IsEmpty);
        int bars = 0;
        while (replay.TryTake(time.NowUtc, out MarketBar bar))
        {
            bars++;
            VenueBar[] venues = replay.Venues.ToArray();
            Assert.Equal(seen[bar.TimeUtc], venues);
            Assert.Equal(["Binance BTCUSDT", "Bybit BTCUSDT"], venues.Select(venue => venue.Venue));
            Assert.Equal(bar.VolumeQuantity, venues.Sum(venue => venue.VolumeQuantity), tolerance: 1e-9 * bar.VolumeQuantity);
            Assert.Equal(bar.OpenInterestQuantity, venues.Sum(venue => venue.OpenInterestQuantity), tolerance: 1e-9 * bar.OpenInterestQuantity);
        }

        Assert.Equal(seen.Count, bars);
        Assert.InRange(bars, 576, 600);
    }

    // While the live feed starts again it has a new number before it has a new bar: the old bar's parts are then nobody's.
    [Fact]
    public void Venues_FeedThatStartsAgain_AreNoneUntilItsFirstBar()
    {
        StartingFeed live = new();
        BarTape tape = new(live, 10, Market.TwoDays.Grace);
        Assert.True(tape.TryTake(StartUtc, out MarketBar _));
        Assert.Equal("old", tape.Venues[0].Venue);

        live.StartAgain();

        Assert.True(tape.Venues.IsEmpty);
        Assert.True(tape.TryTake(StartUtc, out MarketBar _));
        Assert.Equal(["new", "newer"], tape.Venues.ToArray().Select(venue => venue.Venue));
        Assert.Single(tape.Bars);
    }

    [Fact]
    public void Load_OlderVersion_IsDroppedWithALine()
    {
        MemoryBlobs blobs = new();
        blobs.Texts["LIQ tape BTCUSD"] = BlobCodec.Encode(BarTape.Version - 1, new byte[8]);
        List<string> log = [];

        Assert.Null(BarTape.Load(blobs, "BTCUSD", StartUtc, log.Add));

        Assert.Equal(["Recording LIQ tape BTCUSD has version 3; expected 4: dropped."], log);
        Assert.Empty(blobs.Texts);
    }

    [Theory]
    [InlineData(0, "is corrupt")]
    [InlineData(300, "is of another bar length or size")]
    public void Load_BlobThatEndsEarly_IsDroppedWithALine(int bars, string expected)
    {
        MemoryBlobs blobs = new();
        using MemoryStream stream = new();
        using BinaryWriter writer = new(stream);
        writer.Write(0);
        writer.Write(TimeSpan.FromMinutes(5).Ticks);
        if (bars > 0)
        {
            writer.Write(bars);
        }

        writer.Flush();
        blobs.Texts["LIQ tape BTCUSD"] = BlobCodec.Encode(BarTape.Version, stream.ToArray());
        List<string> log = [];

        Assert.Null(BarTape.Load(blobs, "BTCUSD", StartUtc, log.Add));

        Assert.Contains(expected, Assert.Single(log), StringComparison.Ordinal);
        Assert.Empty(blobs.Texts);
    }

    [Fact]
    public void Load_NothingOrDamagedOrOver_IsNoFeed()
    {
        VirtualTime time = new(StartUtc);
        MemoryBlobs blobs = new();
        (LiveMarketFeed live, BarTape tape) = Open(time, new VirtualExchanges(time), new VirtualStreams(time), blobs);
        tape.Save(blobs, "BTCUSD");
        Assert.Null(Load(blobs, "BTCUSD", StartUtc.AddHours(-1)));

        time.RunUntil(StartUtc.AddSeconds(10), () =>
        {
            live.Pump();
            while (tape.TryTake(time.NowUtc, out MarketBar _))
            {
            }
        });
        tape.Save(blobs, "BTCUSD");

        Assert.NotNull(Load(blobs, "BTCUSD", StartUtc.AddHours(-1)));
        Assert.Null(Load(blobs, "BTCUSD", StartUtc));
        Assert.Null(Load(blobs, "ETHUSD", StartUtc.AddHours(-1)));
        blobs.Texts["LIQ tape BTCUSD"] = blobs.Texts["LIQ tape BTCUSD"][..^100];
        Assert.Null(Load(blobs, "BTCUSD", StartUtc.AddHours(-1)));
    }

    // Three bars from noon on were kept; a backtest that begins nine days before has nothing to play until it comes there.
    [Fact]
    public void Load_ReaderBeforeTheTape_IsToldItsSpanUntilTheFirstBar()
    {
        DateTime startUtc = ThreeBars.FirstUtc.AddDays(-9);
        DateTime closeUtc = ThreeBars.FirstUtc.AddMinutes(5);
        const string Expected = "nothing was kept before 2026-05-04 12:00 UTC; the recording of BTCUSD ends at 2026-05-04 12:15 UTC";
        List<string> log = [];

        IMarketFeed replay = BarTape.Load(ThreeBars.Kept(), "BTCUSD", startUtc, log.Add)!;

        Assert.Equal(Expected, replay.StatusAt(startUtc).Notice);
        Assert.Equal([Expected], log);
        Assert.False(replay.TryTake(closeUtc.AddTicks(-1), out MarketBar _));
        Assert.Equal(Expected, replay.StatusAt(closeUtc.AddTicks(-1)).Notice);
        Assert.True(replay.TryTake(closeUtc, out MarketBar _));
        Assert.Equal("", replay.StatusAt(closeUtc).Notice);
    }

    [Fact]
    public void Load_ReaderWithinTheTape_HasNothingToBeTold()
    {
        DateTime startUtc = ThreeBars.FirstUtc.AddMinutes(5);
        List<string> log = [];

        IMarketFeed replay = BarTape.Load(ThreeBars.Kept(), "BTCUSD", startUtc, log.Add)!;

        Assert.Equal("", replay.StatusAt(startUtc).Notice);
        Assert.Empty(log);
    }

    /// <summary>What a session reads every ten seconds, before a bar has come and after; a long is liquidated on the way.</summary>
    private static List<(DateTime TimeUtc, TReadings Readings)> Watch<TReadings>(
        MarketSession<TReadings> session, LiveMarketFeed live, VirtualTime time, VirtualStreams streams, TimeSpan span)
        where TReadings : struct
    {
        List<(DateTime, TReadings)> seen = [];
        time.At(StartUtc.AddMinutes(21), () => streams.Push(VenueId.Bybit, new FakeLiquidation(time.NowUtc, PositionSide.Long, 0.5m, 50_000)));
        time.RunUntil(StartUtc + span, () =>
        {
            live.Pump();
            session.Advance(time.NowUtc);
            if (time.NowUtc > StartUtc.AddMinutes(3) && time.NowUtc.Ticks % TimeSpan.FromSeconds(10).Ticks == 0)
            {
                seen.Add((time.NowUtc, session.ReadingsAsOf(time.NowUtc)));
            }
        });
        return seen;
    }

    private static IMarketFeed? Load(MemoryBlobs blobs, string symbol, DateTime asOfUtc) => BarTape.Load(blobs, symbol, asOfUtc, _ => { });

    internal static (LiveMarketFeed Live, BarTape Tape) Open(VirtualTime time, VirtualExchanges venues, VirtualStreams streams, MemoryBlobs blobs)
    {
        SymbolMatch match = SymbolResolver.Resolve(new BrokerSymbol("BTCUSD"));
        LiveMarketFeed live = new(
            Market.TwoDays,
            [VenueSymbols.SourceOf(new BinanceVenue(), match)!, VenueSymbols.SourceOf(new BybitVenue(), match)!],
            new FeedPorts(venues, streams, blobs, time, _ => { }));
        return (live, new BarTape(live, Market.TwoDays.HistoryBars, Market.TwoDays.Grace));
    }

    /// <summary>Three bars of five minutes from noon on, told at their close.</summary>
    private sealed class ThreeBars : IMarketFeed
    {
        public static readonly DateTime FirstUtc = new(2026, 5, 4, 12, 0, 0, DateTimeKind.Utc);

        private static readonly TimeSpan Length = TimeSpan.FromMinutes(5);

        private int _taken;

        public int Generation => 0;

        public ReadOnlySpan<VenueBar> Venues => new[] { default(VenueBar) with { Venue = "venue" } };

        /// <summary>Their tape.</summary>
        public static MemoryBlobs Kept()
        {
            MemoryBlobs blobs = new();
            BarTape tape = new(new ThreeBars(), 10, TimeSpan.Zero);
            for (int i = 1; i <= 3; i++)
            {
                Assert.True(tape.TryTake(FirstUtc + (i * Length), out MarketBar _));
            }

            tape.Save(blobs, "BTCUSD");
            return blobs;
        }

        public bool TryTake(DateTime asOfUtc, out MarketBar bar)
        {
            bar = new MarketBar(FirstUtc + (_taken * Length), 1, 1, 1, 1, 1, 1, 0, 8, 0, 0);
            return _taken++ < 3;
        }

        public MarginTerms? TermsOf(string venue) => null;

        public BookDepth? BookNow() => null;

        public FeedStatus StatusAt(DateTime asOfUtc) => new("three bars", Length, null, null, FeedQuality.Good);
    }

    /// <summary>One bar for each start, of one venue first, then of two; until that bar the parts of the one before stay.</summary>
    private sealed class StartingFeed : IMarketFeed
    {
        private VenueBar[] _venues = [];
        private bool _isTaken;

        public int Generation { get; private set; }

        public ReadOnlySpan<VenueBar> Venues => _venues;

        public void StartAgain()
        {
            Generation++;
            _isTaken = false;
        }

        public bool TryTake(DateTime asOfUtc, out MarketBar bar)
        {
            bar = default;
            if (_isTaken)
            {
                return false;
            }

            _isTaken = true;
            _venues = Generation == 0 ? [Slice("old")] : [Slice("new"), Slice("newer")];
            return true;
        }

        public MarginTerms? TermsOf(string venue) => null;

        public BookDepth? BookNow() => null;

        public FeedStatus StatusAt(DateTime asOfUtc) => new("starting", TimeSpan.FromMinutes(5), null, null, FeedQuality.Empty);

        private static VenueBar Slice(string name) => default(VenueBar) with { Venue = name };
    }
}
