using System.Text.Json;
using LiqIndicators.FakeExchange.Virtual;
using LiqIndicators.MarketData.Ports;
using LiqIndicators.MarketData.Venues;
using LiqIndicators.MarketData.Venues.Binance;
using LiqIndicators.MarketData.Venues.Bybit;
using LiqIndicators.Sessions.Feeds;
using LiqIndicators.Sessions.Feeds.Symbols;
using LiqIndicators.Workbench.Commands;
using LiqIndicators.Workbench.Live;

namespace LiqIndicators.Workbench.Tests.Live;

/// <summary>What a picture says of a venue whose open interest is in no sum.</summary>
public sealed class LivePictureTests
{
    [Fact]
    public void Of_VenueThatNeverTellsItsOpenInterest_FlagsItAndTrustsTheMapLess()
    {
        JsonElement whole = Picture(_ => false);
        JsonElement without = Picture(request => request is { Venue: VenueId.Bybit, Source: "open-interest" });

        Assert.Empty(whole.GetProperty("sum").GetProperty("notCounted").EnumerateArray());
        Assert.Equal(["Bybit"], without.GetProperty("sum").GetProperty("notCounted").EnumerateArray().Select(venue => venue.GetString()));
        Assert.Equal([true, false], without.GetProperty("venues").EnumerateArray().Select(venue => venue.GetProperty("isCounted").GetBoolean()));
        Assert.Contains("noOpenInterest", without.GetProperty("venues")[1].GetProperty("flags").EnumerateArray().Select(flag => flag.GetString()));
        double left = Confidence(without) / Confidence(whole);
        Assert.InRange(left, 0.88, 0.92);
    }

    [Fact]
    public void Of_VenueThatCountsHalf_AddsHalfToTheSumAndTellsItsWeight()
    {
        JsonElement picture = Picture(_ => false, bybit: 0.5);
        JsonElement[] venues = [.. picture.GetProperty("venues").EnumerateArray()];

        double[] interest = [.. venues.Select(venue => venue.GetProperty("openInterestNotional").GetDouble())];
        double sum = picture.GetProperty("sum").GetProperty("openInterestNotional").GetDouble();
        Assert.True(interest[1] > 0);
        Assert.Equal(interest[0] + (interest[1] / 2), sum, tolerance: 1e-9 * sum);
        Assert.Equal([1, 0.5], venues.Select(venue => venue.GetProperty("weight").GetDouble()));
        // What the venue itself says is not weighed.
        Assert.Equal(Picture(_ => false).GetProperty("venues")[1].GetProperty("openInterestNotional").GetDouble(), interest[1]);
    }

    private static double Confidence(JsonElement picture) => picture.GetProperty("sum").GetProperty("map").GetProperty("confidence").GetDouble();

    private static JsonElement Picture(Func<VenueRequest, bool> isEmpty, double bybit = 1)
    {
        VirtualTime time = new(new DateTime(2026, 5, 4, 12, 2, 30, DateTimeKind.Utc));
        VirtualExchanges venues = new(time)
        {
            Fault = (request, _) => isEmpty(request) ? TransportReply.Answer(200, "{\"retCode\":0,\"retMsg\":\"OK\",\"result\":{\"list\":[]}}") : null,
        };
        SymbolMatch match = SymbolResolver.Resolve(new BrokerSymbol("BTCUSD"));
        LiveMarketFeed feed = new(
            new LiveFeedOptions { History = TimeSpan.FromDays(2) },
            [VenueSymbols.SourceOf(new BinanceVenue(), match)!, VenueSymbols.SourceOf(new BybitVenue(), match)! with { Weight = bybit }],
            new FeedPorts(venues, new VirtualStreams(time), new MemoryBlobs(), time, _ => { }));
        LiveReadings readings = new(feed, TimeSpan.FromMinutes(5));
        time.RunUntil(time.NowUtc.AddMinutes(10), () =>
        {
            feed.Pump();
            readings.Advance(time.NowUtc);
        });
        return JsonDocument.Parse(JsonText.Line(LivePicture.Of("BTCUSDT", feed, readings, time.NowUtc))).RootElement;
    }
}
