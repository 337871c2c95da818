using LiqIndicators.Analytics.Market;
using LiqIndicators.FakeExchange.Markets;
using LiqIndicators.FakeExchange.Virtual;
using LiqIndicators.MarketData.Feeds;
using LiqIndicators.MarketData.Venues.Hyperliquid;
using LiqIndicators.MarketData.Venues.Okx;
using LiqIndicators.MarketData.Venues;
using LiqIndicators.Sessions.Feeds;
using LiqIndicators.Sessions.Feeds.Symbols;

namespace LiqIndicators.Sessions.Tests.Feeds;

/// <summary>A venue that keeps no history of open interest: it is read at each close and kept.</summary>
public sealed class LiveOnlyVenueTests
{
    [Fact]
    public void OpenInterest_OfAVenueWithoutHistory_IsReadAtEachClose()
    {
        VirtualTime time = new(Market.StartUtc);
        List<MarketBar> bars = [];
        List<string> log = [];
        LiveMarketFeed feed = new(
            Market.TwoDays,
            [VenueSymbols.SourceOf(new HyperliquidVenue(), SymbolResolver.Resolve(new BrokerSymbol("BTCUSD")))!],
            new FeedPorts(new VirtualExchanges(time), new VirtualStreams(time) { IsShut = (_, _) => true }, new MemoryBlobs(), time, log.Add));

        time.RunUntil(time.NowUtc.AddHours(2), () =>
        {
            feed.Pump();
            int generation = feed.Generation;
            while (feed.TryTake(time.NowUtc, out MarketBar bar))
            {
                if (feed.Generation != generation || (bars.Count > 0 && bar.TimeUtc <= bars[^1].TimeUtc))
                {
                    bars.Clear();
                }

                bars.Add(bar);
            }
        });

        long last = FakeMarket.NumberOf(bars[^1].TimeUtc);
        Assert.Equal(1, (double)SimulatedVenues.Instance.OpenInterest(VenueId.Hyperliquid, last + 1) / bars[^1].OpenInterestQuantity, tolerance: 1e-9);
        Assert.Equal((double)SimulatedVenues.Instance.Candle(VenueId.Hyperliquid, last).Close, bars[^1].Close);
        // Hourly rates of an eighth, told as eight hours; the bar reads the last one paid before its close.
        DateTime beforeUtc = FakeMarket.TimeOf(last + 1).AddTicks(-1);
        decimal paid = SimulatedVenues.Instance.Funding(FakeMarket.NumberOf(beforeUtc.Date.AddHours(beforeUtc.Hour)));
        Assert.Equal((double)paid, bars[^1].FundingRate, tolerance: 1e-12);
        Assert.Equal(FeedQuality.NoLiquidations, feed.StatusAt(time.NowUtc).Quality);
        // The bars before the first reading have prices and no open interest: it is not known, and never zero.
        Assert.InRange(bars.Count, 576, 600);
        Assert.InRange(bars.Count(bar => double.IsNaN(bar.OpenInterestQuantity)), 570, 580);
        Assert.Single(log);
    }

