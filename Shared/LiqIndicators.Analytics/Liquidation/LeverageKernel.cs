using System.Globalization;
using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Analytics.Liquidation;

/// <summary>
/// Where the liquidation prices of new positions lie relative to their entry: the one assumption of a map that no venue
/// publishes, as a named, versioned and immutable object.
/// </summary>
/// <remarks>
/// Per side a set of points whose weights sum to 1 together with <see cref="Unliquidatable"/>, the share of positions
/// that no price liquidates. Points are ordered from the nearest to the farthest; points of weight 0 are dropped.
/// </remarks>
public sealed class LeverageKernel
{
    private const double SumTolerance = 1e-9;
    private readonly KernelPoint[] _longs;
    private readonly KernelPoint[] _shorts;
    private readonly double _unliquidatableLongs;
    private readonly double _unliquidatableShorts;

    /// <summary>Checks and orders the points.</summary>
    /// <param name="name">What the kernel is, for captions; not empty.</param>
    /// <param name="version">Version of its numbers, for comparing runs; not empty.</param>
    /// <param name="venue">Venue it speaks of, or "any"; not empty.</param>
    /// <param name="longs">Points of longs: distances &lt; 0, or negative infinity; weights sum to 1.</param>
    /// <param name="shorts">Points of shorts: distances &gt; 0, or positive infinity; weights sum to 1.</param>
    /// <exception cref="ArgumentException">A word is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A weight is negative or NaN, a distance is NaN, 0 or on the wrong side, or the weights do not sum to 1 within 1e-9.
    /// </exception>
    public LeverageKernel(
        string name,
        string version,
        string venue,
        IReadOnlyList<KernelPoint> longs,
        IReadOnlyList<KernelPoint> shorts)
    {
        Name = NotEmpty(name, nameof(name));
        Version = NotEmpty(version, nameof(version));
        Venue = NotEmpty(venue, nameof(venue));
        (_longs, _unliquidatableLongs) = Check(longs, PositionSide.Long);
        (_shorts, _unliquidatableShorts) = Check(shorts, PositionSide.Short);
    }

    /// <summary>What the kernel is.</summary>
    public string Name { get; }

    /// <summary>Version of its numbers.</summary>
    public string Version { get; }

    /// <summary>Venue it speaks of, or "any".</summary>
    public string Venue { get; }

    /// <summary>Points of a side from the nearest to the farthest, without those that no price liquidates.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The side is unknown.</exception>
    public ReadOnlySpan<KernelPoint> Points(PositionSide side) =>
        LiquidationPrice.Sign(side) > 0 ? _longs : _shorts;

    /// <summary>Share of a side that no price liquidates; in [0, 1].</summary>
    /// <exception cref="ArgumentOutOfRangeException">The side is unknown.</exception>
    public double Unliquidatable(PositionSide side) =>
        LiquidationPrice.Sign(side) > 0 ? _unliquidatableLongs : _unliquidatableShorts;

    /// <summary>Share of a side liquidated by a move against it from the entry.</summary>
    /// <param name="side">Side of the positions.</param>
    /// <param name="move">Size of the move as a fraction of the entry price; &gt;= 0; for longs at most 1.</param>
    /// <returns>Fraction in [0, 1]; does not fall as the move grows.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The move is NaN or outside its range, or the side is unknown.</exception>
    public double ShareWithin(PositionSide side, double move)
    {
        double sign = LiquidationPrice.Sign(side);
        double reach = Math.Abs(Math.Log(1 - (sign * Guard.InRange(move, 0, sign > 0 ? 1 : double.MaxValue))));
        double share = 0;
        foreach (KernelPoint point in Points(side))
        {
            if (Math.Abs(point.LogDistance) > reach)
            {
                break;
            }

            share += point.Weight;
        }

        return Math.Min(1, share);
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Name} {Version} ({Venue})";

    private static string NotEmpty(string text, string name) =>
        string.IsNullOrWhiteSpace(text)
            ? throw new ArgumentException($"{name} is empty; expected a word.", name)
            : text;

    private static (KernelPoint[] Points, double Unliquidatable) Check(IReadOnlyList<KernelPoint> points, PositionSide side)
    {
        string name = side == PositionSide.Long ? "longs" : "shorts";
        ArgumentNullException.ThrowIfNull(points, name);
        List<KernelPoint> kept = new(points.Count);
        double sum = 0;
        double unliquidatable = 0;
        for (int i = 0; i < points.Count; i++)
        {
            KernelPoint point = points[i];
            Guard.InRange(point.Weight, 0, 1 + SumTolerance, string.Create(CultureInfo.InvariantCulture, $"{name}[{i}].Weight"));
            bool isOnItsSide = side == PositionSide.Long ? point.LogDistance < 0 : point.LogDistance > 0;
            if (!isOnItsSide)
            {
                throw new ArgumentOutOfRangeException(name, point.LogDistance, string.Create(
                    CultureInfo.InvariantCulture,
                    $"{name}[{i}].LogDistance is {point.LogDistance}; expected {(side == PositionSide.Long ? "< 0" : "> 0")}."));
            }

            sum += point.Weight;
            if (double.IsInfinity(point.LogDistance))
            {
                unliquidatable += point.Weight;
            }
            else if (point.Weight > 0)
            {
                kept.Add(point);
            }
        }

        if (!(Math.Abs(sum - 1) <= SumTolerance))
        {
            throw new ArgumentOutOfRangeException(name, sum, string.Create(
                CultureInfo.InvariantCulture, $"The weights of {name} sum to {sum}; expected 1."));
        }

        kept.Sort(static (a, b) => Math.Abs(a.LogDistance).CompareTo(Math.Abs(b.LogDistance)));
        return (kept.ToArray(), unliquidatable);
    }
}
