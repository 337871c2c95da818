namespace LiqIndicators.Analytics.Statistics;

/// <summary>Median magnitude of the last numbers, to within 1.6 %, at constant cost.</summary>
/// <remarks>
/// Counts magnitudes in bins of a thirty-second of a power of two and keeps the bin of the middle one, which moves a
/// step at a time. Fit for widths of dead bands, where the last percent does not matter and the budget does; the exact
/// order statistics are in <see cref="RobustWindow"/>. The lower of two middle numbers counts.
/// </remarks>
public sealed class MagnitudeMedian
{
    private const int MantissaBits = 5;
    private const int Shift = 52 - MantissaBits;
    private const int LeastExponent = -40;
    private const int Octaves = 64;
    private const int Bins = (Octaves << MantissaBits) + 1;
    private const long Offset = (long)(1023 + LeastExponent) << MantissaBits;

    private readonly int[] _counts = new int[Bins];
    private readonly int[] _ring;
    private int _count;
    private int _next;
    private int _middle;
    private int _belowMiddle;

    /// <summary>Creates an empty window.</summary>
    /// <param name="capacity">Numbers the window holds; in [1, 1,000,000].</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="capacity"/> is outside its range.</exception>
    public MagnitudeMedian(int capacity) => _ring = new int[Guard.InRange(capacity, 1, 1_000_000)];

    /// <summary>Numbers in the window.</summary>
    public int Count => _count;

    /// <summary>Median magnitude after <see cref="Add(double)"/> of the same number; changes nothing.</summary>
    /// <param name="value">Any number but NaN; magnitudes below 2^-40 count as 0, those above 2^24 as that.</param>
    /// <returns>At least 0.</returns>
    public double Preview(double value) => Preview(value, out _);

    /// <summary>Adds a number; the oldest one leaves a full window.</summary>
    /// <param name="value">Any number but NaN.</param>
    public void Add(double value)
    {
        Preview(value, out Placement placement);
        Add(placement);
    }

    /// <summary>Median as above, with the place that saves <see cref="Add(in Placement)"/> the search.</summary>
    /// <param name="value">Any number but NaN.</param>
    /// <param name="placement">Where the number would go; valid until the next number is added.</param>
    internal double Preview(double value, out Placement placement)
    {
        int entering = BinOf(value);
        bool isFull = _count == _ring.Length;
        int leaving = isFull ? _ring[_next] : -1;
        int middle = _middle;
        int below = Seek(entering, leaving, isFull ? _count : _count + 1, ref middle);
        placement = new Placement(entering, leaving, middle, below);
        return MagnitudeOf(middle);
    }

    /// <summary>Adds a number whose place is known.</summary>
    internal void Add(in Placement placement)
    {
        _counts[placement.Entering]++;
        if (placement.Leaving >= 0)
        {
            _counts[placement.Leaving]--;
        }
        else
        {
            _count++;
        }

        _ring[_next] = placement.Entering;
        _next = _next + 1 == _ring.Length ? 0 : _next + 1;
        _middle = placement.Middle;
        _belowMiddle = placement.BelowMiddle;
    }

    // Moves to the bin that holds the middle number once one number has entered and another one left.
    private int Seek(int entering, int leaving, int count, ref int middle)
    {
        int target = (count - 1) / 2;
        int below = _belowMiddle + (entering < middle ? 1 : 0) - (leaving >= 0 && leaving < middle ? 1 : 0);
        while (below > target)
        {
            middle--;
            below -= CountWith(middle, entering, leaving);
        }

        for (int held = CountWith(middle, entering, leaving); below + held <= target; held = CountWith(middle, entering, leaving))
        {
            below += held;
            middle++;
        }

        return below;
    }

    private int CountWith(int bin, int entering, int leaving) =>
        _counts[bin] + (bin == entering ? 1 : 0) - (bin == leaving ? 1 : 0);

    // The upper bits of a double are its logarithm in steps of the mantissa bits kept.
    private static int BinOf(double value)
    {
        long step = (BitConverter.DoubleToInt64Bits(Math.Abs(value)) >> Shift) - Offset;
        return (int)Math.Clamp(step + 1, 0, Bins - 1);
    }

    private static double MagnitudeOf(int bin)
    {
        if (bin == 0)
        {
            return 0;
        }

        double low = BitConverter.Int64BitsToDouble((bin - 1 + Offset) << Shift);
        double high = BitConverter.Int64BitsToDouble((bin + Offset) << Shift);
        return 0.5 * (low + high);
    }

    /// <summary>Where a number would go, and where the middle would be.</summary>
    internal readonly record struct Placement(int Entering, int Leaving, int Middle, int BelowMiddle);
}
