using LiqIndicators.MarketData.Ports;
using LiqIndicators.MarketData.Venues;

namespace LiqIndicators.FakeExchange.Virtual;

/// <summary>Everything that goes wrong on a network, at random times until an end.</summary>
public sealed class RandomFaults(VirtualTime time, VirtualStreams streams, int seed, DateTime endUtc)
{
    private readonly Random _random = new(seed);

    public int Count { get; private set; }

    public TransportReply? Answer(VenueRequest request, string body)
    {
        if (time.NowUtc >= endUtc || _random.NextDouble() > 0.12)
        {
            return null;
        }

        Count++;
        return _random.Next(10) switch
        {
            0 => TransportReply.Answer(429, "{\"code\":-1003,\"msg\":\"Too many requests.\"}", new Dictionary<string, string> { ["Retry-After"] = "7" }),
            1 => TransportReply.Answer(418, "{\"code\":-1003,\"msg\":\"banned\"}", new Dictionary<string, string> { ["Retry-After"] = "130" }),
            2 => TransportReply.Answer(500, "Internal error"),
            3 => TransportReply.Answer(503, "<html>maintenance</html>"),
            4 => TransportReply.Answer(200, body[.._random.Next(body.Length)]),
            5 => TransportReply.Answer(200, body.Replace("\"list\"", "\"rows\"", StringComparison.Ordinal).Replace("sumOpenInterest\"", "x\"", StringComparison.Ordinal)),
            6 => TransportReply.Answer(200, "<html>captive portal</html>"),
            7 => TransportReply.None("timed out"),
            8 => TransportReply.Answer(403, "access too frequent"),
            _ => TransportReply.Answer(200, request.Venue == VenueId.Bybit
                ? "{\"retCode\":10006,\"retMsg\":\"Too many visits!\",\"result\":{}}"
                : "{\"code\":-1001,\"msg\":\"Internal error; unable to process your request.\"}"),
        };
    }

    public bool IsSilent(VenueId venue, DateTime nowUtc) => nowUtc < endUtc && Slot(venue, nowUtc, 20) == 0;

    public bool IsShut(VenueId venue, DateTime nowUtc) => nowUtc < endUtc && Slot(venue, nowUtc, 15) == 1;

    public void BreakStreams()
    {
        for (DateTime timeUtc = time.NowUtc; timeUtc < endUtc; timeUtc = timeUtc.AddMinutes(1 + _random.Next(120)))
        {
            VenueId venue = _random.Next(2) == 0 ? VenueId.Binance : VenueId.Bybit;
            time.At(timeUtc, () => streams.Break(venue));
        }
    }

    // The same minutes for every call: a fixed hash of venue, seed and ten minutes.
    private int Slot(VenueId venue, DateTime nowUtc, int of)
    {
        uint hash = (uint)((nowUtc.Ticks / TimeSpan.TicksPerMinute / 10 * 2654435761) ^ (seed * 40503) ^ venue.ToString().Length);
        hash ^= hash >> 13;
        return (int)(hash * 2246822519 % (uint)of);
    }
}
