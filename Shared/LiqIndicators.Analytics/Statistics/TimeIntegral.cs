using System.Globalization;

namespace LiqIndicators.Analytics.Statistics;

/// <summary>Integral of a rate over several last stretches of time, and how much of each was measured.</summary>
/// <remarks>
/// Each entry covers the hours before its own time. One ring of running totals serves all stretches: an integral is the
/// difference of two totals. The totals are counted from the ring's first entry again once per turn.
/// </remarks>
public sealed class TimeIntegral
{
    private readonly long[] _lengthTicks;
    private readonly int[] _first;
    private readonly Entry[] _ring;
    private int _next;
    private double _total;
    private double _hours;

    /// <summary>Creates an integral without entries.</summary>
    /// <param name="capacity">Entries that the longest stretch can hold; in [1, 1,000,000].</param>
    /// <param name="lengths">Lengths of the stretches, each longer than zero, the longest last.</param>
    /// <exception cref="ArgumentNullException"><paramref name="lengths"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public TimeIntegral(int capacity, params TimeSpan[] lengths)
    {
        ArgumentNullException.ThrowIfNull(lengths);
        _ring = new Entry[Guard.InRange(capacity, 1, 1_000_000) + 1];
        _lengthTicks = new long[lengths.Length];
        _first = new int[lengths.Length];
        for (int i = 0; i < lengths.Length; i++)
        {
            Guard.Positive(lengths[i].TotalHours, nameof(lengths));
            _lengthTicks[i] = lengths[i].Ticks;
        }
    }

    /// <summary>Integral and covered hours of one stretch after <see cref="Add"/> of the same entry; changes nothing.</summary>
    /// <param name="stretch">Index of the stretch.</param>
    /// <param name="timeUtc">End of the hours that the entry covers.</param>
    /// <param name="ratePerHour">Rate over these hours; finite unless <paramref name="hours"/> is 0.</param>
    /// <param name="hours">Hours covered; at least 0; 0 when nothing was measured.</param>
    public Stretch Preview(int stretch, DateTime timeUtc, double ratePerHour, double hours)
    {
        int first = FirstInside(stretch, timeUtc);
        double totalBefore = first == _next ? _total : _ring[first].TotalBefore;
        double hoursBefore = first == _next ? _hours : _ring[first].HoursBefore;
        double added = hours > 0 ? ratePerHour * hours : 0;
        return new Stretch(_total - totalBefore + added, _hours - hoursBefore + hours);
    }

    /// <summary>Adds an entry and drops those that the stretches have left behind.</summary>
    /// <param name="timeUtc">End of the hours that the entry covers; later than the entries before.</param>
    /// <param name="ratePerHour">Rate over these hours; finite unless <paramref name="hours"/> is 0.</param>
    /// <param name="hours">Hours covered; at least 0; 0 when nothing was measured.</param>
    /// <exception cref="InvalidOperationException">More entries fall into a stretch than it can hold.</exception>
    public void Add(DateTime timeUtc, double ratePerHour, double hours)
    {
        int next = After(_next);
        for (int i = 0; i < _first.Length; i++)
        {
            _first[i] = FirstInside(i, timeUtc);
            if (hours > 0 && _first[i] == next)
            {
                throw new InvalidOperationException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"More than {_ring.Length - 1} samples within {TimeSpan.FromTicks(_lengthTicks[i])}; expected samples further apart."));
            }
        }

        if (!(hours > 0))
        {
            return;
        }

        _ring[_next] = new Entry(timeUtc.Ticks, _total, _hours);
        _total += ratePerHour * hours;
        _hours += hours;
        _next = next;
        if (_next == 0)
        {
            Rebase();
        }
    }

    private int FirstInside(int stretch, DateTime timeUtc)
    {
        long limit = timeUtc.Ticks - _lengthTicks[stretch];
        int first = _first[stretch];
        while (first != _next && _ring[first].Ticks <= limit)
        {
            first = After(first);
        }

        return first;
    }

    private int After(int place) => place + 1 == _ring.Length ? 0 : place + 1;

    private void Rebase()
    {
        int origin = _first[^1];
        double total = _ring[origin].TotalBefore;
        double hours = _ring[origin].HoursBefore;
        for (int place = origin; place != _next; place = After(place))
        {
            _ring[place] = _ring[place] with
            {
                TotalBefore = _ring[place].TotalBefore - total,
                HoursBefore = _ring[place].HoursBefore - hours,
            };
        }

        _total -= total;
        _hours -= hours;
    }

    /// <summary>What was measured over a stretch.</summary>
    /// <param name="Total">Sum of rate times hours.</param>
    /// <param name="CoveredHours">Hours of the stretch that were measured.</param>
    public readonly record struct Stretch(double Total, double CoveredHours);

    private readonly record struct Entry(long Ticks, double TotalBefore, double HoursBefore);
}
