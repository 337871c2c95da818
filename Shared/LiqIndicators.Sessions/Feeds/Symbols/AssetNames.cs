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

    private static readonly string[] Fiats =
    [
        "EUR", "GBP", "JPY", "AUD", "NZD", "CAD", "CHF", "SEK", "NOK", "DKK", "PLN", "HUF", "CZK", "TRY", "ZAR", "MXN", "BRL", "SGD", "HKD",
        "CNH", "CNY", "KRW", "INR", "RUB", "THB", "ILS",
    ];

    private static readonly string[] QuoteCoins = ["BTC", "XBT", "ETH", "BNB"];

    // Coins worth a dollar whose names would else be read as a coin in dollars: T, B, FD.
    private static readonly HashSet<string> DollarCoins = new(StringComparer.Ordinal) { "BUSD", "TUSD", "GUSD", "PYUSD", "FDUSD", "RLUSD" };

    // What has a quote currency too, but is no coin.
    private static readonly HashSet<string> NoCoins = new(Fiats, StringComparer.Ordinal)
    {
        "XAU", "XAG", "XPT", "XPD", "GOLD", "SILVER", "COPPER", "XTI", "XBR", "XNG", "WTI", "BRENT", "USOIL", "UKOIL", "NGAS", "NATGAS", "USTEC", "VIX", "DXY",
    };

    // "Bitcoin" and "BTCm" are no names with a suffix: a coin and what it is priced in are longer.
    private const int ShortestBeforeSuffix = 3;

    private static readonly char[] Separators = ['-', '_', '.', '#'];

    private static readonly string[] Multipliers = ["1000000", "10000", "1000", "1M"];

    /// <summary>Whether a word is an asset that can have perpetuals.</summary>
    public static bool IsCoin(string asset) => asset.Length > 0 && !NoCoins.Contains(asset) && !IsDollar(asset) && !IsIndex(asset);

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

    /// <summary>The base asset in the name of a symbol, in the usual word, and what its price is in; each empty where the name does not tell.</summary>
    /// <remarks>A separator parts them for certain. In a joined name all that stands before the dollar is the coin: BNBUSD is no BN in BUSD.</remarks>
    public static (string Base, string Quote) PartsOf(string symbolName)
    {
        int stroke = symbolName.IndexOf('/');
        if (stroke > 0)
        {
            return (AssetOf(symbolName[..stroke]), Plain(symbolName[(stroke + 1)..]));
        }

        string[] words = [.. symbolName.Split(Separators).Select(Plain).Where(word => word.Length > 0)];
        if (words.Length == 0)
        {
            return ("", "");
        }

        int quote = Array.FindIndex(words, 1, word => QuoteAtStartOf(word).Length > 0);
        if (quote > 0)
        {
            return (AssetOf(words[0]), QuoteAtStartOf(words[quote]));
        }

        // What stands behind a quote is the broker's suffix. Without one it belongs to the name: Bitcoin-Cash is no Bitcoin, US-30 no coin.
        (string Base, string Quote) first = PartsOfJoined(words[0]);
        return first.Quote.Length > 0 ? first : PartsOfJoined(Plain(symbolName));
    }

    private static (string Base, string Quote) PartsOfJoined(string word)
    {
        // The last one, because a coin may be a dollar too: USDTUSD.
        int dollar = word.LastIndexOf("USD", StringComparison.Ordinal);
        if (dollar > 0)
        {
            string coin = word[..dollar];
            return DollarCoins.Contains(coin + "USD") ? (coin + "USD", "")
                : (AssetOf(coin.Length > 3 && coin.EndsWith("FD", StringComparison.Ordinal) ? coin[..^2] : coin), "USD");
        }

        // A coin that is worth another, such as WBTC or STETH, has fewer letters before that one's name than a coin that is priced in it.
        string? quote = Array.Find(Fiats, fiat => word.EndsWith(fiat, StringComparison.Ordinal))
            ?? Array.Find(QuoteCoins, coin => word.Length >= 3 + coin.Length && word.EndsWith(coin, StringComparison.Ordinal));
        if (quote is not null && word.Length > quote.Length)
        {
            return (AssetOf(word[..^quote.Length]), quote);
        }

        return (AssetOf(word.Length > 4 && word.EndsWith("PERP", StringComparison.Ordinal) ? word[..^4] : word), "");
    }

    private static string QuoteAtStartOf(string word) => IsDollar(word)
        ? word
        : Array.Find([.. Fiats, .. QuoteCoins], quote => word.StartsWith(quote, StringComparison.Ordinal)) ?? "";

    // Indices go by few letters and a number of two to four digits: US30, GER40, NASDAQ100, US2000. BROCCOLI714 is a coin, and so are C98 and API3.
    private static bool IsIndex(string asset)
    {
        int digits = asset.Reverse().TakeWhile(char.IsDigit).Count();
        return digits is >= 2 and <= 4 && asset.Length - digits is >= 2 and <= 6 && asset[..^digits].All(char.IsLetter);
    }

    // Separators are the broker's taste; a dot or hash starts a suffix that says nothing about the asset.
    private static string Plain(string text)
    {
        string name = text.Trim();
        int cut = name.IndexOfAny(['.', '#']);
        name = cut > 0 ? name[..cut] : name;
        // "kPEPE": a thousand, written small.
        name = name.Length > 2 && name[0] == 'k' && char.IsUpper(name[1]) ? name[1..] : name;
        // "BTCEURm": the broker's suffix, written small.
        int small = name.Length;
        while (small > 0 && char.IsLower(name[small - 1]))
        {
            small--;
        }

        name = small > ShortestBeforeSuffix && name.Take(small).All(letter => char.IsUpper(letter) || char.IsDigit(letter)) ? name[..small] : name;
        return new string(name.Where(char.IsLetterOrDigit).ToArray()).ToUpperInvariant();
    }
}
