using LiqIndicators.MarketData.Venues;

namespace LiqIndicators.Sessions.Feeds.Opening;

/// <summary>The venues that a user named, or what is wrong with the names.</summary>
/// <param name="Venues">Venues in the user's order; empty when something is wrong.</param>
/// <param name="Error">What is wrong, naming the entry and what was expected; empty when nothing is. Holds no key.</param>
public sealed record VenueChoice(IReadOnlyList<Venue> Venues, string Error)
{
    /// <summary>What is followed when the user names nothing: the two with the longest history, and one more where these do not serve.</summary>
    public const string Default = "binance, bybit, okx";

    /// <summary>Reads names parted by commas, whatever their case.</summary>
    /// <param name="text">Names of <see cref="VenueId"/>, such as <c>binance, bybit</c>; empty for the <see cref="Default"/>.</param>
    /// <param name="key">Key of the vendor among them; empty for none.</param>
    /// <param name="hostOf">Another address for requests to a venue, as for a test; null for each venue's own.</param>
    public static VenueChoice Read(string text, string key, Func<VenueId, Uri?>? hostOf = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(key);
        List<VenueId> ids = [];
        string named = string.IsNullOrWhiteSpace(text) ? Default : text;
        foreach (string entry in named.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            bool isVenue = Enum.TryParse(entry.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out VenueId id)
                && Enum.IsDefined(id) && !char.IsDigit(entry[0]);
            if (!isVenue)
            {
                return Wrong($"Venues: \"{Shown(entry)}\" is no venue; expected some of {Names}");
            }

            if (ids.Contains(id))
            {
                return Wrong($"Venues: \"{Shown(entry)}\" is named twice");
            }

            ids.Add(id);
        }

        VenueId[] vendors = [.. ids.Where(VenueCatalog.IsVendor)];
        return vendors.Length > 1 ? Wrong("Venues: coinglass and coinalyze are both named; expected one, because there is one key")
            : vendors.Length == 1 && string.IsNullOrWhiteSpace(key) ? Wrong($"API key: empty; expected a key of {NameOf(vendors[0])}, which Venues names")
            : ids.Count == vendors.Length ? Wrong($"Venues: \"{Shown(named)}\" names no exchange; expected at least one of {Names}")
            : new VenueChoice([.. ids.Select(id => VenueCatalog.Create(id, key, hostOf?.Invoke(id)))], "");
    }

    private static string Names => string.Join(", ", Enum.GetValues<VenueId>().Select(NameOf));

    private static string NameOf(VenueId id) => id.ToString().ToLowerInvariant();

    private static VenueChoice Wrong(string error) => new([], error);

    // A key pasted into the wrong field must not be read out: names of venues are short.
    private static string Shown(string entry) => entry.Length <= 16 ? entry : entry[..4] + "...";
}
