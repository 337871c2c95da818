using LiqIndicators.FakeExchange.Markets;
using LiqIndicators.MarketData.Venues;

namespace LiqIndicators.FakeExchange.Venues;

/// <summary>All venues on one market, found by name or by the host that a client believes it talks to.</summary>
public sealed class FakeVenues(FakeMarket market)
{
    private readonly Dictionary<VenueId, FakeVenue> _venues = new FakeVenue[]
    {
        new FakeBinanceCoinM(market), new FakeBinance(market), new FakeBybit(market), new FakeOkx(market), new FakeHyperliquid(market), new FakeBitMex(market), new FakeCoinalyze(market),
    }.ToDictionary(venue => venue.Id);

    /// <summary>Every venue.</summary>
    public IReadOnlyCollection<FakeVenue> All => _venues.Values;

    /// <summary>A venue.</summary>
    public FakeVenue Of(VenueId venue) => _venues[venue];

    /// <summary>The venue whose own host an address names, for requests or for streams.</summary>
    /// <exception cref="ArgumentException">It names none.</exception>
    public FakeVenue At(Uri address) => All.FirstOrDefault(venue => IsHostOf(venue, address.Host))
        ?? throw new ArgumentException($"address is {address.Host}; expected a host of {string.Join(", ", _venues.Keys)}.", nameof(address));

    // Both of Binance's markets have its name.
    private static bool IsHostOf(FakeVenue venue, string host) => venue.Id == VenueId.BinanceCoinM
        ? host.StartsWith("dapi.", StringComparison.Ordinal)
        : host.Contains(venue.Id.ToString(), StringComparison.OrdinalIgnoreCase);
}
