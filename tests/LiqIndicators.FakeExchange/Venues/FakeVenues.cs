using LiqIndicators.FakeExchange.Markets;
using LiqIndicators.MarketData.Instruments;
using LiqIndicators.MarketData.Venues;

namespace LiqIndicators.FakeExchange.Venues;

/// <summary>All venues on one market, found by name or by the host that a client believes it talks to.</summary>
public sealed class FakeVenues(FakeMarket market)
{
    /// <summary>Every venue; Bybit and OKX twice, for their two kinds of contracts.</summary>
    public IReadOnlyList<FakeVenue> All { get; } =
    [
        new FakeBinance(market),
        new FakeBinanceCoinM(market),
        new FakeBybit(market, ContractKind.Linear),
        new FakeBybit(market, ContractKind.Inverse),
        new FakeOkx(market, ContractKind.Linear),
        new FakeOkx(market, ContractKind.Inverse),
        new FakeHyperliquid(market),
        new FakeBitMex(market),
        new FakeCoinGlass(market),
        new FakeCoinalyze(market),
    ];

    /// <summary>A venue; of several the one with linear contracts.</summary>
    public FakeVenue Of(VenueId venue) => All.First(one => one.Id == venue);

    /// <summary>The venue that serves a path and what follows it.</summary>
    public FakeVenue Of(VenueId venue, string pathAndQuery) => All.First(one => one.Id == venue && one.Serves(pathAndQuery));

    /// <summary>The venue whose own host an address names, for requests or for streams.</summary>
    /// <exception cref="ArgumentException">It names none.</exception>
    public FakeVenue At(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        bool isCoinM = address.Host.StartsWith("dapi.", StringComparison.OrdinalIgnoreCase);
        FakeVenue? named = All.FirstOrDefault(venue => address.Host.Contains(venue.Id.ToString(), StringComparison.OrdinalIgnoreCase));
        return named is null
            ? throw new ArgumentException(
                $"address is {address.Host}; expected a host of {string.Join(", ", All.Select(venue => venue.Id).Distinct())}.", nameof(address))
            : Of(isCoinM ? VenueId.BinanceCoinM : named.Id, address.PathAndQuery);
    }
}
