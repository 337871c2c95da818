using System.Globalization;
using LiqIndicators.FakeExchange.Markets;
using LiqIndicators.FakeExchange.Venues;
using LiqIndicators.FakeExchange.Virtual;
using LiqIndicators.MarketData.Ports;
using LiqIndicators.MarketData.Venues;
using LiqIndicators.Terminal.Platform;

namespace LiqIndicators.Indicators.Tests.Live;

/// <summary>The virtual venues at the other end of the terminal's own network: what an algo asks and hears goes through the platform's classes.</summary>
internal sealed class TerminalExchange : IHttpHandler, IWebSocketHandler
{
    private readonly List<(WebSocketPeer Peer, FakeVenue Venue)> _subscribed = [];

    /// <summary>The venues that answer.</summary>
    public FakeVenues Venues { get; } = new(SyntheticMarket.Instance);

    public TimeSpan Latency { get; set; } = TimeSpan.FromMilliseconds(50);

    /// <summary>Gives another answer than the right one; null for the right one.</summary>
    public Func<HttpCall, HttpReply?>? Fault { get; set; }

    /// <summary>Whether an address accepts connections.</summary>
    public Func<Uri, bool> Accepts { get; set; } = _ => true;

    /// <summary>Whether streams say nothing though they stay open.</summary>
    public bool IsSilent { get; set; }

    public List<HttpCall> Calls { get; } = [];

    /// <summary>What was used of the venues' budgets.</summary>
    public BudgetMeter Budgets { get; } = new();

    public List<Uri> Connections { get; } = [];

    public HttpReply Handle(HttpCall call)
    {
        Calls.Add(call);
        int used = Budgets.Count(call.Uri, call.WorldTimeUtc);
        if (Fault?.Invoke(call) is { } other)
        {
            return other with { Delay = Latency };
        }

        TransportReply right = Right(call);
        return HttpReply.Status(right.Status, right.Body) with
        {
            Delay = Latency,
            Headers = new Dictionary<string, string>
            {
                ["Date"] = call.WorldTimeUtc.ToString("r", CultureInfo.InvariantCulture),
                ["X-MBX-USED-WEIGHT-1M"] = used.ToString(CultureInfo.InvariantCulture),
            },
        };
    }

    /// <summary>What the venue answers when nothing goes wrong.</summary>
    public TransportReply Right(HttpCall call) => Venues.At(call.Uri).Answer(FakeRequest.Of(call.Uri, call.Body), call.WorldTimeUtc);

    public bool OnConnecting(WebSocketPeer peer)
    {
        Connections.Add(peer.Uri);
        return Accepts(peer.Uri);
    }

    public void OnText(WebSocketPeer peer, string text)
    {
        FakeVenue venue = Venues.At(peer.Uri);
        if (venue.IsSubscription(text) && !_subscribed.Exists(item => item.Peer == peer))
        {
            _subscribed.Add((peer, venue));
        }

        if (!IsSilent && venue.ReplyTo(text) is { } reply)
        {
            peer.SendText(reply, Latency);
        }
    }

    public void OnBinary(WebSocketPeer peer, byte[] data) => throw new InvalidOperationException("No venue is sent bytes.");

    public void OnClosed(WebSocketPeer peer) => _subscribed.RemoveAll(item => item.Peer == peer);

    /// <summary>Tells the market's state on every subscribed stream.</summary>
    public void Beat(DateTime nowUtc)
    {
        foreach ((WebSocketPeer peer, FakeVenue venue) in IsSilent ? [] : _subscribed)
        {
            foreach (string message in venue.StateMessages(nowUtc))
            {
                peer.SendText(message);
            }
        }
    }

    /// <summary>Tells a liquidation on every subscribed stream of a venue.</summary>
    public void Push(VenueId venue, FakeLiquidation liquidation)
    {
        foreach ((WebSocketPeer peer, FakeVenue _) in _subscribed.Where(item => item.Venue.Id == venue))
        {
            peer.SendText(Venues.Of(venue).LiquidationMessage(liquidation)!);
        }
    }
}
