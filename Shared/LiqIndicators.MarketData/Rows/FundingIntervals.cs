namespace LiqIndicators.MarketData.Rows;

/// <summary>Finds the interval of funding rates whose venue does not state it.</summary>
public static class FundingIntervals
{
    // Every interval that a known venue uses; a gap between payments of another length is a hole in the data.
    private static readonly decimal[] KnownHours = { 1, 2, 4, 8 };

    /// <summary>The same rows with an interval in each.</summary>
    /// <remarks>
    /// A rate pays for the hours since the payment before it, so the interval may change inside a series. After a hole,
    /// and for the first row, the interval of the next row counts, and without one the fallback.
    /// </remarks>
    /// <param name="rows">Ascending.</param>
    /// <param name="fallbackHours">Interval when the rows do not tell; &gt; 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The fallback is not above 0.</exception>
    public static IReadOnlyList<FundingRateRow> Fill(IReadOnlyList<FundingRateRow> rows, decimal fallbackHours)
    {
        if (fallbackHours <= 0)
        {
            throw new ArgumentOutOfRangeException(nameof(fallbackHours), fallbackHours, "An interval is above 0 hours.");
        }

        FundingRateRow[] result = new FundingRateRow[rows.Count];
        decimal later = fallbackHours;
        for (int i = rows.Count - 1; i >= 0; i--)
        {
            decimal? stated = rows[i].IntervalHours ?? (i > 0 ? Between(rows[i - 1].TimeUtc, rows[i].TimeUtc) : null);
            later = stated ?? later;
            result[i] = rows[i] with { IntervalHours = later };
        }

        return result;
    }

    private static decimal? Between(DateTime beforeUtc, DateTime afterUtc)
    {
        decimal hours = Math.Round((decimal)(afterUtc - beforeUtc).TotalHours, MidpointRounding.AwayFromZero);
        return Array.IndexOf(KnownHours, hours) >= 0 ? hours : null;
    }
}
