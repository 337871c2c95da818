namespace LiqIndicators.MarketData.Feeds;

/// <summary>What a feed says about its data at one time, for the user's eyes.</summary>
/// <param name="Source">Venues and instrument in one short text, such as <c>Binance BTCUSDT</c>.</param>
/// <param name="BarLength">Length of one bar.</param>
/// <param name="HistoryStartUtc">Opening time of the first bar handed out; null while there is none.</param>
/// <param name="LastPublishedUtc">When the newest bar handed out was published; null while there is none.</param>
/// <param name="Quality">What is wrong with the data, if anything.</param>
/// <param name="Notice">Why there are no data or fewer than usual, in a sentence for the user; empty when there is nothing to say.</param>
/// <param name="HistoryBars">Most bars that the feed hands out when it starts anew; what lies before them nobody asks for again. A recording hands out all it has.</param>
/// <param name="NotCounted">Venues that were asked for and whose open interest is in no sum; null or empty when there are none.</param>
public sealed record FeedStatus(
    string Source,
    TimeSpan BarLength,
    DateTime? HistoryStartUtc,
    DateTime? LastPublishedUtc,
    FeedQuality Quality,
    string Notice = "",
    int HistoryBars = int.MaxValue,
    IReadOnlyList<string>? NotCounted = null)
{
    /// <summary>Time since the newest bar was published; null while there is none.</summary>
    public TimeSpan? AgeAt(DateTime asOfUtc) => asOfUtc - LastPublishedUtc;
}
