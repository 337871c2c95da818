using LiqIndicators.Analytics.Liquidation;
using LiqIndicators.Analytics.Liquidation.Forecast;
using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Sessions.Bands;

/// <summary>Makes the map of a user's choice of kernel, for one venue or several.</summary>
public static class BandBooks
{
    /// <summary>Notional at entry assumed for every position, which picks the bracket of a margin table; quote currency.</summary>
    public const double AssumedNotional = 100_000;

    /// <summary>An empty map.</summary>
    /// <remarks>
    /// Of several venues each has its own map, under the kernel on the venue's terms as far as they are known. A kernel fitted
    /// online knows only the sum: printed liquidations do not tell venues apart reliably.
    /// </remarks>
    /// <param name="choice">Kernel.</param>
    /// <param name="barLength">Length of a bar; above zero.</param>
    /// <param name="turnoverPerHour">Share of the open mass that changes hands in an hour of usual activity; in [0, 0.5].</param>
    /// <param name="venues">What each venue published about the first bar; none or one makes a single map.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is NaN or outside its range, or the choice is unknown.</exception>
    public static ILiquidationBook Make(
        BandKernel choice, TimeSpan barLength, double turnoverPerHour, ReadOnlySpan<VenueBar> venues = default)
    {
        if (choice == BandKernel.Fitted)
        {
            return new FittedLiquidationBook(barLength, turnoverPerHour);
        }

        LeverageKernel kernel = Kernel(choice);
        if (venues.Length < 2)
        {
            return LiquidationModel.CreateMap(barLength, kernel, turnoverPerHour);
        }

        string[] names = new string[venues.Length];
        LeverageKernel[] kernels = new LeverageKernel[venues.Length];
        for (int i = 0; i < names.Length; i++)
        {
            names[i] = venues[i].Venue;
            kernels[i] = TermsOf(names[i]) is VenueTerms terms ? VenueKernels.On(kernel, terms) : kernel;
        }

        return new VenueLiquidationBook(names, kernels, LiquidationMapOptions.Calibrated(barLength, turnoverPerHour));
    }

    /// <summary>The terms of a venue's contract; null where no margin table is known, and the kernel then stays as it is.</summary>
    /// <param name="venue">Venue and instrument, such as <c>Binance BTCUSDT</c>.</param>
    public static VenueTerms? TermsOf(string venue)
    {
        ArgumentNullException.ThrowIfNull(venue);
        foreach ((string start, string coin, ContractForm form, MarginTiers tiers) in Known)
        {
            if (venue.StartsWith(start + " ", StringComparison.OrdinalIgnoreCase)
                && venue[(start.Length + 1)..].StartsWith(coin, StringComparison.OrdinalIgnoreCase))
            {
                return new VenueTerms(start, form, tiers, AssumedNotional);
            }
        }

        return null;
    }

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
