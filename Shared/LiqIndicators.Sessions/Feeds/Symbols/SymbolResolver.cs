using LiqIndicators.MarketData.Venues;
using LiqIndicators.Sessions.Feeds.Opening;

namespace LiqIndicators.Sessions.Feeds.Symbols;

/// <summary>From a broker's symbol to the asset whose perpetuals are followed: the user's word, then the broker's assets, then the name.</summary>
/// <remarks>A symbol that is quoted in anything but a dollar, by the broker's word or else by its name, follows nothing unless the user says so.</remarks>
public static class SymbolResolver
{
    // Longer than any name of an instrument; names become part of keys whose length is bounded.
    private const int LongestName = 24;

    // Longer than any coin's name; a word that is longer is perhaps a key.
    private const int LongestAsset = 16;

    private static readonly Dictionary<VenueId, string> NoOverrides = [];

    /// <summary>Finds the asset.</summary>
    /// <param name="symbol">What the broker says.</param>
    /// <param name="userText">
    /// The user's word, which wins: an asset or a name (<c>BTC</c>, <c>BTCUSDT</c>), or instruments of venues
    /// (<c>binance:BTCUSDT, okx:BTC-USD-SWAP</c>); empty for none.
    /// </param>
    public static SymbolMatch Resolve(BrokerSymbol symbol, string userText = "")
    {
        ArgumentNullException.ThrowIfNull(symbol);
        ArgumentNullException.ThrowIfNull(userText);
        string user = userText.Trim();
        if (user.Contains(':', StringComparison.Ordinal))
        {
            return ByVenue(user);
        }

        if (user.Length > 0)
        {
            // Whatever is longer is no name, and perhaps a key.
            return Match(user.Length <= LongestName ? AssetNames.PartsOf(user).Base : "", $"set to \"{VenueNames.Shown(user)}\"");
        }

        // The venues' prices are dollars: a cross rate such as ETH in BTC moves in its own way, and so do positions in it.
        (string named, string quote) = AssetNames.PartsOf(symbol.Name);
        quote = symbol.QuoteAsset.Trim().Length > 0 ? symbol.QuoteAsset : quote;
        if (quote.Length > 0 && !AssetNames.IsDollar(quote))
        {
            return new SymbolMatch(
                "", NoOverrides, $"{symbol.Name}: its price is in {quote}, those of the venues are in dollars: no coin with perpetuals found");
        }

        string asset = AssetNames.AssetOf(symbol.BaseAsset);
        return asset.Length > 0
            ? Match(asset, $"{symbol.Name}: base asset {symbol.BaseAsset}")
            : Match(named, $"{symbol.Name}: by its name");
    }

    private static SymbolMatch ByVenue(string user)
    {
        Dictionary<VenueId, string> overrides = [];
        foreach (string part in user.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            string[] pair = part.Split(':', 2, StringSplitOptions.TrimEntries);
            bool isPair = pair.Length == 2 && pair[1].Length is > 0 and <= LongestName;
            if (!isPair || !Enum.TryParse(pair[0], ignoreCase: true, out VenueId venue) || !Enum.IsDefined(venue) || char.IsDigit(pair[0][0]))
            {
                return new SymbolMatch("", NoOverrides, $"\"{VenueNames.Shown(part)}\" is not venue:instrument, such as binance:BTCUSDT");
            }

            overrides[venue] = pair[1];
        }

        return overrides.Count > 0
            ? new SymbolMatch("", overrides, "set to " + string.Join(", ", overrides.Select(pair => $"{pair.Key} {pair.Value}")))
            : new SymbolMatch("", NoOverrides, $"\"{VenueNames.Shown(user)}\" names no instrument");
    }

    private static SymbolMatch Match(string asset, string how) => AssetNames.IsCoin(asset) && asset.Length <= LongestAsset
        ? new SymbolMatch(asset, NoOverrides, $"{how}, follows {asset}")
        : new SymbolMatch("", NoOverrides, $"{how}: no coin with perpetuals found");
}
