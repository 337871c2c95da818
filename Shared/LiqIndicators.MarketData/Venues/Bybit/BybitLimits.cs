using LiqIndicators.MarketData.Json;
using LiqIndicators.MarketData.Ports;
using LiqIndicators.MarketData.Results;

namespace LiqIndicators.MarketData.Venues.Bybit;

/// <summary>What Bybit allows and how it says that it was too much.</summary>
public static class BybitLimits
{
    /// <summary>The one budget, counted in requests.</summary>
    public const string Requests = "requests";

    /// <summary>Most bars of one answer.</summary>
    public const int MaxCandles = 1000;

    /// <summary>Most rows of open interest of one answer.</summary>
    public const int MaxOpenInterestRows = 200;

    /// <summary>Most rows of the funding history of one answer.</summary>
    public const int MaxFundingRows = 200;

    /// <summary>Most rows of the account ratio of one answer.</summary>
    public const int MaxRatioRows = 500;

    /// <summary>How long to stay away after being told that access was too frequent.</summary>
    public static TimeSpan AccessPause { get; } = TimeSpan.FromMinutes(10);

    /// <summary>The budgets of one address.</summary>
    public static IReadOnlyList<RateBudget> Budgets { get; } = new[]
    {
        new RateBudget(Requests, 600, TimeSpan.FromSeconds(5)),
    };

    /// <summary>Reads what is left of the limit that the answer counted against.</summary>
    public static BudgetReading? ReadBudget(TransportReply reply)
    {
        int? limit = HttpStatusRules.Number(reply, "X-Bapi-Limit");
        int? left = HttpStatusRules.Number(reply, "X-Bapi-Limit-Status");
        return limit is { } all && left is { } rest
            ? new BudgetReading(
                Requests,
                Math.Max(all - rest, 0),
                all,
                HttpStatusRules.Time(reply, "X-Bapi-Limit-Reset-Timestamp", TimeSpan.TicksPerMillisecond))
            : null;
    }

    /// <summary>Why an answer holds no data; null when its body is to be read.</summary>
    public static FetchError? Judge(TransportReply reply)
    {
        FetchError? error = HttpStatusRules.Judge(VenueId.Bybit, reply);
        bool isTooFrequent = reply.Status == 403 && reply.Body.Contains("too frequent", StringComparison.OrdinalIgnoreCase);
        return isTooFrequent && error is not null
            ? error with { Kind = FetchErrorKind.RateLimited, RetryAfter = error.RetryAfter ?? AccessPause }
            : error;
    }

    /// <summary>The error that a body states; null when it states none.</summary>
    internal static FetchError? ErrorIn(string source, WireValue root)
    {
        string code = root.Field("retCode").Code();
        if (code == "0")
        {
            return null;
        }

        string message = root.Optional("retMsg")?.Code() ?? string.Empty;
        FetchErrorKind kind = code switch
        {
            "10006" or "10018" => FetchErrorKind.RateLimited,
            "10000" or "10016" or "10019" => FetchErrorKind.ServerError,
            "10003" or "10004" or "10005" or "33004" => FetchErrorKind.KeyMissing,
            "10009" or "10010" or "10024" => FetchErrorKind.GeoBlocked,
            "10001" when IsAboutSymbol(message) => FetchErrorKind.UnknownSymbol,
            _ => FetchErrorKind.InvalidRequest,
        };
        return new FetchError(kind, $"{source}: retCode {code}: {message}");
    }

    private static bool IsAboutSymbol(string message) => message.Contains("symbol", StringComparison.OrdinalIgnoreCase);
}
