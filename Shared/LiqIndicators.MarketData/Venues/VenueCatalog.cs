using LiqIndicators.MarketData.Venues.Binance;
using LiqIndicators.MarketData.Venues.BitMex;
using LiqIndicators.MarketData.Venues.Bybit;
using LiqIndicators.MarketData.Venues.CoinGlass;
using LiqIndicators.MarketData.Venues.Coinalyze;
using LiqIndicators.MarketData.Venues.Hyperliquid;
using LiqIndicators.MarketData.Venues.Okx;

namespace LiqIndicators.MarketData.Venues;

/// <summary>All venues by their name.</summary>
public static class VenueCatalog
{
    /// <summary>Whether a source is a vendor of data over venues, which needs a key.</summary>
    public static bool IsVendor(VenueId id) => id is VenueId.CoinGlass or VenueId.Coinalyze;

    /// <summary>Makes a venue.</summary>
    /// <param name="id">Which one.</param>
    /// <param name="key">Key of a vendor; venues need none.</param>
    /// <param name="host">Another address for its requests; null for its own.</param>
    /// <param name="streamHost">Another address for its streams; null for its own.</param>
    /// <exception cref="ArgumentOutOfRangeException">The venue is unknown.</exception>
    public static Venue Create(VenueId id, string key, Uri? host = null, Uri? streamHost = null) => id switch
    {
        VenueId.Binance => new BinanceVenue(host, streamHost),
        VenueId.BinanceCoinM => new BinanceCoinMVenue(host),
        VenueId.Bybit => new BybitVenue(host, streamHost),
        VenueId.Okx => new OkxVenue(host, streamHost),
        VenueId.Hyperliquid => new HyperliquidVenue(host, streamHost),
        VenueId.BitMex => new BitMexVenue(host, streamHost),
        VenueId.CoinGlass => new CoinGlassVenue(key, host: host),
        VenueId.Coinalyze => new CoinalyzeVenue(key, host),
        _ => throw new ArgumentOutOfRangeException(nameof(id), id, $"id is {id}; expected a known venue."),
    };
}
