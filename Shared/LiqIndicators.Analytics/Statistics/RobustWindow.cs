using System.Runtime.CompilerServices;

namespace LiqIndicators.Analytics.Statistics;

/// <summary>Median, median absolute deviation and percentile rank over the last numbers.</summary>
/// <remarks>
/// A sorted copy of the window: finding a place costs O(log n), making room moves at most the numbers between the one
/// that leaves and the one that enters. The window with a candidate in it is only looked at, never built.
/// </remarks>
public sealed class RobustWindow
{
    private readonly double[] _ring;
    private readonly double[] _sorted;
    private int _count;
    private int _next;

    /// <summary>Creates an empty window.</summary>
    /// <param name="capacity">Numbers the window holds; in [1, 100,000].</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="capacity"/> is outside its range.</exception>
    public RobustWindow(int capacity)
    {
        _ring = new double[Guard.InRange(capacity, 1, 100_000)];
        _sorted = new double[capacity];
    }

    /// <summary>Numbers in the window.</summary>
    public int Count => _count;

    /// <summary>Summary of the window after <see cref="Add"/> of the same number; changes nothing.</summary>
    /// <param name="value">Any finite number.</param>
    public RobustSummary Preview(double value)
    {
        bool isFull = _count == _ring.Length;
        int removed = isFull ? CountBelow(_ring[_next]) : _count;
        int below = CountBelow(value);
        int equal = CountEqual(below, value) + 1;
        if (isFull && removed < below)
        {
            below--;
        }
        else if (isFull && _sorted[removed] == value)
        {
            equal--;
        }

        int count = isFull ? _count : _count + 1;
        Candidate candidate = new(_sorted, removed, below, value);
        double median = 0.5 * (candidate[(count - 1) / 2] + candidate[count / 2]);
        double deviation = DeviationAround(median, candidate, count);
        double rank = (below + (0.5 * equal)) / count;
        double z = deviation > 0 ? (value - median) / (RobustSummary.NormalConsistency * deviation) : double.NaN;
        return new RobustSummary(count, median, deviation, rank, z);
    }

    /// <summary>Adds a number; the oldest one leaves a full window.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is NaN or infinite.</exception>
    public void Add(double value)
    {
        Guard.InRange(value, double.MinValue, double.MaxValue);
        int place = CountBelow(value);
        if (_count < _ring.Length)
        {
            Array.Copy(_sorted, place, _sorted, place + 1, _count - place);
            _count++;
        }
        else
        {
            int removed = CountBelow(_ring[_next]);
            if (removed < place)
            {
                place--;
                Array.Copy(_sorted, removed + 1, _sorted, removed, place - removed);
            }
            else
            {
                Array.Copy(_sorted, place, _sorted, place + 1, removed - place);
            }
        }

        _sorted[place] = value;
        _ring[_next] = value;
        _next = _next + 1 == _ring.Length ? 0 : _next + 1;
    }

    // The nearest k of a sorted list to its median are neighbours: the run whose two ends are closest to being
    // equally far. The middle of the sorted distances is the far end of that run, found by bisection on its start.
    private static double DeviationAround(double median, in Candidate sorted, int count)
    {
        int length = (count + 1) / 2;
        int start = 0;
        int remaining = count - length;
        while (remaining > 0)
        {
            int half = remaining / 2;
            int middle = start + half;
            bool isTooLow = sorted[middle] + sorted[middle + length - 1] < 2 * median;
            start = isTooLow ? middle + 1 : start;
            remaining = isTooLow ? remaining - half - 1 : half;
        }

        double distance = FarEnd(median, sorted, start, length);
        if (start > 0)
        {
            double before = FarEnd(median, sorted, start - 1, length);
            if (before < distance)
            {
                distance = before;
                start--;
            }
        }

        if (count % 2 == 1)
        {
            return distance;
        }

        double lower = start > 0 ? median - sorted[start - 1] : double.PositiveInfinity;
        double upper = start + length < count ? sorted[start + length] - median : double.PositiveInfinity;
        return 0.5 * (distance + Math.Max(distance, Math.Min(lower, upper)));
    }

    private static double FarEnd(double median, in Candidate sorted, int start, int length) =>
        Math.Max(median - sorted[start], sorted[start + length - 1] - median);

    private int CountBelow(double value)
    {
        int low = 0;
        int remaining = _count;
        while (remaining > 0)
        {
            int half = remaining / 2;
            bool isBelow = _sorted[low + half] < value;
            low = isBelow ? low + half + 1 : low;
            remaining = isBelow ? remaining - half - 1 : half;
        }

        return low;
    }

    private int CountEqual(int from, double value)
    {
        // Ties are rare except for funding at its anchor, where they fill the window: gallop, then bisect.
        int step = 1;
        int low = from;
        while (low + step <= _count && _sorted[low + step - 1] == value)
        {
            low += step;
            step *= 2;
        }

        while (step > 1)
        {
            step /= 2;
            if (low + step <= _count && _sorted[low + step - 1] == value)
            {
                low += step;
            }
        }

        return low - from;
    }

    /// <summary>The sorted window as it would be: one number gone, another one in its place.</summary>
    private readonly struct Candidate
    {
        private readonly double[] _sorted;
        private readonly int _removed;
        private readonly int _inserted;
        private readonly double _value;

        public Candidate(double[] sorted, int removed, int inserted, double value)
        {
            _sorted = sorted;
            _removed = removed;
            _inserted = inserted;
            _value = value;
        }

        public double this[int index]
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            get
            {
                if (index == _inserted)
                {
                    return _value;
                }

                int without = index > _inserted ? index - 1 : index;
                return _sorted[without >= _removed ? without + 1 : without];
            }
        }
    }
}
