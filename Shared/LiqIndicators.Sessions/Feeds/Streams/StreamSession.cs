using LiqIndicators.MarketData.Instruments;
using LiqIndicators.MarketData.Ports;
using LiqIndicators.MarketData.Results;
using LiqIndicators.MarketData.Rows;
using LiqIndicators.MarketData.Venues;

namespace LiqIndicators.Sessions.Feeds.Streams;

/// <summary>Keeps one venue's stream: opens, subscribes, pings, notices silence, opens again.</summary>
/// <remarks>
/// A stream is up while data come. A handshake proves nothing: retired addresses accept it and stay silent. Nor do answers to pings: they
/// come while the venue has forgotten what was subscribed. A contract so quiet that nothing is told of it for the limit is opened again each
/// time. That costs a handshake and a bar's sum; to believe the silence would make zeros of what was missed. All venues tell prices within seconds.
/// </remarks>
internal sealed class StreamSession
{
    private const double LongestPauseSeconds = 60;
    private const int RememberedOrders = 1024;

    // A time that lies farther ahead is that of something to come, such as a payment, and not that of a message.
    private static readonly TimeSpan LargestClockError = TimeSpan.FromMinutes(1);

    private readonly Venue _venue;
    private readonly StreamPlan _plan;
    private readonly ContractBook _book;
    private readonly IStreamTransport _transport;
    private readonly IClock _clock;
    private readonly Random _jitter;
    private readonly Action<string> _log;
    private readonly HashSet<ForcedOrderRow> _seen = new();
    private readonly Queue<ForcedOrderRow> _seenOrder = new();
    private readonly SaidOnce _said = new();
    private Connection? _connection;
    private DateTime _openAgainUtc;
    private int _failures;

    public StreamSession(
        Venue venue, StreamPlan plan, VenueInstrument instrument, IStreamTransport transport, IClock clock, Random jitter, Action<string> log)
    {
        _venue = venue;
        _plan = plan;
        _book = new ContractBook(new[] { instrument });
        _transport = transport;
        _clock = clock;
        _jitter = jitter;
        _log = log;
    }

    /// <summary>Hears every forced order once.</summary>
    public Action<ForcedOrderRow>? ForcedOrder { get; set; }

    /// <summary>The venue's clock less ours, by which messages without a time of their own are dated.</summary>
    public Func<TimeSpan> Skew { get; set; } = () => TimeSpan.Zero;

    /// <summary>Hears market states.</summary>
    public Action<MarketStateRow, DateTime>? State { get; set; }

    /// <summary>Hears of a span in which data came: when its first and its last came, and the newest time told, by the venue's clock.</summary>
    public Action<DateTime, DateTime, DateTime>? Heard { get; set; }

    /// <summary>When data came.</summary>
    public Coverage Coverage { get; } = new();

    /// <summary>Whether data come now.</summary>
    public bool IsUp => _connection is { HasData: true };

    /// <summary>How long it may tell no data until it counts as dead.</summary>
    public TimeSpan SilenceLimit => _plan.SilenceLimit;

    /// <summary>Opens, pings or gives up a silent stream, as is due.</summary>
    public void Pump()
    {
        DateTime now = _clock.NowUtc;
        if (_connection is null)
        {
            if (now >= _openAgainUtc)
            {
                Open(now);
            }

            return;
        }

        // A clock that was set back by more than that tells no age at all.
        if ((now - _connection.LastDataUtc).Duration() > _plan.SilenceLimit)
        {
            Drop(_connection, $"no data for {_plan.SilenceLimit.TotalSeconds:0} s", now);
        }
        else if (_plan.Ping is { } ping && now - _connection.LastPingUtc >= _plan.PingInterval)
        {
            _connection.LastPingUtc = now;
            _connection.Handle?.Send(ping);
        }
    }

    /// <summary>Closes the stream for good.</summary>
    public void Stop()
    {
        _openAgainUtc = DateTime.MaxValue;
        Connection? connection = _connection;
        _connection = null;
        connection?.Handle?.Close();
        Coverage.Interrupt();
    }

    private void Open(DateTime nowUtc)
    {
        Connection connection = new(this, nowUtc);
        _connection = connection;
        IStreamConnection handle = _transport.Open(_plan.Address, connection);
        connection.Handle = handle;
        connection.Subscribe();
    }

    private void Drop(Connection connection, string reason, DateTime nowUtc)
    {
        if (!ReferenceEquals(connection, _connection))
        {
            return;
        }

        _failures = connection.HasData ? 1 : _failures + 1;
        _openAgainUtc = nowUtc + TimeSpan.FromSeconds(GrowingPause.Seconds(_failures, LongestPauseSeconds, _jitter));
        _connection = null;
        Coverage.Interrupt();
        connection.Handle?.Close();
        if (connection.HasData)
        {
            _said.Forget();
        }

        Say($"{reason}.");
    }

