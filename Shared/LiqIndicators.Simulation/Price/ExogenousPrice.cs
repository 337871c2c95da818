using LiqIndicators.Simulation.Randomness;

namespace LiqIndicators.Simulation.Price;

/// <summary>What moves the price from outside: clustered volatility, a drift and shocks. Knows nothing of positions.</summary>
internal sealed class ExogenousPrice
{
    private readonly RandomStream _random;
    private readonly IReadOnlyList<Shock> _shocks;
    private readonly DateTime _riseEndsUtc;
    private readonly double _minuteScale;
    private readonly double _driftPerMinute;
    private double _slow;
    private double _fast;

    /// <summary>Starts at ordinary volatility.</summary>
    public ExogenousPrice(SimulationOptions options, IReadOnlyList<Shock> shocks, RandomStream random)
    {
        _random = random;
        _shocks = shocks;
        bool isCascade = options.Scenario == SimulationScenario.Cascade;
        _riseEndsUtc = isCascade ? shocks[0].StartUtc : DateTime.MinValue;
        _driftPerMinute = isCascade ? MarketParameters.CascadeRisePerDay / (24 * 60) : 0;
        double ordinary = MarketParameters.HourlyVolatility * (isCascade ? MarketParameters.CascadeCalm : random.NextLogNormal(0.15));
        double meanSquare = Math.Exp(2 * (Square(MarketParameters.SlowVolatilitySpread) + Square(MarketParameters.FastVolatilitySpread)));
        _minuteScale = ordinary / Math.Sqrt(60 * meanSquare);
    }

    /// <summary>Volatility over ordinary volatility, without the time of day.</summary>
    public double VolatilityRatio { get; private set; } = 1;

    /// <summary>Standard deviation of the coming minute's log return, shocks aside.</summary>
    public double MinuteVolatility { get; private set; }

    /// <summary>Log return of the minute that starts at <paramref name="timeUtc"/>.</summary>
    public double NextReturn(DateTime timeUtc)
    {
        Advance(ref _slow, MarketParameters.SlowVolatilitySpread, MarketParameters.SlowVolatilityHalfLifeHours);
        Advance(ref _fast, MarketParameters.FastVolatilitySpread, MarketParameters.FastVolatilityHalfLifeHours);
        double phase = 2 * Math.PI * (timeUtc.TimeOfDay.TotalHours - 15) / 24;
        VolatilityRatio = Math.Exp(_slow + _fast);
        MinuteVolatility = _minuteScale * VolatilityRatio * (1 + (MarketParameters.DailySwing * Math.Cos(phase)));
        double move = (MinuteVolatility * _random.NextNormal()) + (timeUtc < _riseEndsUtc ? _driftPerMinute : 0);
        foreach (Shock shock in _shocks)
        {
            if (timeUtc >= shock.StartUtc && timeUtc < shock.StartUtc.AddMinutes(shock.Minutes))
            {
                move += shock.LogReturn / shock.Minutes;
            }
        }

        return move;
    }

    private void Advance(ref double state, double spread, double halfLifeHours)
    {
        double kept = Math.Pow(0.5, 1 / (60 * halfLifeHours));
        state = (kept * state) + (spread * Math.Sqrt(1 - (kept * kept)) * _random.NextNormal());
    }

    private static double Square(double x) => x * x;
}
