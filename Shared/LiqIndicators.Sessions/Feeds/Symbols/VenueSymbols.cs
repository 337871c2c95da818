using LiqIndicators.MarketData.Instruments;
using LiqIndicators.MarketData.Venues;

namespace LiqIndicators.Sessions.Feeds.Symbols;

/// <summary>What venues call the perpetuals of an asset.</summary>
public static class VenueSymbols
{
    // Coins so cheap that venues trade them by the thousand.
    private static readonly HashSet<string> ByTheThousand = new(StringComparer.Ordinal)
    {
        "PEPE", "SHIB", "BONK", "FLOKI", "LUNC", "XEC", "SATS", "RATS", "CAT", "WHY", "CHEEMS", "TOSHI",
    };

    /// <summary>A source of a venue for what a symbol was matched to; null when the venue has nothing for it.</summary>
    /// <param name="venue">The venue.</param>
    /// <param name="match">What the symbol is about.</param>
    public static FeedSource? SourceOf(Venue venue, SymbolMatch match)
    {
        ArgumentNullException.ThrowIfNull(venue);
        ArgumentNullException.ThrowIfNull(match);
        IReadOnlyList<VenueInstrument> candidates = match.Overrides.TryGetValue(venue.Id, out string? symbol)
            ? [Named(venue.Id, symbol)]
            : match.Asset.Length > 0 ? Candidates(venue.Id, match.Asset) : [];
        return candidates.Count == 0
            ? null
            : new FeedSource(
                venue,
                candidates,
                NeedsSpecification: venue.Id is VenueId.Okx or VenueId.BitMex or VenueId.BinanceCoinM,
                SamplesLiquidations: SamplesLiquidations(venue.Id));
    }

    /// <summary>The sources of a venue beside others: of a vendor that tells venues apart, one for each of them that it knows.</summary>
    /// <param name="venue">The venue.</param>
    /// <param name="match">What the symbol is about.</param>
    /// <param name="venues">All venues that are followed.</param>
    public static IReadOnlyList<FeedSource> SourcesOf(Venue venue, SymbolMatch match, IReadOnlyList<Venue> venues)
    {
        ArgumentNullException.ThrowIfNull(venue);
        ArgumentNullException.ThrowIfNull(match);
        ArgumentNullException.ThrowIfNull(venues);
        if (venue.Id != VenueId.Coinalyze || match.Asset.Length == 0 || match.Overrides.ContainsKey(venue.Id))
        {
            return SourceOf(venue, match) is { } source ? [source] : [];
        }

        // Each symbol counts as a request of its own: asked for alone, one that the vendor does not know takes no other with it.
        return
        [
            .. venues.Select(other => CoinalyzeSymbols.Of(other.Id, match.Asset, ByTheThousand.Contains(match.Asset)))
                .Where(names => names.Count > 0)
                .Select(names => new FeedSource(venue, [.. names.Select(name => Named(venue.Id, name) with { BaseAsset = match.Asset })])),
        ];
    }

    /// <summary>The venue whose liquidations a source tells; null for a vendor's sum over the whole market.</summary>
    /// <param name="venue">The venue or vendor.</param>
    /// <param name="symbol">Its name of the instrument.</param>
    public static VenueId? LiquidationsOf(VenueId venue, string symbol)
    {
        ArgumentNullException.ThrowIfNull(symbol);
        return venue switch
        {
            VenueId.CoinGlass => null,
            VenueId.Coinalyze => CoinalyzeSymbols.VenueOf(symbol),
            _ => venue,
        };
    }

    /// <summary>Whether a venue's stream leaves liquidations out: one per instrument and second is all that it sends.</summary>
    public static bool SamplesLiquidations(VenueId venue) => venue is VenueId.Binance or VenueId.Okx;

    /// <summary>Instruments of a venue to try for an asset, best first.</summary>
    public static IReadOnlyList<VenueInstrument> Candidates(VenueId venue, string asset)
    {
        ArgumentNullException.ThrowIfNull(asset);
        bool isByTheThousand = ByTheThousand.Contains(asset);
        string[] names = venue switch
        {
            VenueId.Binance or VenueId.CoinGlass => Ordered(isByTheThousand, $"1000{asset}USDT", $"{asset}USDT"),
            VenueId.Bybit => [.. Ordered(isByTheThousand, $"1000{asset}USDT", $"{asset}USDT"), $"{asset}1000USDT"],
            VenueId.Coinalyze => [.. CoinalyzeSymbols.Of(VenueId.Binance, asset, isByTheThousand)],
            VenueId.Okx => [$"{asset}-USDT-SWAP"],
            VenueId.Hyperliquid => Ordered(isByTheThousand, $"k{asset}", asset),
            VenueId.BinanceCoinM => [$"{asset}USD_PERP"],
            _ => [asset == "BTC" ? "XBTUSD" : $"{asset}USDT"],
        };
        return names.Select(name => Named(venue, name) with { BaseAsset = asset }).ToList();
    }

    private static VenueInstrument Named(VenueId venue, string symbol)
    {
        bool isInverse = symbol.EndsWith("USD", StringComparison.Ordinal) || symbol.Contains("-USD-", StringComparison.Ordinal)
            || symbol.Contains("USD_", StringComparison.Ordinal);
        return new VenueInstrument(
            venue, symbol, symbol, isInverse ? "USD" : "USDT", isInverse ? ContractTerms.OneQuoteUnit : ContractTerms.OneBaseUnit);
    }

    private static string[] Ordered(bool isByTheThousand, string thousand, string one) =>
        isByTheThousand ? [thousand, one] : [one, thousand];
}
