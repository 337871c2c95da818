using LiqIndicators.FakeExchange.Virtual;
using LiqIndicators.MarketData.Ports;
using LiqIndicators.MarketData.Venues;

namespace LiqIndicators.FakeExchange.Faults;

/// <summary>Everything that goes wrong on a network, at random times until an end.</summary>
public sealed class RandomFaults(VirtualTime time, VirtualStreams streams, int seed, DateTime endUtc)
{
    // What passes by itself: a venue that shuts out a country does so for good.
    private static readonly FaultKind[] Kinds =
        [.. Enum.GetValues<FaultKind>().Where(kind => kind is not (FaultKind.GeoBlocked or FaultKind.CountryPage or FaultKind.EchoesKey or FaultKind.Oversized))];

    private readonly Random _random = new(seed);

    public int Count { get; private set; }

    public TransportReply? Answer(VenueRequest request, string body)
    {
        if (time.NowUtc >= endUtc || _random.NextDouble() > 0.12)
        {
            return null;
        }

        Count++;
        return FaultReply.Of(Kinds[_random.Next(Kinds.Length)], request.Venue, body, _random);
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
