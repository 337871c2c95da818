namespace LiqIndicators.Analytics.Statistics;

/// <summary>Largest of the last numbers, at constant amortised cost.</summary>
/// <remarks>Keeps only numbers that can still become the largest, in falling order.</remarks>
public sealed class RollingMaximum
{
    private readonly double[] _values;
    private readonly long[] _positions;
    private int _first;
    private int _count;
    private long _position;

    /// <summary>Creates an empty window.</summary>
    /// <param name="capacity">Numbers the window holds; in [1, 1,000,000].</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="capacity"/> is outside its range.</exception>
    public RollingMaximum(int capacity)
    {
        _values = new double[Guard.InRange(capacity, 1, 1_000_000)];
        _positions = new long[capacity];
    }

    /// <summary>The largest number after <see cref="Add"/> of the same number; changes nothing.</summary>
    /// <param name="value">Any number but NaN.</param>
    public double Preview(double value)
    {
        if (_count == 0)
        {
            return value;
        }

        int front = _first;
        if (_positions[front] <= _position - _values.Length)
        {
            if (_count == 1)
            {
                return value;
            }

            front = After(front);
        }

        return Math.Max(value, _values[front]);
    }

    /// <summary>Adds a number; the oldest one leaves a full window.</summary>
    /// <param name="value">Any number but NaN.</param>
    public void Add(double value)
    {
        if (_count > 0 && _positions[_first] <= _position - _values.Length)
        {
            _first = After(_first);
            _count--;
        }

        int place = Wrapped(_first + _count);
        while (_count > 0)
        {
            int last = place == 0 ? _values.Length - 1 : place - 1;
            if (_values[last] > value)
            {
                break;
            }

            place = last;
            _count--;
        }

        _values[place] = value;
        _positions[place] = _position;
        _count++;
        _position++;
    }

    /// <summary>Forgets all numbers.</summary>
    public void Clear() => _count = 0;

    private int After(int place) => Wrapped(place + 1);

    private int Wrapped(int place) => place >= _values.Length ? place - _values.Length : place;
}
