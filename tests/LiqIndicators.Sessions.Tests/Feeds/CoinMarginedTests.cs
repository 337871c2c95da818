using LiqIndicators.Analytics.Liquidation;
using LiqIndicators.Analytics.Market;
using LiqIndicators.FakeExchange.Markets;
using LiqIndicators.FakeExchange.Virtual;
using LiqIndicators.MarketData.Feeds;
using LiqIndicators.MarketData.Venues;
using LiqIndicators.Sessions.Bands;
using LiqIndicators.Sessions.Feeds;
using LiqIndicators.Sessions.Feeds.Opening;
using LiqIndicators.Sessions.Feeds.Symbols;

namespace LiqIndicators.Sessions.Tests.Feeds;

/// <summary>Binance's coin-margined contracts beside its dollar contracts: two venues, each with its own terms.</summary>
public sealed class CoinMarginedTests
{
    [Fact]
    public void Feed_BothOfBinancesMarkets_AddsTheirCoinsUpAndKeepsThemApart()
    {
        VirtualTime time = new(Market.StartUtc);
        FeedPlan plan = FeedPlan.Make(new FeedInputs("binance, binance-coinm", "", "", PriceShift.Off), new BrokerSymbol("BTCUSD"));
        LiveMarketFeed feed = new(
            Market.TwoDays, plan.Sources, new FeedPorts(new VirtualExchanges(time), new VirtualStreams(time), new MemoryBlobs(), time, _ => { }));
        LiquidationBandsSession session = new(new LiquidationBandsOptions(), new Watched(feed, AssertBar));

        time.RunUntil(time.NowUtc.AddMinutes(30), () =>
        {
            feed.Pump();
            session.Advance(time.NowUtc);
        });

        Assert.Equal("Binance BTCUSDT + BinanceCoinM BTCUSD_PERP", feed.StatusAt(time.NowUtc).Source);
        Assert.Equal(FeedQuality.Good, feed.Report()[1].Quality);
        Assert.Equal(FeedSourceState.Up, feed.Report()[1].State);
        Assert.False(feed.Report()[1].HasStream);
        Assert.Equal("Binance BTCUSDT, BinanceCoinM BTCUSD_PERP", session.Forecast!.Kernel.Venue);
    }

    [Fact]
    public void TermsOf_CoinMargined_AreInverseAndNotThoseOfTheDollarContract()
    {
        VenueTerms coin = BandBooks.TermsOf("BinanceCoinM BTCUSD_PERP")!;
        VenueTerms dollar = BandBooks.TermsOf("Binance BTCUSDT")!;

        Assert.Equal((ContractForm.Inverse, ContractForm.Linear), (coin.Form, dollar.Form));
        Assert.NotSame(coin.Tiers, dollar.Tiers);
    }

    private static void AssertBar(MarketBar bar, VenueBar[] venues)
    {
        long number = FakeMarket.NumberOf(bar.TimeUtc);
        double dollars = (double)SimulatedVenues.Instance.OpenInterest(VenueId.Binance, number + 1);

        // A venue's coins count at its own price.
        (_, _, _, decimal ownClose, decimal volume) = SimulatedVenues.Instance.Candle(VenueId.BinanceCoinM, number);
        double ratio = (double)ownClose / bar.Close;
        double coins = ratio * (double)SimulatedVenues.Instance.OpenInterest(VenueId.BinanceCoinM, number + 1);
        Assert.Equal(dollars, venues[0].OpenInterestQuantity, tolerance: 1e-6 * dollars);
        Assert.Equal(coins, venues[1].OpenInterestQuantity, tolerance: 1e-6 * coins);
        Assert.Equal(dollars + coins, bar.OpenInterestQuantity, tolerance: 1e-6 * dollars);
        Assert.Equal(ratio * (double)volume, venues[1].VolumeQuantity, tolerance: 1e-6);
        Assert.Equal(venues[0].FundingRate, venues[1].FundingRate);
        Assert.True(double.IsNaN(venues[1].LiquidatedLongNotional));
    }

    /// <summary>Passes a feed on and shows each bar to somebody.</summary>
    private sealed class Watched(IMarketFeed feed, Action<MarketBar, VenueBar[]> look) : IMarketFeed
    {
        public int Generation => feed.Generation;

        public ReadOnlySpan<VenueBar> Venues => feed.Venues;

        public bool TryTake(DateTime asOfUtc, out MarketBar bar)
        {
            bool isThere = feed.TryTake(asOfUtc, out bar);
            if (isThere)
            {
                look(bar, feed.Venues.ToArray());
            }

            return isThere;
        }

        public MarginTerms? TermsOf(string venue) => feed.TermsOf(venue);

        public BookDepth? BookNow() => feed.BookNow();

        public FeedStatus StatusAt(DateTime asOfUtc) => feed.StatusAt(asOfUtc);
    }
}
