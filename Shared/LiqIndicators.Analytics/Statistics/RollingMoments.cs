namespace LiqIndicators.Analytics.Statistics;

/// <summary>Sum, mean and population deviation of the last numbers, at constant cost.</summary>
/// <remarks>
/// Holds sums of distances from a pivot inside the window, so that a large common level costs no digits; pivot and
/// sums are computed afresh once per window, so that rounding does not pile up.
/// </remarks>
public sealed class RollingMoments
{
    private readonly double[] _ring;
    private int _count;
    private int _next;
    private double _pivot;
    private double _sum;
    private double _sumOfSquares;

    /// <summary>Creates an empty window.</summary>
    /// <param name="capacity">Numbers the window holds; in [1, 1,000,000].</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="capacity"/> is outside its range.</exception>
    public RollingMoments(int capacity) => _ring = new double[Guard.InRange(capacity, 1, 1_000_000)];

    /// <summary>Numbers in the window.</summary>
    public int Count => _count;

    /// <summary>Moments of the numbers in the window.</summary>
    public Moments Current => Describe(_count, _sum, _sumOfSquares);

    /// <summary>Moments after <see cref="Add"/> of the same number; changes nothing.</summary>
    /// <param name="value">Any finite number.</param>
    public Moments Preview(double value)
    {
        double distance = value - Pivot(value);
        double leaving = _count == _ring.Length ? _ring[_next] - _pivot : 0;
        int count = Math.Min(_count + 1, _ring.Length);
        return Describe(
            count, _sum + distance - leaving, _sumOfSquares + (distance * distance) - (leaving * leaving), Pivot(value));
    }

    /// <summary>Adds a number; the oldest one leaves a full window.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is NaN or infinite.</exception>
    public void Add(double value)
    {
        Guard.InRange(value, double.MinValue, double.MaxValue);
        _pivot = Pivot(value);
        double distance = value - _pivot;
        double leaving = _count == _ring.Length ? _ring[_next] - _pivot : 0;
        _sum += distance - leaving;
        _sumOfSquares += (distance * distance) - (leaving * leaving);
        _ring[_next] = value;
        _count = Math.Min(_count + 1, _ring.Length);
        _next++;
        if (_next == _ring.Length)
        {
            _next = 0;
            Reseed();
        }
    }

    private double Pivot(double firstValue) => _count == 0 ? firstValue : _pivot;

    private Moments Describe(int count, double sum, double sumOfSquares) => Describe(count, sum, sumOfSquares, _pivot);

    private static Moments Describe(int count, double sum, double sumOfSquares, double pivot)
    {
        if (count == 0)
        {
            return new Moments(0, 0, double.NaN, double.NaN);
        }

        double mean = sum / count;
        double variance = (sumOfSquares / count) - (mean * mean);

        // What is left of a constant window is rounding, not spread.
        bool isSpread = variance > 1e-13 * (sumOfSquares / count);
        return new Moments(count, (pivot * count) + sum, pivot + mean, isSpread ? Math.Sqrt(variance) : 0);
    }

    private void Reseed()
    {
        double total = 0;
        foreach (double value in _ring)
        {
            total += value;
        }

        _pivot = total / _ring.Length;
        _sum = 0;
        _sumOfSquares = 0;
        foreach (double value in _ring)
        {
            double distance = value - _pivot;
            _sum += distance;
            _sumOfSquares += distance * distance;
        }
    }
}
