using LiqIndicators.Analytics;

namespace LiqIndicators.MarketData.Venues;

/// <summary>Times from one, included, to another, excluded.</summary>
public readonly record struct TimeRange
{
    /// <summary>A range.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A time is not UTC, or the end does not come after the start.</exception>
    public TimeRange(DateTime fromUtc, DateTime toUtc)
    {
        FromUtc = Guard.Utc(fromUtc);
        ToUtc = Guard.Utc(toUtc) > fromUtc
            ? toUtc
            : throw new ArgumentOutOfRangeException(
                nameof(toUtc), toUtc, FormattableString.Invariant($"toUtc is {toUtc:O}; expected a time after {fromUtc:O}."));
    }

    /// <summary>First time in the range; UTC.</summary>
    public DateTime FromUtc { get; }

    /// <summary>First time after the range; UTC.</summary>
    public DateTime ToUtc { get; }

    /// <summary>Whether a time lies in the range.</summary>
    public bool Contains(DateTime timeUtc) => timeUtc >= FromUtc && timeUtc < ToUtc;
}
