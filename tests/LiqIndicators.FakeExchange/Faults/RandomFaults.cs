using LiqIndicators.FakeExchange.Virtual;
using LiqIndicators.MarketData.Ports;
using LiqIndicators.MarketData.Venues;

namespace LiqIndicators.FakeExchange.Faults;

/// <summary>Everything that goes wrong on a network, at random times until an end: answers, streams, clocks, and once everything at once.</summary>
public sealed class RandomFaults
{
    /// <summary>Share of answers that go wrong.</summary>
    public const double AnswerShare = 0.12;

    private const double MessageShare = 0.001;

    // One fault in so many is an oversized answer: it has forty million characters, which a machine should not have to make too often.
    private const int OversizedOne = 40;

    // What passes by itself. That a country is shut out comes for some time, to one venue, not to single answers.
    private static readonly FaultKind[] Kinds =
        [.. Enum.GetValues<FaultKind>().Where(kind => kind is not (FaultKind.GeoBlocked or FaultKind.CountryPage or FaultKind.EchoesKey or FaultKind.Oversized))];

    private static readonly FaultKind[] Shut = [FaultKind.GeoBlocked, FaultKind.CountryPage];

    // Coin-margined contracts and vendors have no stream.
    private static readonly VenueId[] Streaming = [VenueId.Binance, VenueId.Bybit, VenueId.Okx, VenueId.Hyperliquid, VenueId.BitMex];

    private readonly VirtualTime _time;
    private readonly VirtualStreams _streams;
    private readonly int _seed;
    private readonly DateTime _endUtc;
    private readonly Random _random;
    private readonly Dictionary<VenueId, (DateTime FromUtc, DateTime ToUtc, FaultKind Kind)> _shut = [];
    private readonly Dictionary<FaultKind, int> _counts = [];

    /// <summary>Faults on virtual venues; they begin at once.</summary>
    /// <param name="time">The test's time.</param>
    /// <param name="venues">What is asked.</param>
    /// <param name="streams">What is heard.</param>
    /// <param name="seed">Decides everything.</param>
    /// <param name="endUtc">When all is well again.</param>
    public RandomFaults(VirtualTime time, VirtualExchanges venues, VirtualStreams streams, int seed, DateTime endUtc)
    {
        _time = time;
        _streams = streams;
        _seed = seed;
        _endUtc = endUtc;
        _random = new Random(seed);
        double hours = (endUtc - time.NowUtc).TotalHours;
        OutageFromUtc = time.NowUtc.AddHours((0.3 + (0.4 * _random.NextDouble())) * hours);
        OutageToUtc = OutageFromUtc.AddMinutes(25 + _random.Next(20));
        TimeSpan skew = TimeSpan.FromMilliseconds(_random.Next(-4000, 4000));
        venues.Skew = skew;
        streams.Skew = skew;
        ShutOut(hours);
        venues.Fault = Answer;
        streams.IsSilent = IsSilent;
        streams.OnlyAnswers = OnlyAnswers;
        streams.IsShut = IsShut;
        streams.Disturb = Disturb;
        BreakStreams();
    }

    /// <summary>Answers and messages that went wrong so far.</summary>
    public int Count { get; private set; }

    /// <summary>Answers of a kind that came instead of the right one so far.</summary>
    public int CountOf(FaultKind kind) => _counts.GetValueOrDefault(kind);

    /// <summary>When every venue stops answering and telling; UTC.</summary>
    public DateTime OutageFromUtc { get; }

    /// <summary>When they are back; UTC.</summary>
    public DateTime OutageToUtc { get; }

    private TransportReply? Answer(VenueRequest request, string body)
    {
        if (_time.NowUtc >= _endUtc || KindOf(request.Venue) is not { } kind)
        {
            return null;
        }

        Count++;
        _counts[kind] = CountOf(kind) + 1;
        return FaultReply.Of(kind, request.Venue, body, _random);
    }

    private FaultKind? KindOf(VenueId venue)
    {
        DateTime nowUtc = _time.NowUtc;
        if (IsOut(nowUtc))
        {
            return FaultKind.Dropped;
        }

        if (_shut.TryGetValue(venue, out (DateTime FromUtc, DateTime ToUtc, FaultKind Kind) shut) && nowUtc >= shut.FromUtc && nowUtc < shut.ToUtc)
        {
            return shut.Kind;
        }

        return _random.NextDouble() > AnswerShare ? null
            : _random.Next(OversizedOne) == 0 ? FaultKind.Oversized
            : Kinds[_random.Next(Kinds.Length)];
    }

    // Two venues, each in one of the two ways: a law, a content network. A quarter of an hour, or up to a whole one.
    private void ShutOut(double hours)
    {
        VenueId[] order = [.. Streaming.OrderBy(_ => _random.Next())];
        for (int i = 0; i < Shut.Length; i++)
        {
            DateTime fromUtc = _time.NowUtc.AddHours((0.1 + (0.7 * _random.NextDouble())) * hours);
            _shut[order[i]] = (fromUtc, fromUtc.AddMinutes(15 + _random.Next(45)), Shut[i]);
        }
    }

    private bool IsOut(DateTime nowUtc) => nowUtc >= OutageFromUtc && nowUtc < OutageToUtc;

    private bool IsSilent(VenueId venue, DateTime nowUtc) => nowUtc < _endUtc && (IsOut(nowUtc) || Slot(venue, nowUtc, 20) == 0);

    private bool OnlyAnswers(VenueId venue, DateTime nowUtc) => nowUtc < _endUtc && Slot(venue, nowUtc, 20) == 1;

    private bool IsShut(VenueId venue, DateTime nowUtc) => nowUtc < _endUtc && (IsOut(nowUtc) || Slot(venue, nowUtc, 15) == 1);

    // Twice, broken, in other fields, far too long, or late, so that those after it come first.
    private List<(TimeSpan Delay, string Text)> Disturb(VenueId venue, string message)
    {
        if (_time.NowUtc >= _endUtc || _random.NextDouble() > MessageShare)
        {
            return [(TimeSpan.Zero, message)];
        }

        Count++;
        return _random.Next(5) switch
        {
            0 => [(TimeSpan.Zero, message), (TimeSpan.Zero, message)],
            1 => [(TimeSpan.Zero, message[..(message.Length / 2)])],
            2 => [(TimeSpan.Zero, message.Replace("\"s\":", "\"sym\":", StringComparison.Ordinal).Replace("\"data\":", "\"payload\":", StringComparison.Ordinal))],
            3 => [(TimeSpan.Zero, message + new string(' ', FaultReply.OversizedMessage))],
            // BitMEX names no time of a liquidation: the time it comes is all that is known.
            _ => [(venue == VenueId.BitMex ? TimeSpan.Zero : TimeSpan.FromMilliseconds(_random.Next(2500)), message)],
        };
    }

    private void BreakStreams()
    {
        for (DateTime timeUtc = _time.NowUtc; timeUtc < _endUtc; timeUtc = timeUtc.AddMinutes(1 + _random.Next(60)).AddSeconds(_random.Next(60)))
        {
            VenueId venue = Streaming[_random.Next(Streaming.Length)];
            _time.At(timeUtc, () => _streams.Break(venue));
        }
    }

    // The same minutes for every call: a fixed hash of venue, seed and ten minutes.
    private int Slot(VenueId venue, DateTime nowUtc, int of)
    {
        uint hash = (uint)((nowUtc.Ticks / TimeSpan.TicksPerMinute / 10 * 2654435761) ^ (_seed * 40503) ^ ((int)venue * 7919));
        hash ^= hash >> 13;
        return (int)(hash * 2246822519 % (uint)of);
    }
}
