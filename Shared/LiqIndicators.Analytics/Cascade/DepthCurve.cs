namespace LiqIndicators.Analytics.Cascade;

/// <summary>How much notional the market absorbs on the way to a distance from the price.</summary>
/// <remarks>
/// Absorbed up to distance <c>u</c>: <c>linear u</c> up to a knee, beyond it <c>linear knee + quadratic (u^2 - knee^2)</c>. An order
/// book gives a straight line. Volume and volatility give the inverse of the square-root law,
/// <c>ADV (u / (Y sigma))^2</c>, whose depth would vanish at the price; below the knee it is held at that of the knee.
/// Depth never falls with distance, so what is absorbed is convex.
/// </remarks>
public readonly record struct DepthCurve
{
    private readonly double _linear;
    private readonly double _quadratic;
    private readonly double _knee;

    private DepthCurve(double linear, double quadratic, double knee)
    {
        _linear = linear;
        _quadratic = quadratic;
        _knee = knee;
    }

    /// <summary>Whether there is a curve.</summary>
    public bool Exists => _linear > 0;

    /// <summary>Curve of an order book.</summary>
    /// <param name="depthWithinOnePct">Notional resting within one percent of the price, one side; &gt; 0.</param>
    /// <param name="divisor">By how much stress shrinks it; at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is NaN or outside its range.</exception>
    public static DepthCurve OfOrderBook(double depthWithinOnePct, double divisor = 1) => new(
        Guard.Positive(depthWithinOnePct) * 100 / Guard.InRange(divisor, 1, double.MaxValue), 0, double.PositiveInfinity);

    /// <summary>Curve implied by the square-root law.</summary>
    /// <param name="dailyVolume">Quote currency per day; &gt; 0.</param>
    /// <param name="dailyVolatility">Fraction per root day; &gt; 0.</param>
    /// <param name="impact"><c>Y</c>; &gt; 0.</param>
    /// <param name="knee">Distance below which depth is held; fraction, &gt; 0.</param>
    /// <param name="divisor">By how much stress shrinks it; at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is NaN or outside its range.</exception>
    public static DepthCurve OfImpact(
        double dailyVolume, double dailyVolatility, double impact = 1, double knee = 0.0025, double divisor = 1)
    {
        double unit = Guard.Positive(impact) * Guard.Positive(dailyVolatility);
        double quadratic = Guard.Positive(dailyVolume) / (unit * unit * Guard.InRange(divisor, 1, double.MaxValue));
        return new DepthCurve(2 * quadratic * Guard.Positive(knee), quadratic, knee);
    }

    /// <summary>Notional absorbed on the way to a distance.</summary>
    /// <param name="distance">Fraction of price; at least 0.</param>
    public double Absorbable(double distance) => distance <= _knee
        ? _linear * distance
        : (_linear * _knee) + (_quadratic * ((distance * distance) - (_knee * _knee)));

    /// <summary>Notional absorbed per unit of move at a distance: the derivative of <see cref="Absorbable"/>.</summary>
    /// <param name="distance">Fraction of price; at least 0.</param>
    public double DepthAt(double distance) => distance <= _knee ? _linear : 2 * _quadratic * distance;

    /// <summary>Distance at which a notional is absorbed: the inverse of <see cref="Absorbable"/>.</summary>
    /// <param name="notional">Quote currency; at least 0.</param>
    public double DistanceOf(double notional)
    {
        double distance = notional / _linear;
        return distance <= _knee
            ? distance
            : Math.Sqrt(((notional - (_linear * _knee)) / _quadratic) + (_knee * _knee));
    }
}
