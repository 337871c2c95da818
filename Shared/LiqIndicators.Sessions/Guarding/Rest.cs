using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Sessions.Guarding;

/// <summary>A symbol and side in which the ladder rests.</summary>
/// <param name="Symbol">The symbol.</param>
/// <param name="Side">The side.</param>
/// <param name="Why">Cool-down or slippage.</param>
/// <param name="Rung">Rung at the time; a higher one ends a cool-down.</param>
/// <param name="UntilUtc">End; UTC; default while the cuts go on and the rest has not begun.</param>
public readonly record struct Rest(string Symbol, PositionSide Side, Refusal Why, int Rung, DateTime UntilUtc);