    [Theory]
    [InlineData(VenueId.Hyperliquid)]
    [InlineData(VenueId.BitMex)]
    public void OpenInterest_WhileNobodyReadIt_IsAGapAndNothingIsMadeUpForIt(VenueId venue)
    {
        VirtualTime time = new(Market.StartUtc);
        MemoryBlobs blobs = new();
        VirtualExchanges venues = new(time);
        (LiveMarketFeed Feed, List<MarketBar> Bars) first = Run(TimeSpan.FromHours(2));
        Assert.False(first.Feed.StatusAt(time.NowUtc).Quality.HasFlag(FeedQuality.Gap));
        Assert.False(first.Feed.Report()[0].Quality.HasFlag(FeedQuality.Gap));
        first.Feed.Stop();
        DateTime downUtc = time.NowUtc;
        time.RunUntil(downUtc.AddMinutes(40), () => { });

        (LiveMarketFeed Feed, List<MarketBar> Bars) second = Run(TimeSpan.FromHours(1));

        MarketBar[] missing = [.. second.Bars.Where(bar => bar.TimeUtc >= Market.StartUtc && double.IsNaN(bar.OpenInterestQuantity))];
        Assert.Equal(8, missing.Length);
        Assert.All(missing, bar => Assert.InRange(bar.TimeUtc.AddMinutes(5), downUtc, downUtc.AddMinutes(40)));
        Assert.All(second.Bars.Where(bar => bar.TimeUtc >= Market.StartUtc).Except(missing), bar => Assert.Equal(
            (double)SimulatedVenues.Instance.OpenInterest(venue, FakeMarket.NumberOf(bar.TimeUtc) + 1), bar.OpenInterestQuantity, tolerance: 1e-3));
        Assert.True(second.Feed.StatusAt(time.NowUtc).Quality.HasFlag(FeedQuality.Gap));
        Assert.True(second.Feed.Report()[0].Quality.HasFlag(FeedQuality.Gap));

        (LiveMarketFeed, List<MarketBar>) Run(TimeSpan span)
        {
            LiveMarketFeed feed = new(
                Market.TwoDays,
                [VenueSymbols.SourceOf(VenueCatalog.Create(venue, ""), SymbolResolver.Resolve(new BrokerSymbol("BTCUSD")))!],
                new FeedPorts(venues, new VirtualStreams(time) { IsShut = (_, _) => true }, blobs, time, _ => { }));
            List<MarketBar> bars = [];
            time.RunUntil(time.NowUtc + span, () =>
            {
                feed.Pump();
                while (feed.TryTake(time.NowUtc, out MarketBar bar))
                {
                    if (bars.Count > 0 && bar.TimeUtc <= bars[^1].TimeUtc)
                    {
                        bars.Clear();
                    }

                    bars.Add(bar);
                }
            });
            return (feed, bars);
        }
    }

    [Fact]
    public void Contract_OfAVenueThatStatesIt_IsReadBeforeAnyAmount()
    {
        VirtualTime time = new(Market.StartUtc);
        List<MarketBar> bars = [];
        LiveMarketFeed feed = new(
            Market.TwoDays,
            [VenueSymbols.SourceOf(new OkxVenue(), SymbolResolver.Resolve(new BrokerSymbol("BTCUSD")))!],
            new FeedPorts(new VirtualExchanges(time), new VirtualStreams(time) { IsShut = (_, _) => true }, new MemoryBlobs(), time, _ => { }));

        time.RunUntil(time.NowUtc.AddMinutes(30), () =>
        {
            feed.Pump();
            while (feed.TryTake(time.NowUtc, out MarketBar bar))
            {
                bars.Add(bar);
            }
        });

        // The venue tells contracts of 0.01 coins.
        decimal coins = SimulatedVenues.Instance.OpenInterest(VenueId.Okx, FakeMarket.NumberOf(bars[^1].TimeUtc) + 1);
        Assert.Equal((double)coins, bars[^1].OpenInterestQuantity, tolerance: 1e-6);
        Assert.Equal("BTC-USDT-SWAP", feed.Report()[0].Symbol);
    }

    [Fact]
    public void Contract_NotInTheVenuesList_TurnsTheVenueOffWithAReason()
    {
        VirtualTime time = new(Market.StartUtc);
        List<string> log = [];
        LiveMarketFeed feed = new(
            Market.TwoDays,
            [VenueSymbols.SourceOf(new OkxVenue(), SymbolResolver.Resolve(new BrokerSymbol("ETHUSD")))!],
            new FeedPorts(new VirtualExchanges(time), new VirtualStreams(time) { IsShut = (_, _) => true }, new MemoryBlobs(), time, log.Add));

        time.RunUntil(time.NowUtc.AddMinutes(5), feed.Pump);

        Assert.Equal(FeedSourceState.NotAvailable, feed.Report()[0].State);
        Assert.Contains("ETH-USDT-SWAP", Assert.Single(log), StringComparison.Ordinal);
        Assert.Equal(1, feed.RequestsSent);
        Assert.Equal(
            FeedQuality.Empty | FeedQuality.Stale, feed.StatusAt(time.NowUtc.AddMinutes(15)).Quality);
    }
}
