namespace LiqIndicators.MarketData.Venues;

/// <summary>What a request takes from a budget of its venue.</summary>
/// <param name="Budget">Name of the <see cref="RateBudget"/>.</param>
/// <param name="Weight">Weight taken; &gt;= 0.</param>
public readonly record struct RateCost(string Budget, int Weight);
