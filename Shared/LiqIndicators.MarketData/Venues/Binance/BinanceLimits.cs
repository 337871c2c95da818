using System.Globalization;
using System.Text.RegularExpressions;
using LiqIndicators.MarketData.Json;
using LiqIndicators.MarketData.Ports;
using LiqIndicators.MarketData.Results;

namespace LiqIndicators.MarketData.Venues.Binance;

/// <summary>What Binance allows and how it says that it was too much.</summary>
public static class BinanceLimits
{
    /// <summary>Budget of the general request weight.</summary>
    public const string Weight = "weight";

    /// <summary>Budget of the endpoints under <c>/futures/data</c>, counted in requests.</summary>
    public const string DataRequests = "data";

    /// <summary>Budget of the funding history, counted in requests.</summary>
    public const string FundingRequests = "funding";

    /// <summary>Most bars of one answer.</summary>
    public const int MaxCandles = 1500;

    /// <summary>Most rows of one answer under <c>/futures/data</c>.</summary>
    public const int MaxDataRows = 500;

    /// <summary>Most rows of one answer of the funding history.</summary>
    public const int MaxFundingRows = 1000;

    /// <summary>How far back <c>/futures/data</c> goes.</summary>
    public static TimeSpan DataDepth { get; } = TimeSpan.FromDays(30);

    /// <summary>The budgets of one address.</summary>
    public static IReadOnlyList<RateBudget> Budgets { get; } = new[]
    {
        new RateBudget(Weight, 2400, TimeSpan.FromMinutes(1)),
        new RateBudget(DataRequests, 1000, TimeSpan.FromMinutes(5)),
        new RateBudget(FundingRequests, 500, TimeSpan.FromMinutes(5)),
    };

    /// <summary>Weight of an answer of so many bars.</summary>
    public static int CandleWeight(int rows) => rows <= 100 ? 1 : rows <= 500 ? 2 : rows <= 1000 ? 5 : 10;

    /// <summary>Weight of an answer of so many levels of depth.</summary>
    public static int DepthWeight(int levels) => levels <= 50 ? 2 : levels <= 100 ? 5 : levels <= 500 ? 10 : 20;

    /// <summary>Reads the weight used by this address in the running minute.</summary>
    public static BudgetReading? ReadBudget(TransportReply reply) =>
        HttpStatusRules.Number(reply, "X-MBX-USED-WEIGHT-1M") is { } used ? new BudgetReading(Weight, used) : null;

    /// <summary>Why an answer holds no data; null when its body is to be read.</summary>
    public static FetchError? Judge(VenueId venue, TransportReply reply)
    {
        FetchError? error = HttpStatusRules.Judge(venue, reply);
        if (error is null || reply.Body.Length == 0)
        {
            return error;
        }

        if (error.Kind == FetchErrorKind.Banned)
        {
            return error with { UntilUtc = BanEnd(reply.Body) ?? error.UntilUtc };
        }

        FetchResult<FetchError?> body = WireJson.Read("error", reply.Body, ErrorIn);
        FetchError? stated = body.IsSuccess ? body.Value : null;

        // The status decides; the code in the body only says more where the status says nothing.
        return error.Kind == FetchErrorKind.InvalidRequest && stated is not null
            ? stated with { Message = $"{venue}: {stated.Message}" }
            : error;
    }

    /// <summary>The error that a body states; null when it states none.</summary>
    internal static FetchError? ErrorIn(WireValue root)
    {
        if (!root.IsObject || root.Optional("code") is not { } code || root.Optional("msg") is not { } message)
        {
            return null;
        }

        string number = code.Code();
        FetchErrorKind kind = number switch
        {
            "-1121" or "-1122" or "-4141" => FetchErrorKind.UnknownSymbol,
            "-1003" or "-1015" => FetchErrorKind.RateLimited,
            "-1000" or "-1001" or "-1007" or "-1008" or "-1016" => FetchErrorKind.ServerError,
            "-1002" or "-1022" or "-2014" or "-2015" => FetchErrorKind.KeyMissing,
            "0" => FetchErrorKind.GeoBlocked,
            _ => FetchErrorKind.InvalidRequest,
        };
        return new FetchError(kind, string.Create(CultureInfo.InvariantCulture, $"code {number}: {message.Text()}"));
    }

    private static DateTime? BanEnd(string body)
    {
        Match match = Regex.Match(body, "banned until (?<ms>[0-9]{13})", RegexOptions.CultureInvariant);
        return match.Success
            ? DateTime.UnixEpoch.AddMilliseconds(double.Parse(match.Groups["ms"].Value, CultureInfo.InvariantCulture))
            : null;
    }
}
