using System.Runtime.CompilerServices;

namespace LiqIndicators.Analytics.Statistics;

/// <summary>Median, median absolute deviation and percentile rank over the last numbers.</summary>
/// <remarks>
/// A sorted copy of the window: making room moves at most the numbers between the one that leaves and the one that
/// enters. The window with a candidate in it is only looked at, never built.
/// </remarks>
public sealed class RobustWindow
{
    private const int Block = 16;

    private readonly double[] _ring;
    private readonly double[] _sorted;
    private int _count;
    private int _next;
    private int _deviationStart;

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

    /// <summary>Summary of the window after <see cref="Add(double)"/> of the same number; changes nothing.</summary>
    /// <param name="value">Any finite number.</param>
    public RobustSummary Preview(double value) => Preview(value, out _);

    /// <summary>Adds a number; the oldest one leaves a full window.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is NaN or infinite.</exception>
    public void Add(double value)
    {
        Preview(value, out Placement placement);
        Add(placement);
    }

    /// <summary>Summary as above, with the place that saves <see cref="Add(in Placement)"/> the search.</summary>
    /// <param name="value">Any finite number.</param>
    /// <param name="placement">Where the number would go; valid until the next number is added.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is NaN or infinite.</exception>
    internal RobustSummary Preview(double value, out Placement placement)
    {
        Guard.InRange(value, double.MinValue, double.MaxValue);
        bool isFull = _count == _ring.Length;
        int removed = isFull ? CountBelow(_ring[_next]) : _count;
        int below = CountBelow(value);
        int equal = CountEqual(below, value) + 1;
        if (isFull)
        {
            equal -= _sorted[removed] == value ? 1 : 0;
            below -= removed < below ? 1 : 0;
        }

        int count = isFull ? _count : _count + 1;
        Candidate candidate = new(_sorted, removed, below, value);
        double median = 0.5 * (candidate[(count - 1) / 2] + candidate[count / 2]);
        int start = Math.Min(_deviationStart, count - ((count + 1) / 2));
        double deviation = DeviationAround(median, candidate, count, ref start);
        double rank = (below + (0.5 * equal)) / count;
        double z = deviation > 0 ? (value - median) / (RobustSummary.NormalConsistency * deviation) : double.NaN;
        placement = new Placement(value, removed, below, start);
        return new RobustSummary(count, median, deviation, rank, z);
    }

    /// <summary>Adds a number whose place is known.</summary>
    internal void Add(in Placement placement)
    {
        int place = placement.Inserted;
        int removed = placement.Removed;
        if (removed < place)
        {
            Array.Copy(_sorted, removed + 1, _sorted, removed, place - removed);
        }
        else
        {
            Array.Copy(_sorted, place, _sorted, place + 1, removed - place);
        }

        _sorted[place] = placement.Value;
        _ring[_next] = placement.Value;
        _next = _next + 1 == _ring.Length ? 0 : _next + 1;
        _count = Math.Min(_count + 1, _ring.Length);
        _deviationStart = placement.DeviationStart;
    }

    // The nearest k of a sorted list to its median are neighbours: the run whose two ends are closest to being equally
    // far. Its start moves little from one sample to the next, so the last one is where to look, in growing steps.
    private static double DeviationAround(double median, in Candidate sorted, int count, ref int start)
    {
        int length = (count + 1) / 2;
        int last = count - length;
        int low = 0;
        int high = last;
        int step = 1;
        if (IsTooLow(median, sorted, start, length))
        {
            low = Math.Min(last, start + 1);
            while (low + step < last && IsTooLow(median, sorted, low + step - 1, length))
            {
                low += step;
                step *= 2;
            }

            high = Math.Min(last, low + step);
        }
        else
        {
            high = start;
            while (high - step > 0 && !IsTooLow(median, sorted, high - step, length))
            {
                high -= step;
                step *= 2;
            }

            low = Math.Max(0, high - step);
        }

        while (low < high)
        {
            int middle = (low + high) / 2;
            if (IsTooLow(median, sorted, middle, length))
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        start = low;
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
        return 0.5 * (distance + Math.Min(lower, upper));
    }

    private static bool IsTooLow(double median, in Candidate sorted, int start, int length) =>
        sorted[start] + sorted[start + length - 1] < 2 * median;

    private static double FarEnd(double median, in Candidate sorted, int start, int length) =>
        Math.Max(median - sorted[start], sorted[start + length - 1] - median);

    // Bisection waits for one comparison to begin the next, and half of them are guessed wrong; counting over
    // block starts and then inside one block is independent additions, which is several times faster at this size.
    private int CountBelow(double value)
    {
        if (_count > Block * Block * 4)
        {
            int found = Array.BinarySearch(_sorted, 0, _count, value);
            int low = found >= 0 ? found : ~found;
            while (low > 0 && _sorted[low - 1] == value)
            {
                low--;
            }

            return low;
        }

        ReadOnlySpan<double> sorted = _sorted.AsSpan(0, _count);
        int blocks = 0;
        for (int i = 0; i < sorted.Length; i += Block)
        {
            blocks += sorted[i] < value ? 1 : 0;
        }

        if (blocks == 0)
        {
            return 0;
        }

        int from = (blocks - 1) * Block;
        int below = from;
        ReadOnlySpan<double> block = sorted[from..Math.Min(sorted.Length, from + Block)];
        for (int i = 0; i < block.Length; i++)
        {
            below += block[i] < value ? 1 : 0;
        }

        return below;
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

    /// <summary>Where a number would go.</summary>
    internal readonly record struct Placement(double Value, int Removed, int Inserted, int DeviationStart);

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
                // Sign bits instead of branches: where the two places lie is as good as random.
                int without = index + ((_inserted - index) >> 31);
                double held = _sorted[Math.Min(without - ((_removed - 1 - without) >> 31), _sorted.Length - 1)];
                return index == _inserted ? _value : held;
            }
        }
    }
}
