using LiqIndicators.MarketData.Instruments;
using LiqIndicators.MarketData.Ports;
using LiqIndicators.MarketData.Results;
using LiqIndicators.MarketData.Venues;
using LiqIndicators.Workbench.Transports;

namespace LiqIndicators.Workbench.Check;

/// <summary>Asks each venue for its newest bars once, opens its stream once, and waits a bounded time for both.</summary>
internal sealed class CheckRun(FollowedMarket market, TimeSpan timeout)
{
    private static readonly TimeSpan Bar = TimeSpan.FromMinutes(5);

    private readonly SystemClock _clock = new();

    internal IReadOnlyList<VenueAnswer> Go(CancellationToken stop)
    {
        using OwnerThread owner = new();
        using RestTransport http = new(owner, timeout);
        SocketTransport sockets = new(owner);
        List<Probe> probes = [.. market.Sources().Select(source => new Probe(source.Venue, source.Candidates[0], _clock))];
        foreach (Probe probe in probes)
        {
            probe.Start(http, sockets);
        }

        DateTime endUtc = _clock.NowUtc + timeout;
        owner.Run(() => { }, () => probes.TrueForAll(probe => probe.IsDone) || _clock.NowUtc >= endUtc, stop);
        probes.ForEach(probe => probe.Close());
        return [.. probes.Select(probe => probe.Answer())];
    }

    private sealed class Probe(Venue venue, VenueInstrument instrument, IClock clock) : IStreamListener
    {
        private readonly ContractBook _book = new([instrument]);
        private readonly StreamPlan? _plan = venue.Stream([instrument]);
        private IStreamConnection? _connection;
        private FetchError? _error;
        private DateTime _sentUtc;
        private TimeSpan? _took;
        private string _stream = "no data in time";
        private bool _hasStreamEnded;

        internal bool IsDone => (_took is not null || _error is not null) && (_plan is null || _hasStreamEnded);

        internal void Start(RestTransport http, SocketTransport streams)
        {
            _sentUtc = clock.NowUtc;
            DateTime lastUtc = new(_sentUtc.Ticks - (_sentUtc.Ticks % Bar.Ticks), DateTimeKind.Utc);
            SeriesPage page = new(Bar, new TimeRange(lastUtc - (2 * Bar), lastUtc + Bar), IsNewest: true);
            if (venue.Offer(SeriesKind.Liquidations, Bar) is not null && venue.Liquidations(instrument, page) is { } totals)
            {
                Ask(http, totals);
            }
            else if (venue.Candles(instrument, CandlePrice.Last, page) is { } candles)
            {
                Ask(http, candles);
            }
            else if (venue.OpenInterest(instrument, page) is { } interest)
            {
                Ask(http, interest);
            }

            if (_plan is not null)
            {
                _connection = streams.Open(_plan.Address, this);
            }
        }

        internal void Close() => _connection?.Close();

        internal VenueAnswer Answer()
        {
            string requests = _error is { } error ? $"{error.Kind}: {error.Message}"
                : _took is { } took ? FormattableString.Invariant($"ok in {took.TotalMilliseconds:0} ms") : "Network: no answer in time";
            string kind = _error?.Kind.ToString() ?? (_took is null ? nameof(FetchErrorKind.Network) : "ok");
            return new VenueAnswer(venue.Id.ToString(), instrument.Symbol, kind == "ok", kind, requests, _plan is null ? "none" : _stream);
        }

        public void Opened()
        {
            foreach (string subscription in _plan!.Subscriptions)
            {
                _connection!.Send(subscription);
            }
        }

        public void TextReceived(string text)
        {
            FetchResult<StreamMessage> read = venue.ReadStream(text, _book, clock.NowUtc);
            if (!read.IsSuccess)
            {
                EndStream(read.Error!.Message);
            }
            else if (read.Value.Kind == StreamMessageKind.Refused)
            {
                EndStream($"refused: {read.Value.Detail}");
            }
            else if (read.Value.Kind == StreamMessageKind.Data)
            {
                EndStream(FormattableString.Invariant($"data after {(clock.NowUtc - _sentUtc).TotalMilliseconds:0} ms"));
            }
        }

        public void Closed(string reason) => EndStream($"closed: {reason}");

        private void EndStream(string what)
        {
            if (!_hasStreamEnded)
            {
                _hasStreamEnded = true;
                _stream = what;
            }
        }

        private void Ask<T>(RestTransport http, VenueQuery<T> query) => http.Send(query.Request, reply =>
        {
            FetchResult<T> result = venue.Read(query, reply, clock.NowUtc);
            _error = result.Error;
            _took = clock.NowUtc - _sentUtc;
        });
    }
}
