namespace LiqIndicators.Analytics.Statistics;

/// <summary>Sum of the last numbers, at constant cost; computed afresh once per window.</summary>
public sealed class RollingSum
{
    private readonly double[] _ring;
    private int _count;
    private int _next;
    private double _sum;

    /// <summary>Creates an empty window.</summary>
    /// <param name="capacity">Numbers the window holds; in [1, 1,000,000].</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="capacity"/> is outside its range.</exception>
    public RollingSum(int capacity) => _ring = new double[Guard.InRange(capacity, 1, 1_000_000)];

    /// <summary>Numbers in the window.</summary>
    public int Count => _count;

    /// <summary>The sum; 0 for an empty window.</summary>
    public double Current => _sum;

    /// <summary>The sum after <see cref="Add"/> of the same number; changes nothing.</summary>
    public double Preview(double value) => _sum + value - (_count == _ring.Length ? _ring[_next] : 0);

    /// <summary>Adds a number, the oldest one leaving a full window; NaN empties it, as what spans a hole is no window.</summary>
    public void Add(double value)
    {
        if (double.IsNaN(value))
        {
            _count = 0;
            _next = 0;
            _sum = 0;
            return;
        }

        _sum = Preview(value);
        _ring[_next] = value;
        _count = Math.Min(_count + 1, _ring.Length);
        _next++;
        if (_next == _ring.Length)
        {
            _next = 0;
            _sum = 0;
            foreach (double held in _ring)
            {
                _sum += held;
            }
        }
    }
}
