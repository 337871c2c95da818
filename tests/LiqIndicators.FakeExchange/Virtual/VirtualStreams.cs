using LiqIndicators.FakeExchange.Markets;
using LiqIndicators.FakeExchange.Venues;
using LiqIndicators.MarketData.Ports;
using LiqIndicators.MarketData.Venues;

namespace LiqIndicators.FakeExchange.Virtual;

/// <summary>
/// Streams that open, push the market's state every few seconds and its liquidations when they happen, and break, fall silent or answer
/// pings alone when told to.
/// </summary>
public sealed class VirtualStreams(VirtualTime time) : IStreamTransport
{
    private readonly FakeVenues _venues = new(SimulatedVenues.Instance);
    private readonly List<Connection> _connections = [];

    public TimeSpan Beat { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Whether the market's liquidations are told; not where a test adds up its own.</summary>
    public bool TellsPrints { get; set; } = true;

    /// <summary>The venues' clock less the test's.</summary>
    public TimeSpan Skew { get; set; }

    /// <summary>Whether a venue's streams say nothing now, though they stay open.</summary>
    public Func<VenueId, DateTime, bool> IsSilent { get; set; } = (_, _) => false;

    /// <summary>Whether a venue's streams answer what they are sent now, such as pings, and tell nothing.</summary>
    public Func<VenueId, DateTime, bool> OnlyAnswers { get; set; } = (_, _) => false;

    /// <summary>Whether a venue refuses connections now.</summary>
    public Func<VenueId, DateTime, bool> IsShut { get; set; } = (_, _) => false;

    /// <summary>What comes instead of a message, each after a delay.</summary>
    public Func<VenueId, string, IReadOnlyList<(TimeSpan Delay, string Text)>>? Disturb { get; set; }

    public int Opened { get; private set; }

    private DateTime VenueNow => time.NowUtc + Skew;

    public IStreamConnection Open(Uri address, IStreamListener listener)
    {
        Connection connection = new(this, _venues.At(address), listener, address);
        Opened++;
        _connections.Add(connection);
        time.After(TimeSpan.FromMilliseconds(50), () =>
        {
            if (IsShut(connection.Venue, time.NowUtc))
            {
                connection.Break("refused");
                return;
            }

            if (connection.IsAlive)
            {
                listener.Opened();
                connection.Tick();
            }
        });
        return connection;
    }

    /// <summary>Breaks every open stream of a venue.</summary>
    public void Break(VenueId venue)
    {
        foreach (Connection connection in _connections.Where(connection => connection.Venue == venue).ToList())
        {
            connection.Break("broken");
        }
    }

    /// <summary>Tells a liquidation on every open, subscribed stream of a venue that is not silent.</summary>
    public void Push(VenueId venue, FakeLiquidation liquidation)
    {
        string message = _venues.Of(venue).LiquidationMessage(liquidation)
            ?? throw new ArgumentException($"{venue} has no stream of liquidations.", nameof(venue));
        PushText(venue, message);
    }

    /// <summary>Sends a text on every open, subscribed stream of a venue that is not silent.</summary>
    public void PushText(VenueId venue, string text)
    {
        foreach (Connection connection in _connections.Where(connection => connection.Venue == venue).ToList())
        {
            connection.Push(text);
        }
    }

    private sealed class Connection(VirtualStreams streams, FakeVenue venue, IStreamListener listener, Uri address) : IStreamConnection
    {
        // Whoever subscribes by the address does so when the connection opens.
        private bool _isSubscribed = venue.IsSubscription(address.Query);
        private bool _isGreeted;
        private DateTime _toldUtc = streams.VenueNow;

        public VenueId Venue => venue.Id;

        public bool IsAlive { get; private set; } = true;

        public void Send(string text)
        {
            _isSubscribed |= venue.IsSubscription(text);
            if (venue.ReplyTo(text) is { } reply)
            {
                streams.After(TimeSpan.FromMilliseconds(20), () => Tell(reply, isAnswer: true));
            }
        }

        public void Close() => Remove();

        public void Break(string reason)
        {
            if (IsAlive)
            {
                Remove();
                listener.Closed(reason);
            }
        }

        public void Push(string message) => Tell(message, isAnswer: false);

        private void Tell(string message, bool isAnswer)
        {
            if (!IsAlive || !_isSubscribed || streams.IsSilent(Venue, streams.Now) || (!isAnswer && streams.OnlyAnswers(Venue, streams.Now)))
            {
                return;
            }

            if (streams.Disturb is null)
            {
                listener.TextReceived(message);
                return;
            }

            foreach ((TimeSpan delay, string text) in streams.Disturb(Venue, message))
            {
                streams.After(delay, () => Deliver(text));
            }
        }

        public void Tick()
        {
            if (!IsAlive)
            {
                return;
            }

            if (_isSubscribed && !_isGreeted)
            {
                _isGreeted = true;
                PushAll(venue.Greeting(streams.VenueNow));
            }

            PushAll(venue.StateMessages(streams.VenueNow));
            DateTime untilUtc = streams.VenueNow + streams.Beat;
            foreach ((FakeLiquidation liquidation, string message) in streams.TellsPrints ? venue.Prints(_toldUtc, untilUtc) : [])
            {
                streams.After(liquidation.TimeUtc - streams.VenueNow, () => Push(message));
            }

            _toldUtc = untilUtc;
            streams.After(streams.Beat, Tick);
        }

        private void PushAll(IReadOnlyList<string> messages)
        {
            foreach (string message in messages)
            {
                Push(message);
            }
        }

        private void Deliver(string text)
        {
            if (IsAlive)
            {
                listener.TextReceived(text);
            }
        }

        private void Remove()
        {
            IsAlive = false;
            streams._connections.Remove(this);
        }
    }

    private DateTime Now => time.NowUtc;

    private void After(TimeSpan delay, Action action) => time.After(delay, action);
}
