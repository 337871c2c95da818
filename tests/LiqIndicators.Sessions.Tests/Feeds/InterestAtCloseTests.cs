using LiqIndicators.FakeExchange.Virtual;
using LiqIndicators.MarketData.Instruments;
using LiqIndicators.MarketData.Ports;
using LiqIndicators.MarketData.Rows;
using LiqIndicators.MarketData.Venues;
using LiqIndicators.MarketData.Venues.Hyperliquid;
using LiqIndicators.Sessions.Feeds;
using LiqIndicators.Sessions.Feeds.Requests;

namespace LiqIndicators.Sessions.Tests.Feeds;

/// <summary>What is told within a minute after a close is open interest at it; nothing before and nothing later is.</summary>
public sealed class InterestAtCloseTests
{
    private static readonly DateTime CloseUtc = new(2026, 5, 4, 12, 0, 0, DateTimeKind.Utc);

    private readonly VirtualTime _time = new(CloseUtc);
    private readonly List<(long Number, decimal? Quantity)> _read = [];
    private readonly VirtualExchanges _venues;
    private readonly FetchDesk _desk;
    private readonly InterestAtClose _interest;

    public InterestAtCloseTests()
    {
        HyperliquidVenue venue = new();
        _venues = new VirtualExchanges(_time);
        _desk = new FetchDesk(_venues, _time, 4, _ => { });
        _interest = new InterestAtClose(
            _desk,
            new VenueLine(venue, new LiveFeedOptions(), new Random(1)),
            new VenueInstrument(VenueId.Hyperliquid, "BTC", "BTC", "USD", ContractTerms.OneBaseUnit),
            () => true)
        {
            Read = (number, state) => _read.Add((number, state.OpenInterestQuantity)),
        };
    }

    [Fact]
    public void Stream_ThatTellsAfterTheClose_IsReadAndNobodyIsAsked()
    {
        Tell(-20, 100);
        RunTo(4);
        Tell(5, 101);
        RunTo(60);

        Assert.Equal([(7L, 101m)], _read);
        Assert.Empty(_venues.Requests);
    }

    [Fact]
    public void Stream_ThatWasLastHeardBeforeTheClose_IsNotReadAndTheVenueIsAsked()
    {
        Tell(-1, 100);
        RunTo(60);

        Assert.NotEqual(100m, Assert.Single(_read).Quantity);
        Assert.Equal(CloseUtc.AddSeconds(10), Assert.Single(_venues.Requests).TimeUtc);
    }

    [Fact]
    public void Stream_ThatIsReadTooLate_LeavesTheBarUnknown()
    {
        _time.RunUntil(CloseUtc.AddMinutes(4), () => { });
        Tell(239, 100);
        _interest.Pump(7, CloseUtc, TimeSpan.Zero, _time.NowUtc);
        RunTo(250);

        Assert.Empty(_read);
        Assert.Empty(_venues.Requests);
    }

    // Without a network for an hour: what was to be read at a close cannot be read afterwards.
    [Fact]
    public void Request_ThatFailsUntilItsCloseIsLongPast_IsDropped()
    {
        _venues.Fault = (_, _) => _time.NowUtc < CloseUtc.AddHours(1) ? TransportReply.None("no route") : null;

        RunTo(3_600);
        int before = _venues.Requests.Count;
        RunTo(7_200);

        Assert.InRange(before, 2, 8);
        Assert.Equal(before, _venues.Requests.Count);
        Assert.Empty(_read);
    }

    private void Tell(int seconds, decimal quantity) =>
        _interest.Take(new MarketStateRow(CloseUtc.AddSeconds(seconds), "BTC", OpenInterestQuantity: quantity), CloseUtc.AddSeconds(seconds));

    private void RunTo(int seconds) => _time.RunUntil(CloseUtc.AddSeconds(seconds), () =>
    {
        _interest.Pump(7, CloseUtc, TimeSpan.Zero, _time.NowUtc);
        _desk.Pump();
    });
}
