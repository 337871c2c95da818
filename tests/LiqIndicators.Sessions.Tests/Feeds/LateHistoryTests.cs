using LiqIndicators.Analytics.Market;
using LiqIndicators.FakeExchange.Markets;
using LiqIndicators.FakeExchange.Virtual;
using LiqIndicators.MarketData.Feeds;
using LiqIndicators.MarketData.Ports;
using LiqIndicators.MarketData.Venues;
using LiqIndicators.MarketData.Venues.Binance;
using LiqIndicators.MarketData.Venues.Okx;
using LiqIndicators.Sessions.Feeds;
using LiqIndicators.Sessions.Feeds.Symbols;

namespace LiqIndicators.Sessions.Tests.Feeds;

/// <summary>OKX keeps five days of open interest by bar and sixty by the hour, and tells them late; the present comes by its stream.</summary>
public sealed class LateHistoryTests
{
    private const string HistoryPath = "/open-interest-history";

    private static readonly SymbolMatch Btc = SymbolResolver.Resolve(new BrokerSymbol("BTCUSD"));

    private static IReadOnlyList<FeedSource> BinanceAndOkx => [VenueSymbols.SourceOf(new BinanceVenue(), Btc)!, VenueSymbols.SourceOf(new OkxVenue(), Btc)!];

    [Fact]
    public void ColdStart_OfAMonth_CountsTheVenueFromTheFirstBarOn()
    {
        Market market = new(new LiveFeedOptions(), sources: BinanceAndOkx);
        List<(MarketBar Bar, double Okx)> bars = [];

        market.Run(TimeSpan.FromMinutes(40), bar =>
        {
            if (bars.Count > 0 && bar.TimeUtc <= bars[^1].Bar.TimeUtc)
            {
                bars.Clear();
            }

            bars.Add((bar, market.Feed.Venues[1].OpenInterestQuantity * bar.Close));
        });

        FeedStatus status = market.Feed.StatusAt(market.Time.NowUtc);
        Assert.Empty(status.NotCounted ?? []);
        Assert.InRange(bars.Count, 8_500, 8_640);
        DateTime fineUtc = Market.StartUtc.AddDays(-5).AddMinutes(10);
        Assert.All(bars, bar =>
        {
            DateTime closeUtc = bar.Bar.TimeUtc + FakeMarket.Bar;
            long number = FakeMarket.NumberOf(bar.Bar.TimeUtc);
            bool isTold = closeUtc >= fineUtc || closeUtc.Minute == 0;
            double expected = (double)(SimulatedVenues.Instance.OpenInterest(VenueId.Okx, number + 1) * SimulatedVenues.Instance.Candle(VenueId.Okx, number).Close);
            Assert.Equal(isTold ? expected : double.NaN, bar.Okx, tolerance: isTold ? 1e-9 * expected : 0);
            Assert.False(double.IsNaN(bar.Bar.OpenInterestQuantity), $"{closeUtc:O} has no sum.");
        });
        Assert.True(status.Quality.HasFlag(FeedQuality.Estimated));
        Assert.False(status.Quality.HasFlag(FeedQuality.Gap));
        FeedSourceReport okx = market.Feed.Report()[1];
        Assert.Equal((true, FeedQuality.Estimated), (okx.IsCounted, okx.Series.OpenInterest));
        int asked = market.Venues.Requests.Count(request => IsHistory(request.Request));
        // 15 pages of bars and 6 of hours, and the newest bars one by one a quarter of an hour later.
        Assert.InRange(asked, 21, 25);
        Assert.InRange((market.CompleteUtc!.Value - Market.StartUtc).TotalSeconds, 10, 60);
        Assert.True(market.Venues.Budgets.MostUsed["Okx open-interest-history"] <= 0.5);
    }

    [Fact]
    public void WhatWasMissedAtCloses_IsFilledAndWhatWasReadStands()
    {
        VirtualTime time = new(Market.StartUtc);
        MemoryBlobs blobs = new();
        VirtualExchanges venues = new(time);
        Market first = new(Market.TwoDays, blobs, time, venues, BinanceAndOkx);
        first.Run(TimeSpan.FromHours(1));
        first.Feed.Stop();
        time.RunUntil(time.NowUtc.AddMinutes(40), () => { });
        int before = venues.Requests.Count;
        Market second = new(Market.TwoDays, blobs, time, venues, BinanceAndOkx);
        second.Streams.Beat = TimeSpan.FromSeconds(2);

        second.Run(TimeSpan.FromHours(1));

        Assert.All(second.Bars, bar => Assert.Equal(
            (double)((SimulatedVenues.Instance.OpenInterest(VenueId.Binance, FakeMarket.NumberOf(bar.TimeUtc) + 1) * SimulatedVenues.Instance.Candle(VenueId.Binance, FakeMarket.NumberOf(bar.TimeUtc)).Close)
                + (SimulatedVenues.Instance.OpenInterest(VenueId.Okx, FakeMarket.NumberOf(bar.TimeUtc) + 1) * SimulatedVenues.Instance.Candle(VenueId.Okx, FakeMarket.NumberOf(bar.TimeUtc)).Close)),
            bar.OpenInterestNotional,
            tolerance: 1e-9 * bar.OpenInterestNotional));
        Assert.False(second.Feed.Report()[1].Quality.HasFlag(FeedQuality.Gap));
        // The bars of the pause, the newest of them a quarter of an hour later; none of those that were read at their closes.
        VenueRequest[] asked = [.. venues.Requests.Skip(before).Select(request => request.Request).Where(IsHistory)];
        Assert.InRange(asked.Length, 1, 4);
        Assert.InRange(second.Feed.Generation, 1, 3);
    }

    [Fact]
    public void HistoryThatIsRefused_LeavesTheVenueInAndIsNotAskedForAgain()
    {
        Market market = new(Market.TwoDays, sources: BinanceAndOkx);
        market.Venues.Fault = (request, _) => IsHistory(request)
            ? TransportReply.Answer(200, "{\"code\":\"51001\",\"msg\":\"Instrument ID doesn't exist.\",\"data\":[]}")
            : null;

        market.Run(TimeSpan.FromHours(2));

        Assert.Equal(FeedSourceState.Up, market.Feed.Report()[1].State);
        Assert.Equal(["Okx"], market.Feed.StatusAt(market.Time.NowUtc).NotCounted);
        Assert.Contains("Okx BTC-USDT-SWAP has no history of open interest: open-interest-history: code 51001: Instrument ID doesn't exist..", market.Log);
        Assert.InRange(market.Venues.Requests.Count(request => IsHistory(request.Request)), 1, 6);
    }

    private static bool IsHistory(VenueRequest request) => request.Address.AbsolutePath.EndsWith(HistoryPath, StringComparison.Ordinal);
}
