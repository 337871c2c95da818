namespace LiqIndicators.Sessions.Guarding;

/// <summary>The platform's answer to one order.</summary>
/// <param name="Outcome">What it says.</param>
/// <param name="FillPrice">Price of the fill; quote currency per unit; NaN when not told.</param>
public readonly record struct TradeReply(TradeOutcome Outcome, double FillPrice = double.NaN);
