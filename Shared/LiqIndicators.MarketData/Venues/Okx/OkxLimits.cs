using LiqIndicators.MarketData.Json;
using LiqIndicators.MarketData.Ports;
using LiqIndicators.MarketData.Results;

namespace LiqIndicators.MarketData.Venues.Okx;

/// <summary>What OKX allows and how it says that it was too much. Each endpoint has a budget of its own; headers do not tell.</summary>
public static class OkxLimits
{
    /// <summary>Budget of the newest bars.</summary>
    public const string Candles = "candles";

    /// <summary>Budget of older bars.</summary>
    public const string HistoryCandles = "history-candles";

    /// <summary>Budget of mark and index bars.</summary>
    public const string PriceCandles = "price-candles";

    /// <summary>Budget of the public state endpoints.</summary>
    public const string Public = "public";

    /// <summary>Budget of the funding history and of position tiers.</summary>
    public const string Slow = "slow";

    /// <summary>Budget of the statistics.</summary>
    public const string Statistics = "rubik";

    /// <summary>Budget of a contract's open interest over time.</summary>
    public const string OpenInterestHistory = "open-interest-history";

    /// <summary>Most bars of trades of one answer.</summary>
    public const int MaxCandles = 300;

    /// <summary>Most mark or index bars of one answer.</summary>
    public const int MaxPriceCandles = 100;

    /// <summary>Most rows of the funding history of one answer.</summary>
    public const int MaxFundingRows = 400;

    /// <summary>Most rows of a contract's open interest over time of one answer.</summary>
    public const int MaxOpenInterestRows = 100;

    /// <summary>Rows of a contract's open interest over time that the venue keeps of each interval.</summary>
    public const int KeptOpenInterestRows = 1440;

    /// <summary>Rows of an answer of the statistics, which has no pages.</summary>
    public const int MaxStatisticsRows = 720;

    /// <summary>The budgets of one address.</summary>
    public static IReadOnlyList<RateBudget> Budgets { get; } = new[]
    {
        new RateBudget(Candles, 40, TimeSpan.FromSeconds(2)),
        new RateBudget(HistoryCandles, 20, TimeSpan.FromSeconds(2)),
        new RateBudget(PriceCandles, 20, TimeSpan.FromSeconds(2)),
        new RateBudget(Public, 20, TimeSpan.FromSeconds(2)),
        new RateBudget(Slow, 10, TimeSpan.FromSeconds(2)),
        new RateBudget(OpenInterestHistory, 10, TimeSpan.FromSeconds(2)),
        new RateBudget(Statistics, 5, TimeSpan.FromSeconds(2)),
    };

    /// <summary>How far back the statistics go at an interval.</summary>
    public static TimeSpan StatisticsDepth(TimeSpan interval) =>
        interval < TimeSpan.FromHours(1) ? TimeSpan.FromDays(2) : TimeSpan.FromDays(30);

    /// <summary>Why an answer holds no data; null when its body is to be read.</summary>
    public static FetchError? Judge(TransportReply reply)
    {
        FetchError? error = HttpStatusRules.Judge(VenueId.Okx, reply);
        if (error is null || error.Kind != FetchErrorKind.InvalidRequest || reply.Body.Length == 0)
        {
            return error;
        }

        FetchResult<FetchError?> stated = WireJson.Read("error", reply.Body, root => ErrorIn("error", root));
        return stated.IsSuccess ? stated.Value ?? error : error;
    }

    /// <summary>The error that a body states; null when it states none.</summary>
    internal static FetchError? ErrorIn(string source, WireValue root)
    {
        string code = root.Field("code").Code();
        if (code == "0")
        {
            return null;
        }

        FetchErrorKind kind = code switch
        {
            "50011" or "50013" or "50040" or "50061" => FetchErrorKind.RateLimited,
            "50001" or "50004" or "50026" => FetchErrorKind.ServerError,
            "50100" or "50101" or "50103" or "50111" or "50113" => FetchErrorKind.KeyMissing,
            "50024" or "50027" or "51042" or "51155" => FetchErrorKind.GeoBlocked,
            "51001" or "51014" or "51015" or "51028" => FetchErrorKind.UnknownSymbol,
            _ => FetchErrorKind.InvalidRequest,
        };
        return new FetchError(kind, $"{source}: code {code}: {root.Optional("msg")?.Code()}");
    }
}
