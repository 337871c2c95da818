using LiqIndicators.MarketData.Venues;

namespace LiqIndicators.Sessions.Feeds.Symbols;

/// <summary>What Coinalyze calls the contracts of venues: a name, and after a dot the letter of the exchange.</summary>
internal static class CoinalyzeSymbols
{
    /// <summary>Names to try for a venue's perpetual of an asset, best first; none where the vendor knows nothing of the venue's liquidations.</summary>
    /// <param name="venue">The venue.</param>
    /// <param name="asset">The asset, without a multiplier.</param>
    /// <param name="isByTheThousand">Whether venues trade it by the thousand.</param>
    public static IReadOnlyList<string> Of(VenueId venue, string asset, bool isByTheThousand)
    {
        (string Ending, bool HasThousands)? form = venue switch
        {
            VenueId.Binance => ("USDT_PERP.A", true),
            VenueId.BinanceCoinM => ("USD_PERP.A", false),
            VenueId.Bybit => ("USDT.6", true),
            VenueId.Okx => ("USDT_PERP.3", false),
            VenueId.BitMex => (asset == "BTC" ? "USD_PERP.0" : "USDT_PERP.0", false),
            _ => null,
        };
        return form is not var (ending, hasThousands) ? []
            : !hasThousands ? [asset + ending]
            : isByTheThousand ? [$"1000{asset}{ending}", asset + ending]
            : [asset + ending, $"1000{asset}{ending}"];
    }

    /// <summary>The venue whose contract a name is; Coinalyze itself for an exchange that is no venue here.</summary>
    public static VenueId VenueOf(string symbol)
    {
        int dot = symbol.LastIndexOf('.');
        return (dot < 0 ? "" : symbol[(dot + 1)..]) switch
        {
            "A" when symbol.Contains("USD_", StringComparison.Ordinal) => VenueId.BinanceCoinM,
            "A" => VenueId.Binance,
            "6" => VenueId.Bybit,
            "3" => VenueId.Okx,
            "0" => VenueId.BitMex,
            _ => VenueId.Coinalyze,
        };
    }
}
