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
    private DateTime? _toldUtc;

    /// <summary>The venues that answer.</summary>
    public FakeVenues Venues { get; } = new(SimulatedVenues.Instance);

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
        FakeVenue venue = Venues.At(call.Uri);
        Dictionary<string, string> headers = new(Budgets.Count(venue, RequestOf(venue, call), call.WorldTimeUtc))
        {
            ["Date"] = call.WorldTimeUtc.ToString("r", CultureInfo.InvariantCulture),
        };
        if (Fault?.Invoke(call) is { } other)
        {
            return other with { Delay = Latency };
        }

        TransportReply right = Right(call);
        return HttpReply.Status(right.Status, right.Body) with
        {
            Delay = Latency,
            Headers = headers,
        };
    }

    /// <summary>What the venue answers when nothing goes wrong.</summary>
    public TransportReply Right(HttpCall call)
    {
        FakeVenue venue = Venues.At(call.Uri);
        return venue.Answer(RequestOf(venue, call), call.WorldTimeUtc);
    }

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

    /// <summary>Tells the market's state and what was liquidated since the last time on every subscribed stream.</summary>
    public void Beat(DateTime nowUtc)
    {
        DateTime toldUtc = _toldUtc ?? nowUtc;
        _toldUtc = nowUtc;
        foreach ((WebSocketPeer peer, FakeVenue venue) in IsSilent ? [] : _subscribed)
        {
            foreach (string message in venue.StateMessages(nowUtc))
            {
                peer.SendText(message);
            }

            foreach ((FakeLiquidation _, string message) in venue.Prints(toldUtc, nowUtc))
            {
                peer.SendText(message);
            }
        }
    }

    private static FakeRequest RequestOf(FakeVenue venue, HttpCall call) =>
        FakeRequest.Of(call.Uri, call.Body, venue.KeyHeader is { } header ? call.Headers.GetValueOrDefault(header) : null);

    /// <summary>Tells a liquidation on every subscribed stream of a venue.</summary>
    public void Push(VenueId venue, FakeLiquidation liquidation) => PushText(venue, Venues.Of(venue).LiquidationMessage(liquidation)!);

    /// <summary>Sends a text on every subscribed stream of a venue.</summary>
    public void PushText(VenueId venue, string text)
    {
        foreach ((WebSocketPeer peer, FakeVenue _) in _subscribed.Where(item => item.Venue.Id == venue))
        {
            peer.SendText(text);
        }
    }
}
