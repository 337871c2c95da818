using LiqIndicators.MarketData.Venues;
using LiqIndicators.Workbench.Commands;

namespace LiqIndicators.Workbench.Transports;

/// <summary>Makes venues, at their own addresses or at others that the user names, with the user's keys.</summary>
/// <param name="others">Addresses that stand for a venue's own host; paths stay the venue's.</param>
/// <param name="keys">Keys of vendors that need one.</param>
internal sealed class VenueAddresses(IReadOnlyDictionary<VenueId, Uri> others, VendorKeys keys)
{
    /// <summary>A venue.</summary>
    /// <exception cref="CommandException">It needs a key that is not there.</exception>
    internal Venue Create(VenueId venue) => VenueCatalog.Create(
        venue, VenueCatalog.IsVendor(venue) ? keys.Of(venue) : "", Host(venue), StreamHost(venue));

    private static string RootOf(VenueId venue) => venue switch
    {
        VenueId.BitMex => "/api/v1",
        VenueId.CoinGlass => "/api",
        VenueId.Coinalyze => "/v1",
        _ => "",
    };

    private Uri? Host(VenueId venue) =>
        others.TryGetValue(venue, out Uri? other) ? new Uri(other.AbsoluteUri.TrimEnd('/') + RootOf(venue)) : null;

    private Uri? StreamHost(VenueId venue) => others.TryGetValue(venue, out Uri? other)
        ? new UriBuilder(other) { Scheme = other.Scheme == Uri.UriSchemeHttps ? Uri.UriSchemeWss : Uri.UriSchemeWs }.Uri
        : null;
}
