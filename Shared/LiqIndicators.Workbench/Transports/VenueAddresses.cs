using LiqIndicators.MarketData.Venues;
using LiqIndicators.MarketData.Venues.Binance;
using LiqIndicators.MarketData.Venues.BitMex;
using LiqIndicators.MarketData.Venues.Bybit;
using LiqIndicators.MarketData.Venues.CoinGlass;
using LiqIndicators.MarketData.Venues.Coinalyze;
using LiqIndicators.MarketData.Venues.Hyperliquid;
using LiqIndicators.MarketData.Venues.Okx;
using LiqIndicators.Workbench.Commands;

namespace LiqIndicators.Workbench.Transports;

/// <summary>Makes venues, at their own addresses or at others that the user names, with the user's keys.</summary>
/// <param name="others">Addresses that stand for a venue's own host; paths stay the venue's.</param>
/// <param name="keys">Keys of vendors that need one.</param>
internal sealed class VenueAddresses(IReadOnlyDictionary<VenueId, Uri> others, VendorKeys keys)
{
    /// <summary>A venue.</summary>
    /// <exception cref="CommandException">It needs a key that is not there.</exception>
    internal Venue Create(VenueId venue) => venue switch
    {
        VenueId.Binance => new BinanceVenue(Host(venue), StreamHost(venue)),
        VenueId.BinanceCoinM => new BinanceCoinMVenue(Host(venue)),
        VenueId.Bybit => new BybitVenue(Host(venue), StreamHost(venue)),
        VenueId.Okx => new OkxVenue(Host(venue), StreamHost(venue)),
        VenueId.Hyperliquid => new HyperliquidVenue(Host(venue), StreamHost(venue)),
        VenueId.BitMex => new BitMexVenue(Host(venue, "/api/v1"), StreamHost(venue)),
        VenueId.CoinGlass => new CoinGlassVenue(keys.Of(venue), host: Host(venue, "/api")),
        VenueId.Coinalyze => new CoinalyzeVenue(keys.Of(venue), Host(venue, "/v1")),
        _ => throw new ArgumentOutOfRangeException(nameof(venue), venue, "Unknown venue."),
    };

    private Uri? Host(VenueId venue, string root = "") =>
        others.TryGetValue(venue, out Uri? other) ? new Uri(other.AbsoluteUri.TrimEnd('/') + root) : null;

    private Uri? StreamHost(VenueId venue) => others.TryGetValue(venue, out Uri? other)
        ? new UriBuilder(other) { Scheme = other.Scheme == Uri.UriSchemeHttps ? Uri.UriSchemeWss : Uri.UriSchemeWs }.Uri
        : null;
}
