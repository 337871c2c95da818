namespace LiqIndicators.Sessions.Bands;

/// <summary>What other assumptions about leverage would make of a band: a range over kernels, not a probability.</summary>
/// <param name="LowNotional">Liquidations to expect under the kernel that sees least there; quote currency, or NaN.</param>
/// <param name="HighNotional">Liquidations to expect under the kernel that sees most there; quote currency, or NaN.</param>
/// <param name="OuterLowPrice">Lower edge within which every kernel sees the band's amount; at or below the band's; or NaN.</param>
/// <param name="OuterHighPrice">Upper edge within which every kernel sees the band's amount; at or above the band's; or NaN.</param>
public readonly record struct BandSpread(double LowNotional, double HighNotional, double OuterLowPrice, double OuterHighPrice)
{
    /// <summary>Nothing is known.</summary>
    public static readonly BandSpread None = new(double.NaN, double.NaN, double.NaN, double.NaN);

    /// <summary>Whether there is anything to show.</summary>
    public bool IsKnown => !double.IsNaN(OuterLowPrice);
}
