using LiqIndicators.MarketData.Rows;

namespace LiqIndicators.Sessions.Feeds.Series;

/// <summary>The funding rates that a venue paid, each known from its payment on.</summary>
internal sealed class FundingTrack
{
    private const decimal UsualHours = 8;
    private const int UsualRows = 5000;

    private readonly int _mostRows;
    private readonly SortedList<DateTime, FundingRateRow> _rows = new();
    private IReadOnlyList<FundingRateRow> _filled = Array.Empty<FundingRateRow>();

    /// <summary>An empty track.</summary>
    /// <param name="mostRows">Most rates to remember; the oldest leave.</param>
    public FundingTrack(int mostRows = UsualRows) => _mostRows = mostRows;

    /// <summary>When the last known rate was paid; null while none is known.</summary>
    public DateTime? LastUtc => _rows.Count > 0 ? _rows.Keys[^1] : null;

    /// <summary>The rates with their intervals, ascending.</summary>
    public IReadOnlyList<FundingRateRow> Rows => _filled;

    /// <summary>When the next rate is due; null while none is known; UTC.</summary>
    public DateTime? NextDueUtc => _filled.Count > 0 ? _filled[^1].TimeUtc.AddHours((double)_filled[^1].IntervalHours!.Value) : null;

    /// <summary>Merges rates; a later statement about the same payment replaces the earlier.</summary>
    /// <returns>The earliest payment about which something new was said; null when nothing was.</returns>
    public DateTime? Take(IEnumerable<FundingRateRow> rows)
    {
        DateTime? earliestUtc = null;
        foreach (FundingRateRow row in rows)
        {
            bool isKnown = _rows.TryGetValue(row.TimeUtc, out FundingRateRow? known) && known == row;
            earliestUtc = isKnown || earliestUtc <= row.TimeUtc ? earliestUtc : row.TimeUtc;
            _rows[row.TimeUtc] = row;
        }

        while (_rows.Count > _mostRows)
        {
            _rows.RemoveAt(0);
        }

        _filled = FundingIntervals.Fill(_rows.Values.ToList(), UsualHours);
        return earliestUtc;
    }

    /// <summary>The last rate paid before a time; fraction per interval, and the interval in hours; both NaN when none is known or it is long past.</summary>
    public (double Rate, double IntervalHours) LastBefore(DateTime timeUtc)
    {
        int low = 0;
        int high = _filled.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_filled[middle].TimeUtc < timeUtc)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        if (low == 0)
        {
            return (double.NaN, double.NaN);
        }

        FundingRateRow row = _filled[low - 1];
        double hours = (double)row.IntervalHours!.Value;
        // Two payments missed: the rate is not known any more.
        return (timeUtc - row.TimeUtc).TotalHours <= 3 * hours ? ((double)row.Rate, hours) : (double.NaN, double.NaN);
    }
}
