using LiqIndicators.Analytics.Liquidation;
using LiqIndicators.Analytics.Liquidation.Forecast;
using LiqIndicators.Analytics.Market;
using LiqIndicators.MarketData.Feeds;

namespace LiqIndicators.Sessions.Bands;

/// <summary>Makes the map of a user's choice of kernel, for one venue or several.</summary>
public static class BandBooks
{
    /// <summary>Notional at entry assumed for every position, which picks the bracket of a margin table; quote currency; less where a venue admits less.</summary>
    public const double AssumedNotional = 100_000;

    /// <summary>An empty map.</summary>
    /// <remarks>
    /// Of several venues each has its own map, under the kernel on the venue's terms as far as they are known. A kernel fitted
    /// online knows only the sum: printed liquidations do not tell venues apart reliably.
    /// </remarks>
    /// <param name="choice">Kernel.</param>
    /// <param name="barLength">Length of a bar; above zero.</param>
    /// <param name="turnoverPerHour">Share of the open mass that changes hands in an hour of usual activity; in [0, 0.5].</param>
    /// <param name="venues">Venue and terms of each, as <see cref="TermsOf(BandKernel, ReadOnlySpan{VenueBar}, Func{string, MarginTerms?})"/> gives them; one makes a single map.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is NaN or outside its range, or the choice is unknown.</exception>
    public static ILiquidationBook Make(
        BandKernel choice, TimeSpan barLength, double turnoverPerHour, IReadOnlyList<(string Venue, VenueTerms? Terms)>? venues = null)
    {
        if (choice == BandKernel.Fitted)
        {
            return new FittedLiquidationBook(barLength, turnoverPerHour);
        }

        LeverageKernel kernel = Kernel(choice);
        LeverageKernel[] kernels = (venues ?? []).Select(venue => venue.Terms is { } terms ? VenueKernels.On(kernel, terms) : kernel).ToArray();
        return kernels.Length < 2
            ? LiquidationModel.CreateMap(barLength, kernels.Length == 0 ? kernel : kernels[0], turnoverPerHour)
            : new VenueLiquidationBook(
                venues!.Select(venue => venue.Venue).ToArray(), kernels, LiquidationMapOptions.Calibrated(barLength, turnoverPerHour));
    }

    /// <summary>The terms each venue has in a map: what it told itself, else the table known of old; null where the kernel stays as it is.</summary>
    /// <remarks>
    /// The kernels were made of one venue's market, so the only venue of a map keeps them as they are unless it tells its own terms.
    /// </remarks>
    /// <param name="choice">Kernel.</param>
    /// <param name="venues">What each venue published about the first bar.</param>
    /// <param name="told">What a venue told, by its name.</param>
    public static IReadOnlyList<(string Venue, VenueTerms? Terms)> TermsOf(
        BandKernel choice, ReadOnlySpan<VenueBar> venues, Func<string, MarginTerms?> told)
    {
        ArgumentNullException.ThrowIfNull(told);
        List<(string, VenueTerms?)> terms = [];
        foreach (ref readonly VenueBar bar in venues)
        {
            VenueTerms? known = choice == BandKernel.Fitted ? null
                : told(bar.Venue) is { } own ? new VenueTerms(bar.Venue, own.Form, own.Tiers, NotionalUnder(own.Tiers))
                : venues.Length > 1 ? TermsOf(bar.Venue) : null;
            terms.Add((bar.Venue, known));
        }

        return terms;
    }

    /// <summary>The terms of a venue's contract as known of old; null where no margin table is known, and the kernel then stays as it is.</summary>
    /// <param name="venue">Venue and instrument, such as <c>Binance BTCUSDT</c>.</param>
    public static VenueTerms? TermsOf(string venue)
    {
        ArgumentNullException.ThrowIfNull(venue);
        foreach ((string start, string coin, ContractForm form, MarginTiers tiers) in Known)
        {
            if (venue.StartsWith(start + " ", StringComparison.OrdinalIgnoreCase)
                && venue[(start.Length + 1)..].StartsWith(coin, StringComparison.OrdinalIgnoreCase))
            {
                return new VenueTerms(start, form, tiers, NotionalUnder(tiers));
            }
        }

        return null;
    }

    // A venue may admit less than what is assumed.
    private static double NotionalUnder(MarginTiers tiers) => Math.Min(AssumedNotional, tiers.LargestNotional);

    // The first match counts: names of tether contracts begin like those of dollar contracts, which are inverse.
    private static IReadOnlyList<(string Venue, string Coin, ContractForm Form, MarginTiers Tiers)> Known { get; } =
    [
        ("Binance", "BTC", ContractForm.Linear, MarginTierTables.BinanceBtc2024),
        ("Binance", "ETH", ContractForm.Linear, MarginTierTables.BinanceEth2024),
        ("Binance", "SOL", ContractForm.Linear, MarginTierTables.BinanceSol2024),
        ("BinanceCoinM", "BTC", ContractForm.Inverse, MarginTierTables.BinanceCoinMBtcLowest),
        ("Bybit", "BTCUSDT", ContractForm.Linear, MarginTierTables.BybitBtcLowest),
        ("OKX", "BTC-USDT", ContractForm.Linear, MarginTierTables.OkxBtcLowest),
        ("OKX", "BTC-USD-", ContractForm.Inverse, MarginTierTables.OkxBtcLowest),
        ("Hyperliquid", "BTC", ContractForm.Linear, MarginTierTables.HyperliquidBtc),
        ("BitMEX", "XBTUSDT", ContractForm.Linear, MarginTierTables.BitMexXbtLowest),
        ("BitMEX", "XBTUSD", ContractForm.Inverse, MarginTierTables.BitMexXbtLowest),
    ];

    private static LeverageKernel Kernel(BandKernel choice) => choice switch
    {
        BandKernel.Model => LeverageKernels.Wide(),
        BandKernel.Textbook => LeverageKernels.Textbook(),
        BandKernel.Measured => LeverageKernels.Hyperliquid(),
        BandKernel.LogNormal => LeverageKernels.LogNormalGraded(0.06, 1.0, 0.001, cells: 1600, singles: 20, growth: 0.15),
        _ => throw new ArgumentOutOfRangeException(nameof(choice), choice, $"choice is {choice}; expected a known kernel."),
    };
}
