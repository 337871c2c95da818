using LiqIndicators.MarketData.Ports;
using LiqIndicators.MarketData.Results;

namespace LiqIndicators.MarketData.Venues.Hyperliquid;

/// <summary>What Hyperliquid allows and how it says that it was too much. Headers do not tell.</summary>
public static class HyperliquidLimits
{
    /// <summary>The one budget.</summary>
    public const string Weight = "weight";

    /// <summary>Most bars of one answer, and the most that exist at an interval.</summary>
    public const int MaxCandles = 5000;

    /// <summary>Most rows of the funding history of one answer.</summary>
    public const int MaxFundingRows = 500;

    /// <summary>Weight of most requests.</summary>
    public const int UsualWeight = 20;

    /// <summary>Weight of a request for resting orders.</summary>
    public const int DepthWeight = 2;

    /// <summary>The budgets of one address.</summary>
    public static IReadOnlyList<RateBudget> Budgets { get; } = new[]
    {
        new RateBudget(Weight, 1200, TimeSpan.FromMinutes(1)),
    };

    /// <summary>Weight of an answer of so many bars.</summary>
    public static int CandleWeight(int rows) => UsualWeight + (rows / 60);

    /// <summary>Weight of an answer of so many funding rates.</summary>
    public static int FundingWeight(int rows) => UsualWeight + (rows / 20);

    /// <summary>Why an answer holds no data; null when its body is to be read.</summary>
    public static FetchError? Judge(TransportReply reply) => HttpStatusRules.Judge(VenueId.Hyperliquid, reply);
}
