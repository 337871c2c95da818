using LiqIndicators.MarketData.Rows;
using LiqIndicators.MarketData.Venues;

namespace LiqIndicators.Sessions.Feeds.Recorded;

/// <summary>What was recorded of one instrument of a venue; all lists ascend in time.</summary>
/// <param name="Venue">The venue.</param>
/// <param name="Symbol">Its name of the instrument.</param>
/// <param name="Candles">Closed bars.</param>
/// <param name="OpenInterest">Open interest at the bars' closes.</param>
/// <param name="Funding">Rates paid.</param>
/// <param name="Liquidations">What its stream told.</param>
/// <param name="Totals">A vendor's sums of liquidations.</param>
/// <param name="Heard">Spans in which its stream was heard without a break; UTC.</param>
public sealed record VenueRecording(
    VenueId Venue,
    string Symbol,
    IReadOnlyList<CandleRow> Candles,
    IReadOnlyList<OpenInterestRow> OpenInterest,
    IReadOnlyList<FundingRateRow> Funding,
    IReadOnlyList<ForcedOrderRow> Liquidations,
    IReadOnlyList<LiquidationTotalsRow> Totals,
    IReadOnlyList<(DateTime FromUtc, DateTime ToUtc)> Heard)
{
    /// <summary>How much its open interest, volume and liquidations count; &gt; 0.</summary>
    public double Weight { get; init; } = 1;

    /// <summary>Opening time of the first bar that has open interest; null when none has; UTC.</summary>
    public DateTime? FirstInterestUtc(TimeSpan barLength) => OpenInterest.Count > 0 ? OpenInterest[0].TimeUtc - barLength : null;
}
