using LiqIndicators.Analytics.Market;

namespace LiqIndicators.FakeExchange.Markets;

/// <summary>A position that a venue closed by force.</summary>
/// <param name="TimeUtc">When; UTC.</param>
/// <param name="Side">Side of the position.</param>
/// <param name="Quantity">Coins.</param>
/// <param name="Price">Quote currency per coin.</param>
public sealed record FakeLiquidation(DateTime TimeUtc, PositionSide Side, decimal Quantity, decimal Price);
