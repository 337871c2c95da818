namespace LiqIndicators.Analytics.Liquidation.Forecast;

/// <summary>How much of the open mass that price crosses gets printed as liquidations, one side, fitted as time goes on.</summary>
/// <remarks>
/// <c>scale = (realised + 0.06 k m) / (crossed + k m)</c>: sums of the past with a half-life of 720 hours, and a prior
/// worth <c>k</c> = 100 hours of the mean crossed mass <c>m</c>, so that it holds from the first hour and moves slowly.
/// Only for showing dollars; it never enters the map. Source: docs/model.md, F5.
/// </remarks>
public sealed class LiquidationScale
{
    /// <summary>Share that is liquidated before anything has been seen; fraction.</summary>
    public const double Prior = 0.06;

    private const double PriorHours = 100;
    private const double HalfLifeHours = 720;

    private readonly double _keepPerBar;
    private readonly double _barHours;
    private double _realised;
    private double _crossed;
    private double _hours;

    /// <summary>Knows nothing but the prior.</summary>
    /// <param name="barHours">Length of a bar; hours; &gt; 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="barHours"/> is NaN or not above 0.</exception>
    public LiquidationScale(double barHours)
    {
        _barHours = Guard.Positive(barHours);
        _keepPerBar = Math.Pow(0.5, barHours / HalfLifeHours);
    }

    /// <summary>Printed over crossed, as known now; fraction; &gt;= 0.</summary>
    public double Value
    {
        get
        {
            // A mean of zero mass says nothing about the share.
            double prior = _hours > 0 ? PriorHours * _crossed / _hours : 0;
            return prior > 0 ? (_realised + (Prior * prior)) / (_crossed + prior) : Prior;
        }
    }

    /// <summary>Takes a closed bar.</summary>
    /// <param name="crossedNotional">Open mass that the bar crossed, from the map before the bar; quote currency; &gt;= 0.</param>
    /// <param name="realisedNotional">Printed liquidations of the bar; quote currency; &gt;= 0; NaN when not published: then nothing is learnt.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative or infinite, or the crossed mass NaN.</exception>
    public void Update(double crossedNotional, double realisedNotional)
    {
        Guard.NotNegative(crossedNotional);
        if (double.IsNaN(realisedNotional))
        {
            return;
        }

        Guard.NotNegative(realisedNotional);
        _realised = (_keepPerBar * _realised) + realisedNotional;
        _crossed = (_keepPerBar * _crossed) + crossedNotional;
        _hours = (_keepPerBar * _hours) + _barHours;
    }
}
