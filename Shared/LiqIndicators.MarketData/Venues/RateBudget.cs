namespace LiqIndicators.MarketData.Venues;

/// <summary>How much a venue lets one address ask within a time.</summary>
/// <param name="Name">Name of the budget, unique at its venue.</param>
/// <param name="Limit">Weight allowed in a window; &gt; 0.</param>
/// <param name="Window">Length of the window.</param>
public sealed record RateBudget(string Name, int Limit, TimeSpan Window);
