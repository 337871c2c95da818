namespace LiqIndicators.FakeExchange.Venues;

/// <summary>What a request takes of a budget.</summary>
/// <param name="Budget">Name of the budget.</param>
/// <param name="Limit">Most that may be taken in a window.</param>
/// <param name="Window">Length of the window.</param>
/// <param name="Weight">What this request takes.</param>
public sealed record FakeCost(string Budget, int Limit, TimeSpan Window, int Weight)
{
    /// <summary>A request that counts as one in a minute.</summary>
    public static FakeCost OneOf(int aMinute) => new("requests", aMinute, TimeSpan.FromMinutes(1), 1);
}
