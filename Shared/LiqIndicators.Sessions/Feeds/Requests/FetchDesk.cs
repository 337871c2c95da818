using LiqIndicators.MarketData.Ports;
using LiqIndicators.MarketData.Results;
using LiqIndicators.MarketData.Venues;

namespace LiqIndicators.Sessions.Feeds.Requests;

/// <summary>Sends jobs in the order of their rank, a few at a time, within every venue's budget and mood.</summary>
/// <remarks>
/// Failures that pass by themselves put the job back, or give it to an owner who plans anew; the venue's pause decides when the next one is sent.
/// </remarks>
internal sealed class FetchDesk
{
    // A transport that never reports the end of a request must not block the desk for ever.
    private static readonly TimeSpan Lost = TimeSpan.FromSeconds(150);

    private readonly IHttpTransport _transport;
    private readonly IClock _clock;
    private readonly Action<string> _log;
    private readonly int _maximumInFlight;
    private readonly List<(FetchJob Job, long Order)> _waiting = new();
    private readonly List<Flight> _flights = new();
    private long _order;
    private bool _isSending;

    public FetchDesk(IHttpTransport transport, IClock clock, int maximumInFlight, Action<string> log)
    {
        _transport = transport;
        _clock = clock;
        _maximumInFlight = maximumInFlight;
        _log = log;
    }

    /// <summary>Requests sent so far.</summary>
    public int Sent { get; private set; }

    /// <summary>Puts a job into the line.</summary>
    public void Add(FetchJob job)
    {
        _waiting.Add((job, _order++));
        _waiting.Sort((a, b) => a.Job.Rank != b.Job.Rank ? a.Job.Rank.CompareTo(b.Job.Rank) : a.Order.CompareTo(b.Order));
    }

    /// <summary>Takes a job out of the line again.</summary>
    /// <returns>Whether it was there; not when it has been sent or dropped.</returns>
    public bool Withdraw(FetchJob job) => _waiting.RemoveAll(waiting => ReferenceEquals(waiting.Job, job)) > 0;

    /// <summary>Sends what may be sent now.</summary>
    public void Pump()
    {
        DropLost();
        if (_isSending)
        {
            // An answer that comes during Send is taken there; the loop below goes on by itself.
            return;
        }

        _isSending = true;
        try
        {
            for (int i = 0; i < _waiting.Count && _flights.Count < _maximumInFlight;)
            {
                FetchJob job = _waiting[i].Job;
                DateTime now = _clock.NowUtc;
                if (now > job.UntilUtc || !job.IsWanted())
                {
                    _waiting.RemoveAt(i);
                }
                else if (MaySend(job.Line, now) && job.Line.Budgets.TryTake(job.Request.Cost, now))
                {
                    _waiting.RemoveAt(i);
                    Send(job, now);
                    i = 0;
                }
                else
                {
                    i++;
                }
            }
        }
        finally
        {
            _isSending = false;
        }
    }

    private bool MaySend(VenueLine line, DateTime nowUtc) => line.Health.MayAsk(nowUtc)
        && !(line.Health.IsFailing && _flights.Exists(flight => ReferenceEquals(flight.Job.Line, line)));

    private void Send(FetchJob job, DateTime nowUtc)
    {
        Flight flight = new(job, nowUtc);
        _flights.Add(flight);
        Sent++;
        _transport.Send(job.Request, reply => Complete(flight, reply));
    }

    private void Complete(Flight flight, TransportReply reply)
    {
        if (!_flights.Remove(flight))
        {
            return;
        }

        DateTime now = _clock.NowUtc;
        VenueLine line = flight.Job.Line;
        NoteClock(line, flight.SentUtc, reply, now);
        if (line.Venue.ReadBudget(reply) is { } reading)
        {
            line.Budgets.Note(reading, now);
        }

        Settle(flight.Job, flight.Job.Take(reply, now), now);
        Pump();
    }

    private void Settle(FetchJob job, FetchError? error, DateTime nowUtc)
    {
        if (error is null)
        {
            job.Line.Health.Succeeded();
            return;
        }

        // What the venue says by its clock is waited for by ours.
        FetchError onOurClock = error with { UntilUtc = error.UntilUtc - job.Line.Skew.Value };
        if (job.IsOptional)
        {
            // Only a call to wait says anything about the venue's other answers.
            if (error.Kind is FetchErrorKind.RateLimited or FetchErrorKind.Banned)
            {
                job.Line.Health.Failed(onOurClock, nowUtc);
            }

            job.GiveUp(error with { Message = job.Request.WithoutSecrets(error.Message) }, nowUtc);
            return;
        }

        // What goes on failing in the same way is said once; how far back a venue goes, by whoever asked.
        if (error.IsTransient ? job.Line.Health.TrySay(error) : error.Kind != FetchErrorKind.OutOfDepth)
        {
            _log(job.Request.WithoutSecrets(error.Message));
        }

        if (error.IsTransient || error.ConcernsWholeVenue)
        {
            job.Line.Health.Failed(onOurClock, nowUtc);
        }

        if (error.IsTransient && !job.IsPlannedAnew)
        {
            Add(job);
        }
        else
        {
            job.GiveUp(error, nowUtc);
        }
    }

    private void DropLost()
    {
        DateTime now = _clock.NowUtc;
        foreach (Flight flight in _flights.Where(flight => now - flight.SentUtc > Lost).ToList())
        {
            _flights.Remove(flight);
            Settle(flight.Job, new FetchError(FetchErrorKind.Network, $"{flight.Job.Request.Source}: no end was reported."), now);
        }
    }

    private static void NoteClock(VenueLine line, DateTime sentUtc, TransportReply reply, DateTime receivedUtc)
    {
        if (HttpStatusRules.Date(reply, "Date") is { } venueUtc)
        {
            // The header drops the fraction of its second: half a second is its best estimate.
            line.Skew.Note(venueUtc.AddSeconds(0.5), sentUtc, receivedUtc);
        }
    }

    private sealed record Flight(FetchJob Job, DateTime SentUtc)
    {
        public bool Equals(Flight? other) => ReferenceEquals(this, other);

        public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
    }
}
