using LiqIndicators.Analytics.Market;

namespace LiqIndicators.MarketData.Rows;

/// <summary>An order with which a venue closed somebody's position.</summary>
/// <param name="TimeUtc">When; the time of arrival where the venue gives none; UTC.</param>
/// <param name="Symbol">The venue's name of the instrument.</param>
/// <param name="Side">Side of the position that was closed, whatever the venue's letter means.</param>
/// <param name="Quantity">Base units; &gt; 0.</param>
/// <param name="Price">Price the venue reports, often the bankruptcy price; quote currency per base unit; &gt; 0.</param>
/// <param name="Notional">Quote currency; &gt; 0.</param>
public sealed record ForcedOrderRow(
    DateTime TimeUtc, string Symbol, PositionSide Side, decimal Quantity, decimal Price, decimal Notional);
