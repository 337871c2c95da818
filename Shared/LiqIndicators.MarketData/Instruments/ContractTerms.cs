namespace LiqIndicators.MarketData.Instruments;

/// <summary>What one contract is: the rule from a venue's amounts to base units and quote currency.</summary>
public sealed record ContractTerms
{
    /// <summary>States a contract.</summary>
    /// <param name="kind">What its amount is fixed in.</param>
    /// <param name="size">Base units (linear) or quote currency (inverse) per contract; &gt; 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size is not above 0.</exception>
    public ContractTerms(ContractKind kind, decimal size)
    {
        Kind = kind;
        Size = size > 0 ? size : throw new ArgumentOutOfRangeException(nameof(size), size, "A contract has a size above 0.");
    }

    /// <summary>A contract of one base unit: amounts are base units already.</summary>
    public static ContractTerms OneBaseUnit { get; } = new(ContractKind.Linear, 1);

    /// <summary>A contract of one unit of quote currency: amounts are notional already.</summary>
    public static ContractTerms OneQuoteUnit { get; } = new(ContractKind.Inverse, 1);

    /// <summary>What the amount is fixed in.</summary>
    public ContractKind Kind { get; }

    /// <summary>Base units (linear) or quote currency (inverse) per contract.</summary>
    public decimal Size { get; }

    /// <summary>Base units in a number of contracts.</summary>
    /// <param name="contracts">Number of contracts.</param>
    /// <param name="price">Quote currency per base unit; &gt; 0; counts for inverse contracts only.</param>
    public decimal Quantity(decimal contracts, decimal price) =>
        Kind == ContractKind.Linear ? contracts * Size : contracts * Size / price;

    /// <summary>Quote currency in a number of contracts.</summary>
    /// <param name="contracts">Number of contracts.</param>
    /// <param name="price">Quote currency per base unit; &gt; 0; counts for linear contracts only.</param>
    public decimal Notional(decimal contracts, decimal price) =>
        Kind == ContractKind.Linear ? contracts * Size * price : contracts * Size;
}
