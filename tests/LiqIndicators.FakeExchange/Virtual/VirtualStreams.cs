using LiqIndicators.FakeExchange.Markets;
using LiqIndicators.FakeExchange.Venues;
using LiqIndicators.MarketData.Ports;
using LiqIndicators.MarketData.Venues;

namespace LiqIndicators.FakeExchange.Virtual;

/// <summary>Streams that open, push a price every few seconds, and break or fall silent when told to.</summary>
public sealed class VirtualStreams(VirtualTime time) : IStreamTransport
{
    private readonly FakeVenues _venues = new(SyntheticMarket.Instance);
    private readonly List<Connection> _connections = [];

    public TimeSpan Beat { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Whether a venue's streams say nothing now, though they stay open.</summary>
    public Func<VenueId, DateTime, bool> IsSilent { get; set; } = (_, _) => false;

    /// <summary>Whether a venue refuses connections now.</summary>
    public Func<VenueId, DateTime, bool> IsShut { get; set; } = (_, _) => false;

    public int Opened { get; private set; }

    public IStreamConnection Open(Uri address, IStreamListener listener)
    {
        Connection connection = new(this, _venues.At(address), listener);
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
        foreach (Connection connection in _connections.Where(connection => connection.Venue == venue).ToList())
        {
            connection.Push(message);
        }
    }

    private sealed class Connection(VirtualStreams streams, FakeVenue venue, IStreamListener listener) : IStreamConnection
    {
        private bool _isSubscribed;

        public VenueId Venue => venue.Id;

        public bool IsAlive { get; private set; } = true;

        public void Send(string text) => _isSubscribed |= venue.IsSubscription(text);

        public void Close() => Remove();

        public void Break(string reason)
        {
            if (IsAlive)
            {
                Remove();
                listener.Closed(reason);
            }
        }

        public void Push(string message)
        {
            if (IsAlive && _isSubscribed && !streams.IsSilent(Venue, streams.Now))
            {
                listener.TextReceived(message);
            }
        }

        public void Tick()
        {
            if (IsAlive)
            {
                foreach (string message in venue.StateMessages(streams.Now))
                {
                    Push(message);
                }

                streams.After(Tick);
            }
        }

        private void Remove()
        {
            IsAlive = false;
            streams._connections.Remove(this);
        }
    }

    private DateTime Now => time.NowUtc;

    private void After(Action action) => time.After(Beat, action);
}
