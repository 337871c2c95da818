using LiqIndicators.MarketData.Json;
using LiqIndicators.MarketData.Ports;
using LiqIndicators.MarketData.Results;

namespace LiqIndicators.MarketData.Venues.BitMex;

/// <summary>What BitMEX allows and how it says that it was too much.</summary>
public static class BitMexLimits
{
    /// <summary>The one budget, counted in requests.</summary>
    public const string Requests = "requests";

    /// <summary>Most bars of one answer.</summary>
    public const int MaxCandles = 1000;

    /// <summary>Most rows of other lists.</summary>
    public const int MaxRows = 500;

    /// <summary>The budgets of one address without a key.</summary>
    public static IReadOnlyList<RateBudget> Budgets { get; } = new[]
    {
        new RateBudget(Requests, 30, TimeSpan.FromMinutes(1)),
    };

    /// <summary>Reads what is left of the limit.</summary>
    public static BudgetReading? ReadBudget(TransportReply reply)
    {
        int? limit = HttpStatusRules.Number(reply, "x-ratelimit-limit");
        int? left = HttpStatusRules.Number(reply, "x-ratelimit-remaining");
        return limit is { } all && left is { } rest
            ? new BudgetReading(
                Requests, Math.Max(all - rest, 0), all, HttpStatusRules.Time(reply, "x-ratelimit-reset", TimeSpan.TicksPerSecond))
            : null;
    }

    /// <summary>Why an answer holds no data; null when its body is to be read.</summary>
    public static FetchError? Judge(TransportReply reply) => HttpStatusRules.Judge(VenueId.BitMex, reply);

    /// <summary>The error that a body states; null when it states none.</summary>
    internal static FetchError? ErrorIn(string source, WireValue root)
    {
        if (!root.IsObject || root.Optional("error") is not { } error)
        {
            return null;
        }

        string message = error.IsText ? error.Text() : error.Field("message").Text();
        FetchErrorKind kind = message switch
        {
            _ when message.Contains("API Key", StringComparison.OrdinalIgnoreCase) => FetchErrorKind.KeyMissing,
            _ when message.Contains("rate limit", StringComparison.OrdinalIgnoreCase) => FetchErrorKind.RateLimited,
            _ when message.Contains("overloaded", StringComparison.OrdinalIgnoreCase) => FetchErrorKind.ServerError,
            _ when message.Contains("symbol", StringComparison.OrdinalIgnoreCase) => FetchErrorKind.UnknownSymbol,
            _ => FetchErrorKind.InvalidRequest,
        };
        return new FetchError(kind, $"{source}: {message}");
    }
}
