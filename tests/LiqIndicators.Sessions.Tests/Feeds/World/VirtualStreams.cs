using LiqIndicators.MarketData.Ports;

namespace LiqIndicators.Sessions.Tests.Feeds.World;

/// <summary>Streams that open, push a price every few seconds, and break or fall silent when told to.</summary>
internal sealed class VirtualStreams(VirtualTime time) : IStreamTransport
{
    private readonly List<Connection> _connections = [];

    public TimeSpan Beat { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Whether a venue's streams say nothing now, though they stay open.</summary>
    public Func<string, DateTime, bool> IsSilent { get; set; } = (_, _) => false;

    /// <summary>Whether a venue refuses connections now.</summary>
    public Func<string, DateTime, bool> IsShut { get; set; } = (_, _) => false;

    public int Opened { get; private set; }

    public IStreamConnection Open(Uri address, IStreamListener listener)
    {
        Connection connection = new(this, address.Host.Contains("bybit", StringComparison.Ordinal) ? "bybit" : "binance", listener);
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
    public void Break(string venue)
    {
        foreach (Connection connection in _connections.Where(connection => connection.Venue == venue).ToList())
        {
            connection.Break("broken");
        }
    }

    /// <summary>Pushes a message on every open, subscribed stream of a venue that is not silent.</summary>
    public void Push(string venue, string message)
    {
        foreach (Connection connection in _connections.Where(connection => connection.Venue == venue).ToList())
        {
            connection.Push(message);
        }
    }

    private sealed class Connection(VirtualStreams streams, string venue, IStreamListener listener) : IStreamConnection
    {
        private bool _isSubscribed;

        public string Venue => venue;

        public bool IsAlive { get; private set; } = true;

        public void Send(string text) => _isSubscribed |= text.Contains("subscribe", StringComparison.OrdinalIgnoreCase);

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
            if (IsAlive && _isSubscribed && !streams.IsSilent(venue, streams.Now))
            {
                listener.TextReceived(message);
            }
        }

        public void Tick()
        {
            if (IsAlive)
            {
                Push(StreamTexts.State(venue, streams.Now));
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