    // Once, until it has told data and is opened again: a stream that stays away, or a field that is not as expected, would fill the log.
    private void Say(string reason)
    {
        if (_said.TrySay(reason))
        {
            _log($"{_venue.Id} stream: {reason}");
        }
    }

    private void Hear(Connection connection, string text)
    {
        if (!ReferenceEquals(connection, _connection))
        {
            return;
        }

        DateTime now = _clock.NowUtc;
        if (now < connection.LastDataUtc || now - connection.LastDataUtc > _plan.SilenceLimit)
        {
            // The host slept and this message waited, or its clock was set: what was told meanwhile may be lost.
            Interrupt(connection);
        }

        FetchResult<StreamMessage> read = _venue.ReadStream(text, _book, now + Skew());
        if (!read.IsSuccess)
        {
            // What cannot be read may have held an order: the time around it is not covered. The stream stays: its next message is another one.
            Interrupt(connection);
            Say(read.Error!.Message);
            return;
        }

        StreamMessage message = read.Value;
        if (message.Kind == StreamMessageKind.Refused)
        {
            Drop(connection, $"refused: {message.Detail}", now);
        }
        else if (message.Kind == StreamMessageKind.PartRefused)
        {
            Say($"goes on without a part that is refused: {message.Detail}");
        }
        else if (message.Kind == StreamMessageKind.Data)
        {
            connection.HasData = true;
            connection.LastDataUtc = now;
            _failures = 0;
            Coverage.Note(now);
            Deliver(connection, message, now);
            connection.Note(message, now + Skew() + LargestClockError);
            if (connection.ToldUtc is { } toldUtc)
            {
                Heard?.Invoke(Coverage.LastFromUtc, now, toldUtc);
            }
        }
    }

    private void Interrupt(Connection connection)
    {
        Coverage.Interrupt();
        connection.ToldUtc = null;
    }

    private void Deliver(Connection connection, StreamMessage message, DateTime nowUtc)
    {
        // The first push after subscribing may repeat what was before; where the venue left that out, it is news like any other.
        bool mayBeOld = _plan.DropsFirstForcedOrders && !connection.HadForcedOrders;
        DateTime oldUtc = mayBeOld ? connection.OpenedUtc + Skew() : DateTime.MinValue;
        connection.HadForcedOrders |= message.ForcedOrders.Count > 0;
        foreach (ForcedOrderRow order in message.ForcedOrders)
        {
            if (order.TimeUtc >= oldUtc && IsFirstTime(order))
            {
                ForcedOrder?.Invoke(order);
            }
        }

        foreach (MarketStateRow state in message.States)
        {
            State?.Invoke(state, nowUtc);
        }
    }

    private bool IsFirstTime(ForcedOrderRow order)
    {
        if (!_seen.Add(order))
        {
            return false;
        }

        _seenOrder.Enqueue(order);
        if (_seenOrder.Count > RememberedOrders)
        {
            _seen.Remove(_seenOrder.Dequeue());
        }

        return true;
    }

    private sealed class Connection : IStreamListener
    {
        private readonly StreamSession _session;
        private bool _isOpen;
        private bool _isSubscribed;

        public Connection(StreamSession session, DateTime nowUtc)
        {
            _session = session;
            LastDataUtc = nowUtc;
            LastPingUtc = nowUtc;
            OpenedUtc = nowUtc;
        }

        public IStreamConnection? Handle { get; set; }

        /// <summary>When data came last; before any, when the opening was begun: the first have as long to come.</summary>
        public DateTime LastDataUtc { get; set; }

        public DateTime LastPingUtc { get; set; }

        /// <summary>When the handshake was done; before, when it was begun.</summary>
        public DateTime OpenedUtc { get; private set; }

        public bool HasData { get; set; }

        /// <summary>Newest time in any message since the last interruption, by the venue's clock; null before there is one.</summary>
        public DateTime? ToldUtc { get; set; }

        public bool HadForcedOrders { get; set; }

        public void Opened()
        {
            _isOpen = true;
            OpenedUtc = _session._clock.NowUtc;
            Subscribe();
        }

        public void Note(StreamMessage message, DateTime latestUtc)
        {
            foreach (MarketStateRow state in message.States)
            {
                Note(state.TimeUtc, latestUtc);
            }

            foreach (ForcedOrderRow order in message.ForcedOrders)
            {
                Note(order.TimeUtc, latestUtc);
            }
        }

        public void TextReceived(string text) => _session.Hear(this, text);

        public void Closed(string reason) => _session.Drop(this, $"closed: {reason}", _session._clock.NowUtc);

        // A transport may report the opening before it returns the connection: both are needed.
        public void Subscribe()
        {
            if (_isOpen && !_isSubscribed && Handle is { } handle)
            {
                _isSubscribed = true;
                foreach (string subscription in _session._plan.Subscriptions)
                {
                    handle.Send(subscription);
                }
            }
        }

        private void Note(DateTime timeUtc, DateTime latestUtc) => ToldUtc = timeUtc > latestUtc || ToldUtc > timeUtc ? ToldUtc : timeUtc;
    }
}
