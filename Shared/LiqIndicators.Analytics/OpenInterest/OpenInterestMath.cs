namespace LiqIndicators.Analytics.OpenInterest;

/// <summary>Ratios of open interest; open interest counts one side of each contract.</summary>
public static class OpenInterestMath
{
    /// <summary>Change of a quantity as a fraction of where it came from.</summary>
    /// <param name="from">Earlier value; &gt; 0, or NaN.</param>
    /// <param name="to">Later value, or NaN.</param>
    /// <returns>Fraction; NaN when a value is not available or <paramref name="from"/> is not above 0.</returns>
    public static double Change(double from, double to) => from > 0 ? (to / from) - 1 : double.NaN;

    /// <summary>Growth of open interest beyond that of price: <c>%dOI - %dP</c>.</summary>
    /// <param name="openInterestChange">Fraction, of open interest in base units: in money it moves with price.</param>
    /// <param name="priceChange">Fraction.</param>
    /// <returns>Fraction; positive when leverage was added beyond what price explains; NaN for a NaN.</returns>
    public static double Divergence(double openInterestChange, double priceChange) => openInterestChange - priceChange;

    /// <summary>Periods of turnover that open interest amounts to: <c>OI / V</c>.</summary>
    /// <param name="openInterest">In the unit of <paramref name="volume"/>, or NaN.</param>
    /// <param name="volume">Traded in the period, or NaN.</param>
    /// <returns>Dimensionless; NaN when either is not available or nothing was traded.</returns>
    public static double VolumeRatio(double openInterest, double volume) => volume > 0 ? openInterest / volume : double.NaN;

    /// <summary>Estimated leverage ratio: open interest over the coins that venues hold.</summary>
    /// <param name="openInterestQuantity">Base units, or NaN.</param>
    /// <param name="reserveQuantity">Base units held by the venues, or NaN.</param>
    /// <returns>Dimensionless; NaN when either is not available or there is no reserve.</returns>
    public static double LeverageRatio(double openInterestQuantity, double reserveQuantity) =>
        reserveQuantity > 0 ? openInterestQuantity / reserveQuantity : double.NaN;

    /// <summary>Mean price weighted by open interest: <c>sum(P OI) / sum(OI)</c>.</summary>
    /// <param name="prices">Quote currency per base unit.</param>
    /// <param name="openInterest">One weight per price; at least 0.</param>
    /// <returns>Quote currency per base unit; NaN without any open interest.</returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static double WeightedPrice(ReadOnlySpan<double> prices, ReadOnlySpan<double> openInterest)
    {
        if (prices.Length != openInterest.Length)
        {
            throw new ArgumentException(
                FormattableString.Invariant(
                    $"openInterest has {openInterest.Length} values; expected {prices.Length}, one per price."),
                nameof(openInterest));
        }

        double weighted = 0;
        double weights = 0;
        for (int i = 0; i < prices.Length; i++)
        {
            weighted += prices[i] * openInterest[i];
            weights += openInterest[i];
        }

        return weights > 0 ? weighted / weights : double.NaN;
    }
}
