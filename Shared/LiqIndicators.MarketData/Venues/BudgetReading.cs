namespace LiqIndicators.MarketData.Venues;

/// <summary>What an answer's headers say about a budget.</summary>
/// <param name="Budget">Name of the <see cref="RateBudget"/>.</param>
/// <param name="Used">Weight used in the present window, by everybody behind this address.</param>
/// <param name="Limit">Weight allowed in a window; null when the headers do not say.</param>
/// <param name="ResetUtc">When the window ends; null when the headers do not say; UTC.</param>
public sealed record BudgetReading(string Budget, int Used, int? Limit = null, DateTime? ResetUtc = null);
