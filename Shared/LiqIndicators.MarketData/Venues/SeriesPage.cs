namespace LiqIndicators.MarketData.Venues;

/// <summary>One answer's worth of a series.</summary>
/// <param name="Interval">Length of a bar, or distance of two rows.</param>
/// <param name="Range">Times of the rows wanted.</param>
/// <param name="IsNewest">Whether the range reaches the present, which some venues serve from another endpoint.</param>
public sealed record SeriesPage(TimeSpan Interval, TimeRange Range, bool IsNewest = false)
{
    /// <summary>Rows that fit in the range.</summary>
    public int Rows => (int)Math.Ceiling((Range.ToUtc - Range.FromUtc) / Interval);
}
