namespace LiqIndicators.MarketData.Rows;

/// <summary>Resting orders at one price.</summary>
/// <param name="Price">Quote currency per base unit.</param>
/// <param name="Quantity">Base units.</param>
public readonly record struct DepthLevel(decimal Price, decimal Quantity);
