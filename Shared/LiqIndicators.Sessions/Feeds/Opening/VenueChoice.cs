using LiqIndicators.MarketData.Venues;

namespace LiqIndicators.Sessions.Feeds.Opening;

/// <summary>The venues that a user named, or what is wrong with the names.</summary>
/// <param name="Venues">Venues in the user's order; empty when something is wrong.</param>
/// <param name="Weights">How much each of them counts.</param>
/// <param name="Error">What is wrong, naming the entry and what was expected; empty when nothing is. Holds no key.</param>
public sealed record VenueChoice(IReadOnlyList<Venue> Venues, VenueWeights Weights, string Error)
{
    /// <summary>What is followed when the user names nothing: the two with the longest history, and one more where these do not serve.</summary>
    public const string Default = "binance, bybit, okx";

    /// <summary>Reads names parted by commas, whatever their case.</summary>
    /// <param name="text">Names of <see cref="VenueId"/>, such as <c>binance, bybit*0.5</c>; see <see cref="VenueNames"/>; empty for the <see cref="Default"/>.</param>
    /// <param name="key">Key of the vendor among them; empty for none.</param>
    /// <param name="hostOf">Another address for requests to a venue, as for a test; null for each venue's own.</param>
    public static VenueChoice Read(string text, string key, Func<VenueId, Uri?>? hostOf = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(key);
        string named = string.IsNullOrWhiteSpace(text) ? Default : text;
        string problem = VenueNames.Read(named, out IReadOnlyList<VenueId> ids, out VenueWeights weights);
        if (problem.Length > 0)
        {
            return Wrong($"Venues: {problem}");
        }

        VenueId[] vendors = [.. ids.Where(VenueCatalog.IsVendor)];
        return vendors.Length > 1 ? Wrong("Venues: coinglass and coinalyze are both named; expected one, because there is one key")
            : vendors.Length == 1 && string.IsNullOrWhiteSpace(key) ? Wrong($"API key: empty; expected a key of {VenueNames.Of(vendors[0])}, which Venues names")
            : ids.Count == vendors.Length ? Wrong($"Venues: \"{VenueNames.Shown(named)}\" names no exchange; expected at least one of {VenueNames.All}")
            : new VenueChoice([.. ids.Select(id => VenueCatalog.Create(id, key, hostOf?.Invoke(id)))], weights, "");
    }

    private static VenueChoice Wrong(string error) => new([], VenueWeights.None, error);
}
