using LiqIndicators.MarketData.Json;
using LiqIndicators.MarketData.Results;

namespace LiqIndicators.MarketData.Venues.Coinalyze;

/// <summary>What Coinalyze allows and how it refuses.</summary>
public static class CoinalyzeLimits
{
    /// <summary>The one budget, counted in symbols asked for.</summary>
    public const string Calls = "calls";

    /// <summary>Most rows of one answer within a day's intervals: the vendor keeps no more.</summary>
    public const int MaxRows = 1500;

    /// <summary>The budgets of one key.</summary>
    public static IReadOnlyList<RateBudget> Budgets { get; } = new[]
    {
        new RateBudget(Calls, 40, TimeSpan.FromMinutes(1)),
    };

    /// <summary>The error that a body states; null when it states none.</summary>
    internal static FetchError? ErrorIn(string source, WireValue root)
    {
        if (!root.IsObject || root.Optional("message") is not { } message)
        {
            return null;
        }

        string words = message.Text();
        FetchErrorKind kind = words switch
        {
            _ when words.Contains("key", StringComparison.OrdinalIgnoreCase) => FetchErrorKind.KeyMissing,
            _ when words.Contains("too many", StringComparison.OrdinalIgnoreCase) => FetchErrorKind.RateLimited,
            _ when words.Contains("symbol", StringComparison.OrdinalIgnoreCase) => FetchErrorKind.UnknownSymbol,
            _ => FetchErrorKind.InvalidRequest,
        };
        return new FetchError(kind, $"{source}: {words}");
    }
}
