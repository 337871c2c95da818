namespace LiqIndicators.Analytics.OpenInterest;

/// <summary>A swing high or low that later bars confirmed.</summary>
/// <param name="TimeUtc">Opening time of its bar; <see cref="DateTime.MinValue"/> for none.</param>
/// <param name="Price">Its high or low; quote currency per base unit.</param>
/// <param name="OpenInterestQuantity">Highest (of a swing high) or lowest open interest around it; base units, or NaN.</param>
public readonly record struct SwingPivot(DateTime TimeUtc, double Price, double OpenInterestQuantity)
{
    /// <summary>Whether there is a pivot.</summary>
    public bool Exists => TimeUtc != DateTime.MinValue;
}

/// <summary>Finds swings once the bars after them confirm them, so that none is ever taken back.</summary>
/// <remarks>
/// A bar is a swing high when its high is above those of the <c>reach</c> bars before it and not below those of
/// the <c>reach</c> bars after it; it is told at the close of the last of these. Lows mirror it.
/// </remarks>
public sealed class SwingPivots
{
    private readonly int _reach;
    private readonly Sample[] _ring;
    private int _count;
    private int _next;

    /// <summary>Creates the finder without bars.</summary>
    /// <param name="reach">Bars on either side; in [1, 50].</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="reach"/> is outside its range.</exception>
    public SwingPivots(int reach)
    {
        _reach = Guard.InRange(reach, 1, 50);
        _ring = new Sample[2 * reach];
    }

    /// <summary>The swing that a bar confirms, if any; changes nothing.</summary>
    /// <param name="isHigh">Whether to look for a swing high.</param>
    /// <param name="newest">The bar that may confirm it.</param>
    public SwingPivot Preview(bool isHigh, in Sample newest)
    {
        if (_count < _ring.Length)
        {
            return default;
        }

        ref readonly Sample centre = ref At(_reach);
        double sign = isHigh ? 1 : -1;
        double price = sign * Extreme(centre, isHigh);
        if (sign * Extreme(newest, isHigh) > price)
        {
            return default;
        }

        double openInterest = sign * newest.OpenInterestQuantity;
        for (int i = 0; i < _ring.Length; i++)
        {
            ref readonly Sample other = ref At(i);
            double otherPrice = sign * Extreme(other, isHigh);
            if (i < _reach ? otherPrice >= price : otherPrice > price)
            {
                return default;
            }

            // NaN spreads: around a hole there is no telling where open interest peaked.
            openInterest = Math.Max(openInterest, sign * other.OpenInterestQuantity);
        }

        return new SwingPivot(centre.TimeUtc, sign * price, sign * openInterest);
    }

    /// <summary>Adds a closed bar.</summary>
    public void Add(in Sample sample)
    {
        _ring[_next] = sample;
        _next = _next + 1 == _ring.Length ? 0 : _next + 1;
        _count = Math.Min(_count + 1, _ring.Length);
    }

    private static double Extreme(in Sample sample, bool isHigh) => isHigh ? sample.High : sample.Low;

    private ref readonly Sample At(int age)
    {
        int place = _next + age;
        return ref _ring[place >= _ring.Length ? place - _ring.Length : place];
    }

    /// <summary>What a swing is made of.</summary>
    /// <param name="TimeUtc">Opening time of the bar.</param>
    /// <param name="High">Highest price.</param>
    /// <param name="Low">Lowest price.</param>
    /// <param name="OpenInterestQuantity">At the close; base units, or NaN.</param>
    public readonly record struct Sample(DateTime TimeUtc, double High, double Low, double OpenInterestQuantity);
}
