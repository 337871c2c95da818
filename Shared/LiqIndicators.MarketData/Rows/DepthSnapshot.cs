namespace LiqIndicators.MarketData.Rows;

/// <summary>The resting orders of an instrument at one time.</summary>
/// <param name="TimeUtc">Time of the snapshot, or of its arrival when the venue gives none; UTC.</param>
/// <param name="Bids">Buy orders, highest price first.</param>
/// <param name="Asks">Sell orders, lowest price first.</param>
public sealed record DepthSnapshot(DateTime TimeUtc, IReadOnlyList<DepthLevel> Bids, IReadOnlyList<DepthLevel> Asks);
