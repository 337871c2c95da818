using LiqIndicators.Analytics.Market;
using LiqIndicators.FakeExchange.Markets;
using LiqIndicators.FakeExchange.Virtual;
using LiqIndicators.MarketData.Venues.Binance;
using LiqIndicators.MarketData.Venues.Bybit;
using LiqIndicators.MarketData.Venues;
using LiqIndicators.Sessions.Feeds;
using LiqIndicators.Sessions.Feeds.Symbols;

namespace LiqIndicators.Sessions.Tests.Feeds;

/// <summary>Two venues, a clock, and a feed that follows them.</summary>
internal sealed class Market
{
    public static readonly DateTime StartUtc = new(2026, 5, 4, 12, 2, 30, DateTimeKind.Utc);

    /// <summary>A short history, for tests that are not about loading a long one.</summary>
    public static readonly LiveFeedOptions TwoDays = new() { History = TimeSpan.FromDays(2) };

    private readonly List<MarketBar> _taken = [];
    private int _generation;

    public Market(
        LiveFeedOptions? options = null,
        MemoryBlobs? blobs = null,
        VirtualTime? time = null,
        VirtualExchanges? venues = null,
        IReadOnlyList<FeedSource>? sources = null)
    {
        Time = time ?? new VirtualTime(StartUtc);
        Venues = venues ?? new VirtualExchanges(Time);
        Streams = new VirtualStreams(Time);
        Blobs = blobs ?? new MemoryBlobs();
        SymbolMatch match = SymbolResolver.Resolve(new BrokerSymbol("BTCUSD"));
        Feed = new LiveMarketFeed(
            options ?? TwoDays,
            sources ?? [VenueSymbols.SourceOf(new BinanceVenue(), match)!, VenueSymbols.SourceOf(new BybitVenue(), match)!],
            new FeedPorts(Venues, Streams, Blobs, Time, Log.Add));
    }

    public VirtualTime Time { get; }

    public VirtualExchanges Venues { get; }

    public VirtualStreams Streams { get; }

    public MemoryBlobs Blobs { get; }

    public LiveMarketFeed Feed { get; }

    public List<string> Log { get; } = [];

    /// <summary>The bars of the feed's present generation.</summary>
    public IReadOnlyList<MarketBar> Bars => _taken;

    public DateTime? FirstBarUtc { get; private set; }

    public DateTime? CompleteUtc { get; private set; }

    /// <summary>Lets time pass.</summary>
    /// <param name="span">How long.</param>
    /// <param name="taken">Hears every bar when it has been taken; null for nobody.</param>
    public void Run(TimeSpan span, Action<MarketBar>? taken = null) => Time.RunUntil(Time.NowUtc + span, () => Pump(taken));

    public void Pump() => Pump(null);

    public void Pump(Action<MarketBar>? taken)
    {
        Feed.Pump();
        while (Feed.TryTake(Time.NowUtc, out MarketBar bar))
        {
            if (Feed.Generation != _generation)
            {
                _generation = Feed.Generation;
                _taken.Clear();
            }

            FirstBarUtc ??= Time.NowUtc;
            Assert.True(bar.TimeUtc + FakeMarket.Bar <= Time.NowUtc, $"{bar.TimeUtc:O} was handed out at {Time.NowUtc:O}.");
            Assert.True(_taken.Count == 0 || bar.TimeUtc > _taken[^1].TimeUtc, "Bars go back in time.");
            _taken.Add(bar);
            taken?.Invoke(bar);
        }

        if (Feed.IsComplete)
        {
            CompleteUtc ??= Time.NowUtc;
        }
    }

    /// <summary>What both venues together say about a bar, added up by hand.</summary>
    public static MarketBar Expected(long number)
    {
        (decimal open, decimal high, decimal low, decimal close, decimal volume) = SimulatedVenues.Instance.Candle(VenueId.Binance, number);
        (_, _, _, decimal otherClose, decimal otherVolume) = SimulatedVenues.Instance.Candle(VenueId.Bybit, number);
        double mine = (double)(SimulatedVenues.Instance.OpenInterest(VenueId.Binance, number + 1) * close);
        double other = (double)(SimulatedVenues.Instance.OpenInterest(VenueId.Bybit, number + 1) * otherClose);
        DateTime closeUtc = FakeMarket.TimeOf(number + 1);
        // Paid before the close: what is paid at the close is known only after it.
        DateTime beforeUtc = closeUtc.AddTicks(-1);
        DateTime payment = beforeUtc.Date.AddHours(8 * (beforeUtc.Hour / 8));
        return new MarketBar(
            FakeMarket.TimeOf(number),
            (double)open,
            (double)high,
            (double)low,
            (double)close,
            (double)(((volume * close) + (otherVolume * otherClose)) / close),
            (mine + other) / (double)close,
            (double)SimulatedVenues.Instance.Funding(FakeMarket.NumberOf(payment)),
            8,
            double.NaN,
            double.NaN);
    }

    public static void AssertBar(MarketBar expected, MarketBar bar)
    {
        Assert.Equal(expected.TimeUtc, bar.TimeUtc);
        Assert.Equal((expected.Open, expected.High, expected.Low, expected.Close), (bar.Open, bar.High, bar.Low, bar.Close));
        Assert.Equal(expected.VolumeQuantity, bar.VolumeQuantity, tolerance: 1e-9 * expected.VolumeQuantity);
        Assert.Equal(expected.OpenInterestQuantity, bar.OpenInterestQuantity, tolerance: 1e-9 * expected.OpenInterestQuantity);
        Assert.Equal(expected.FundingRate, bar.FundingRate, tolerance: 1e-12);
        Assert.Equal(expected.FundingIntervalHours, bar.FundingIntervalHours);
    }
}
