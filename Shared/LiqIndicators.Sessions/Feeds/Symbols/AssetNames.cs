namespace LiqIndicators.Sessions.Feeds.Symbols;

/// <summary>Reads assets out of the words that brokers use for them.</summary>
internal static class AssetNames
{
    private static readonly Dictionary<string, string> OtherNames = new(StringComparer.Ordinal)
    {
        ["XBT"] = "BTC",
        ["BITCOIN"] = "BTC",
        ["ETHEREUM"] = "ETH",
        ["ETHER"] = "ETH",
        ["RIPPLE"] = "XRP",
        ["LITECOIN"] = "LTC",
        ["SOLANA"] = "SOL",
        ["DOGECOIN"] = "DOGE",
        ["CARDANO"] = "ADA",
        ["POLKADOT"] = "DOT",
        ["CHAINLINK"] = "LINK",
        ["AVALANCHE"] = "AVAX",
        ["STELLAR"] = "XLM",
        ["BITCOINCASH"] = "BCH",
        ["DSH"] = "DASH",
        ["IOT"] = "IOTA",
    };

    // Longest first: BTCUSDT must not be read as BTCUSD with a rest.
    private static readonly string[] Quotes = ["USDT", "USDC", "USDE", "BUSD", "USD", "EUR", "GBP", "JPY", "AUD", "CHF", "CAD"];

    // What has a quote currency too, but is no coin.
    private static readonly HashSet<string> NoCoins = new(StringComparer.Ordinal)
    {
        "USD", "EUR", "GBP", "JPY", "AUD", "NZD", "CAD", "CHF", "SEK", "NOK", "DKK", "PLN", "HUF", "CZK", "TRY", "ZAR", "MXN", "SGD", "HKD",
        "CNH", "CNY", "THB", "ILS", "XAU", "XAG", "XPT", "XPD", "GOLD", "SILVER", "XTI", "XBR", "WTI", "BRENT", "XNG", "NAS100", "US30", "US500",
        "SPX500", "GER40", "UK100", "USDT", "USDC",
    };

    private static readonly string[] Multipliers = ["1000000", "10000", "1000", "1M"];

    /// <summary>Whether a word is an asset that can have perpetuals.</summary>
    public static bool IsCoin(string asset) => asset.Length > 0 && !NoCoins.Contains(asset);

    /// <summary>Whether a price in an asset is one in dollars, as those of the venues are: the dollar itself and coins that are worth one.</summary>
    public static bool IsDollar(string asset) => Plain(asset) is var word && (word.Contains("USD", StringComparison.Ordinal) || word is "DAI");

    /// <summary>The asset in the usual word, without a multiplier; empty for an empty word.</summary>
    public static string AssetOf(string word)
    {
        string asset = Plain(word);
        string? multiplier = Array.Find(Multipliers, prefix => asset.StartsWith(prefix, StringComparison.Ordinal));
        // "1INCH" and "10000" are names, not multiples of something.
        if (multiplier is not null && asset.Length > multiplier.Length + 1 && !char.IsDigit(asset[multiplier.Length]))
        {
            asset = asset[multiplier.Length..];
        }
        else if (asset.Length > 5 && asset.EndsWith("1000", StringComparison.Ordinal))
        {
            asset = asset[..^4];
        }

        return OtherNames.TryGetValue(asset, out string? usual) ? usual : asset;
    }

    /// <summary>The base asset in the name of a symbol; empty when there is none.</summary>
    public static string BaseOf(string symbolName)
    {
        string plain = Plain(symbolName);
        foreach (string quote in Quotes)
        {
            // From the second character: a coin comes before its quote. What follows the quote is the broker's suffix.
            int at = plain.Length > 1 ? plain.IndexOf(quote, 1, StringComparison.Ordinal) : -1;
            if (at > 0)
            {
                return AssetOf(plain[..at]);
            }
        }

        return AssetOf(plain.Length > 4 && plain.EndsWith("PERP", StringComparison.Ordinal) ? plain[..^4] : plain);
    }

    // Separators are the broker's taste; a dot or hash starts a suffix that says nothing about the asset.
    private static string Plain(string text)
    {
        string name = text.Trim();
        int cut = name.IndexOfAny(['.', '#']);
        name = cut > 0 ? name[..cut] : name;
        // "kPEPE": a thousand, written small.
        name = name.Length > 2 && name[0] == 'k' && char.IsUpper(name[1]) ? name[1..] : name;
        return new string(name.Where(char.IsLetterOrDigit).ToArray()).ToUpperInvariant();
    }
}
