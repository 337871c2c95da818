namespace LiqIndicators.MarketData.Rows;

/// <summary>Open contracts at one time, one side of each contract. At least one of the two amounts is there.</summary>
/// <param name="TimeUtc">When it was so; UTC.</param>
/// <param name="Quantity">Base units; null when the venue states only the other.</param>
/// <param name="Notional">Quote currency; null when the venue states only the other.</param>
public sealed record OpenInterestRow(DateTime TimeUtc, decimal? Quantity, decimal? Notional)
{
    /// <summary>Base units; through the price when the venue states only the notional.</summary>
    /// <param name="price">Quote currency per base unit; &gt; 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The price is not above 0.</exception>
    public decimal QuantityAt(decimal price) => Quantity ?? (Notional!.Value / Positive(price));

    /// <summary>Quote currency; through the price when the venue states only the quantity.</summary>
    /// <param name="price">Quote currency per base unit; &gt; 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The price is not above 0.</exception>
    public decimal NotionalAt(decimal price) => Notional ?? (Quantity!.Value * Positive(price));

    private static decimal Positive(decimal price) =>
        price > 0 ? price : throw new ArgumentOutOfRangeException(nameof(price), price, "A price is above 0.");
}
