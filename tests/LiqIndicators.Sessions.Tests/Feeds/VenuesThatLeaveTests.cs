using LiqIndicators.Analytics.Liquidation.Forecast;
using LiqIndicators.Analytics.Market;
using LiqIndicators.FakeExchange.Markets;
using LiqIndicators.MarketData.Feeds;
using LiqIndicators.MarketData.Ports;
using LiqIndicators.MarketData.Venues;
using LiqIndicators.Sessions.Bands;
using LiqIndicators.Sessions.Presentation;

namespace LiqIndicators.Sessions.Tests.Feeds;

/// <summary>A venue that stops, or that never tells its open interest: what the sum, the map and the card make of it.</summary>
public sealed class VenuesThatLeaveTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Feed_VenueThatRefusesOrFails_LeavesAfterAnHourAndComesBackWithWhatItLeftOut(bool isRefused)
    {
        Market market = new();
        LiquidationBandsSession session = new(new LiquidationBandsOptions(), market.Feed);
        Run(TimeSpan.FromMinutes(20));
        int generation = market.Feed.Generation;
        Assert.Empty(NotCounted());
        DateTime downUtc = market.Time.NowUtc;
        market.Streams.IsShut = (venue, _) => venue == VenueId.Bybit;
        market.Venues.Fault = (request, _) => request.Venue != VenueId.Bybit ? null
            : isRefused ? TransportReply.Answer(451, "{}") : TransportReply.None("timed out");

        // For an hour it counts as having moved with the others.
        Run(TimeSpan.FromMinutes(50));
        Assert.Equal(generation, market.Feed.Generation);
        Assert.Empty(NotCounted());
        Assert.Equal(MapLacks.VenueOpenInterest, session.Forecast!.Health.Lacks & MapLacks.VenueOpenInterest);

        Run(TimeSpan.FromMinutes(50));
        Assert.Equal(generation + 1, market.Feed.Generation);
        Assert.Equal(["Bybit"], NotCounted());
        Assert.Equal([true, false], market.Feed.Report().Select(report => report.IsCounted));
        long last = FakeMarket.NumberOf(session.Map!.AsOfUtc);
        Assert.Equal((double)SimulatedVenues.Instance.OpenInterest(VenueId.Binance, last + 1), session.Map.OpenQuantity(PositionSide.Long), tolerance: 1);
        Assert.Equal(MapLacks.None, session.Forecast.Health.Lacks & MapLacks.VenueOpenInterest);
        double confidence = session.Forecast.Health.Confidence;

        Run(TimeSpan.FromHours(5));
        Assert.Equal(generation + 1, market.Feed.Generation);
        Assert.True(session.Forecast.Health.Confidence >= confidence, $"{session.Forecast.Health.Confidence} after {confidence}");
        Assert.Contains("without Bybit", Quality(), StringComparison.Ordinal);

        market.Venues.Fault = null;
        market.Streams.IsShut = (_, _) => false;
        Run(TimeSpan.FromMinutes(100));
        Assert.Empty(NotCounted());
        Assert.DoesNotContain("without", Quality(), StringComparison.Ordinal);
        last = FakeMarket.NumberOf(session.Map.AsOfUtc);
        Assert.Equal(Market.Expected(last).OpenInterestQuantity, session.Map.OpenQuantity(PositionSide.Long), tolerance: 1);

        void Run(TimeSpan span) => market.Time.RunUntil(market.Time.NowUtc + span, () =>
        {
            market.Feed.Pump();
            session.Advance(market.Time.NowUtc);
        });

        IReadOnlyList<string> NotCounted() => market.Feed.StatusAt(market.Time.NowUtc).NotCounted!;

        string Quality() => string.Concat(session.Card(market.Time.NowUtc).Lines.Where(line => line.Name == "quality").Select(line => line.Value));
    }

    [Fact]
    public void Feed_AllVenuesFallSilent_KeepsWhatItHas()
    {
        Market market = new();
        market.Run(TimeSpan.FromMinutes(20));
        int generation = market.Feed.Generation;
        MarketBar last = market.Bars[^1];
        market.Venues.Fault = (_, _) => TransportReply.None("timed out");

        market.Run(TimeSpan.FromHours(3));

        Assert.Equal(generation, market.Feed.Generation);
        Assert.Equal(last, market.Bars[^1]);
        Assert.True(market.Feed.StatusAt(market.Time.NowUtc).Quality.HasFlag(FeedQuality.Stale));
    }

    [Fact]
    public void Card_VenueThatNeverTellsItsOpenInterest_IsNamedAndTheMapIsTrustedLess()
    {
        Market market = new();
        market.Venues.Fault = (request, _) => request is { Venue: VenueId.Bybit, Source: "open-interest" }
            ? TransportReply.Answer(200, "{\"retCode\":0,\"retMsg\":\"OK\",\"result\":{\"category\":\"linear\",\"symbol\":\"BTCUSDT\",\"list\":[]}}")
            : null;
        LiquidationBandsSession session = new(new LiquidationBandsOptions(), market.Feed);

        market.Time.RunUntil(market.Time.NowUtc.AddMinutes(30), () =>
        {
            market.Feed.Pump();
            session.Advance(market.Time.NowUtc);
        });

        FeedStatus status = market.Feed.StatusAt(market.Time.NowUtc);
        Assert.Equal(["Bybit"], status.NotCounted);
        Assert.Equal([false, true], market.Feed.Report().Select(report => report.Quality.HasFlag(FeedQuality.NoOpenInterest)));
        HudCard card = session.Card(market.Time.NowUtc);
        Assert.Contains(card.Lines, line => line.Name == "quality" && line.Value.EndsWith("without Bybit", StringComparison.Ordinal));
        double confidence = session.Forecast!.Health.Confidence;
        Assert.Equal(0.9 * confidence, MapTrust.Confidence(session.Forecast.Health, status), tolerance: 1e-12);
        Assert.Contains(card.Lines, line => line.Name == "inputs" && line.Value == NumberText.Share(0.9 * confidence));
    }
}
