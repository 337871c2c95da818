namespace LiqIndicators.Simulation;

/// <summary>News from outside the market: an exogenous move of the price spread over some minutes.</summary>
/// <param name="StartUtc">First minute of the move; UTC.</param>
/// <param name="Minutes">How long it takes; at least 1.</param>
/// <param name="LogReturn">Its whole size as a log return; below 0 for a fall. Liquidations it sets off come on top.</param>
public readonly record struct Shock(DateTime StartUtc, int Minutes, double LogReturn);
