using LiqIndicators.CTrader.Feeds;
using LiqIndicators.MarketData.Ports;
using LiqIndicators.MarketData.Venues;
using LiqIndicators.Sessions.Feeds.Symbols;
using LiqIndicators.Terminal;
using LiqIndicators.Terminal.Platform;

namespace LiqIndicators.Indicators.Tests.Live;

/// <summary>What becomes of answers once their algo has stopped.</summary>
public sealed class ChartHttpTests
{
    [Fact]
    public void Stop_AnswersUnderWay_FallAndNothingMoreIsSent()
    {
        (LiveTerminal live, ChartHttp http) = Open();
        List<TransportReply> replies = [];
        http.Send(Ask(VenueId.Binance), replies.Add);
        live.Terminal.RunTo(live.Terminal.NowUtc.AddSeconds(2));
        http.Send(Ask(VenueId.Binance), replies.Add);
        http.Send(Ask(VenueId.Bybit), replies.Add);
        int asked = live.Exchange.Calls.Count;

        http.Stop();
        live.Terminal.RunTo(live.Terminal.NowUtc.AddSeconds(5));
        http.Send(Ask(VenueId.Binance), replies.Add);
        live.Terminal.RunTo(live.Terminal.NowUtc.AddSeconds(5));

        // The first came before the stop; of the two under way and the one afterwards nobody hears.
        Assert.Equal(200, Assert.Single(replies).Status);
        Assert.Equal(asked, live.Exchange.Calls.Count);
    }

    // A refused body is sent once more in another way: not by an algo that has stopped in between.
    [Fact]
    public void Stop_BetweenTheTwoWaysToPost_EndsIt()
    {
        (LiveTerminal live, ChartHttp http) = Open();
        live.Exchange.Fault = _ => HttpReply.Status(415, "");
        List<TransportReply> replies = [];
        http.Send(Ask(VenueId.Hyperliquid), replies.Add);
        int asked = live.Exchange.Calls.Count;

        http.Stop();
        live.Terminal.RunTo(live.Terminal.NowUtc.AddSeconds(5));

        Assert.Empty(replies);
        Assert.Equal(asked, live.Exchange.Calls.Count);
    }

    [Fact]
    public void Detach_WithAnswersUnderWay_AsksForNothingMoreAndKeepsWhatItWrote()
    {
        LiveTerminal live = new();
        live.Exchange.Latency = TimeSpan.FromSeconds(2);
        RunningAlgo<LiquidationBands> bands = live.Terminal.Attach<LiquidationBands>(live.Open(), LiveTerminal.TwoVenues);
        live.Run(TimeSpan.FromSeconds(3));
        int asked = live.Exchange.Calls.Count;

        bands.Detach();
        string[] kept = Stored(live);
        int lines = live.Terminal.Log.Count;
        live.Terminal.RunTo(live.Terminal.NowUtc.AddMinutes(1));

        Assert.InRange(asked, 4, 12);
        Assert.Equal(asked, live.Exchange.Calls.Count);
        Assert.Equal(kept, Stored(live));
        Assert.Equal(lines, live.Terminal.Log.Count);
        Assert.Empty(live.Terminal.Errors);
    }

    // From outside of any algo: the terminal then calls back whatever became of the chart.
    private static (LiveTerminal Live, ChartHttp Http) Open()
    {
        LiveTerminal live = new();
        live.Exchange.Latency = TimeSpan.FromSeconds(1);
        RunningAlgo<LiquidationBands> bands = live.Terminal.Attach<LiquidationBands>(live.Open(), new Dictionary<string, object?> { ["Venues"] = "nowhere" });
        return (live, new ChartHttp(bands.Instance.Http));
    }

    private static VenueRequest Ask(VenueId venue) =>
        VenueCatalog.Create(venue, "").MarketState(VenueSymbols.Candidates(venue, "BTC")[0])[0].Request;

    private static string[] Stored(LiveTerminal live) =>
        [.. live.Disk.Files.SelectMany(file => live.Disk.Read(file)).Select(pair => $"{pair.Key} {pair.Value}").Order(StringComparer.Ordinal)];
}
