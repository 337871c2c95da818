using System.Globalization;

namespace LiqIndicators.Analytics.Statistics;

/// <summary>Integral of a rate over the last stretch of time, and how much of that stretch was measured.</summary>
/// <remarks>Each entry covers the hours before its own time. The sums are computed afresh once per turn of the ring.</remarks>
public sealed class TimeWeightedWindow
{
    private readonly long _lengthTicks;
    private readonly long[] _ticks;
    private readonly double[] _totals;
    private readonly double[] _hours;
    private int _first;
    private int _count;
    private int _sinceReseed;
    private double _total;
    private double _covered;

    /// <summary>Creates an empty window.</summary>
    /// <param name="length">Length of the stretch; longer than zero.</param>
    /// <param name="capacity">Entries it can hold; in [1, 1,000,000].</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public TimeWeightedWindow(TimeSpan length, int capacity)
    {
        Guard.Positive(length.TotalHours, nameof(length));
        _lengthTicks = length.Ticks;
        _ticks = new long[Guard.InRange(capacity, 1, 1_000_000)];
        _totals = new double[capacity];
        _hours = new double[capacity];
    }

    /// <summary>Integral and covered hours after <see cref="Add"/> of the same entry; changes nothing.</summary>
    /// <param name="timeUtc">End of the hours that the entry covers.</param>
    /// <param name="ratePerHour">Rate over these hours; finite.</param>
    /// <param name="hours">Hours covered; at least 0; 0 when nothing was measured.</param>
    public Integral Preview(DateTime timeUtc, double ratePerHour, double hours)
    {
        double total = _total;
        double covered = _covered;
        int first = _first;
        for (int left = _count; left > 0 && IsOver(timeUtc, first); left--)
        {
            total -= _totals[first];
            covered -= _hours[first];
            first = After(first);
        }

        return hours > 0 ? new Integral(total + (ratePerHour * hours), covered + hours) : new Integral(total, covered);
    }

    /// <summary>Adds an entry and drops those that the window has left behind.</summary>
    /// <param name="timeUtc">End of the hours that the entry covers; later than the entries before.</param>
    /// <param name="ratePerHour">Rate over these hours; finite.</param>
    /// <param name="hours">Hours covered; at least 0; 0 when nothing was measured.</param>
    /// <exception cref="InvalidOperationException">More entries fall into the window than it can hold.</exception>
    public void Add(DateTime timeUtc, double ratePerHour, double hours)
    {
        while (_count > 0 && IsOver(timeUtc, _first))
        {
            _total -= _totals[_first];
            _covered -= _hours[_first];
            _first = After(_first);
            _count--;
        }

        if (!(hours > 0))
        {
            return;
        }

        if (_count == _ticks.Length)
        {
            throw new InvalidOperationException(string.Create(
                CultureInfo.InvariantCulture,
                $"More than {_ticks.Length} samples within {TimeSpan.FromTicks(_lengthTicks)}; expected samples further apart."));
        }

        int place = (_first + _count) % _ticks.Length;
        _ticks[place] = timeUtc.Ticks;
        _totals[place] = ratePerHour * hours;
        _hours[place] = hours;
        _count++;
        _total += _totals[place];
        _covered += hours;
        _sinceReseed++;
        if (_sinceReseed == _ticks.Length)
        {
            Reseed();
        }
    }

    private bool IsOver(DateTime timeUtc, int place) => _ticks[place] <= timeUtc.Ticks - _lengthTicks;

    private int After(int place) => place + 1 == _ticks.Length ? 0 : place + 1;

    private void Reseed()
    {
        _sinceReseed = 0;
        _total = 0;
        _covered = 0;
        for (int i = 0, place = _first; i < _count; i++, place = After(place))
        {
            _total += _totals[place];
            _covered += _hours[place];
        }
    }

    /// <summary>What a window holds.</summary>
    /// <param name="Total">Sum of rate times hours.</param>
    /// <param name="CoveredHours">Hours of the window that were measured.</param>
    public readonly record struct Integral(double Total, double CoveredHours);
}
