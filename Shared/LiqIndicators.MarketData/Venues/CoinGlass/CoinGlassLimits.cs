using System.Globalization;
using System.Text.RegularExpressions;
using LiqIndicators.MarketData.Json;
using LiqIndicators.MarketData.Ports;
using LiqIndicators.MarketData.Results;

namespace LiqIndicators.MarketData.Venues.CoinGlass;

/// <summary>What CoinGlass allows and how it refuses: the HTTP status is 200 even then, the body's code tells.</summary>
public static class CoinGlassLimits
{
    /// <summary>The one budget, counted in requests; its size hangs on the plan and is learnt from headers.</summary>
    public const string Requests = "requests";

    /// <summary>Most rows of one answer.</summary>
    public const int MaxRows = 1000;

    /// <summary>The budget of the smallest plan.</summary>
    public static IReadOnlyList<RateBudget> Budgets { get; } = new[]
    {
        new RateBudget(Requests, 30, TimeSpan.FromMinutes(1)),
    };

    /// <summary>Reads the requests used in the running minute.</summary>
    public static BudgetReading? ReadBudget(TransportReply reply) => HttpStatusRules.Number(reply, "API-KEY-USE-LIMIT") is { } used
        ? new BudgetReading(Requests, used, HttpStatusRules.Number(reply, "API-KEY-MAX-LIMIT"))
        : null;

    /// <summary>The error that a body states; null when it states none.</summary>
    internal static FetchError? ErrorIn(string source, WireValue root)
    {
        string code = root.Field("code").Code();
        if (code is "0" or "00")
        {
            return null;
        }

        string message = root.Optional("msg")?.Code() ?? string.Empty;
        Match earliest = Regex.Match(message, "earliest allowed start_time is (?<ms>[0-9]{13})", RegexOptions.CultureInvariant);
        if (earliest.Success)
        {
            double milliseconds = double.Parse(earliest.Groups["ms"].Value, CultureInfo.InvariantCulture);
            return new FetchError(
                FetchErrorKind.OutOfDepth, $"{source}: {message}", UntilUtc: DateTime.UnixEpoch.AddMilliseconds(milliseconds));
        }

        FetchErrorKind kind = code switch
        {
            "401" or "30001" => FetchErrorKind.KeyMissing,
            "403" or "40001" => FetchErrorKind.PlanTooLow,
            _ when message.Contains("upgrade", StringComparison.OrdinalIgnoreCase) => FetchErrorKind.PlanTooLow,
            "429" or "50001" => FetchErrorKind.RateLimited,
            "404" => FetchErrorKind.UnknownSymbol,
            "500" or "502" or "503" => FetchErrorKind.ServerError,
            _ => FetchErrorKind.InvalidRequest,
        };
        return new FetchError(kind, $"{source}: code {code}: {message}");
    }
}
