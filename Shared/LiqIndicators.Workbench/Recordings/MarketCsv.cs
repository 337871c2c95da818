namespace LiqIndicators.Workbench.Recordings;

/// <summary>The columns of the market CSV: one row per closed bar, an empty field means not available.</summary>
/// <remarks>
/// The format holds numbers and times only, so nothing in it is ever quoted; that is what lets the reader bound
/// the memory of a line and name the exact column of a mistake.
/// </remarks>
internal static class MarketCsv
{
    internal const string TimeUtc = "time_utc";
    internal const string Open = "open";
    internal const string High = "high";
    internal const string Low = "low";
    internal const string Close = "close";
    internal const string VolumeBase = "volume_base";
    internal const string OpenInterestUsd = "open_interest_usd";
    internal const string OpenInterestBase = "open_interest_base";
    internal const string FundingRate = "funding_rate";
    internal const string FundingIntervalHours = "funding_interval_hours";
    internal const string LiquidatedLongUsd = "liquidated_long_usd";
    internal const string LiquidatedShortUsd = "liquidated_short_usd";

    internal const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    internal static readonly string[] Required = [TimeUtc, Open, High, Low, Close];

    internal static readonly string[] Optional =
    [
        VolumeBase, OpenInterestUsd, OpenInterestBase, FundingRate, FundingIntervalHours, LiquidatedLongUsd, LiquidatedShortUsd,
    ];
}
