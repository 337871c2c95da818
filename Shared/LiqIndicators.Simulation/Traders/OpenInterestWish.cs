using LiqIndicators.Analytics.Market;
using LiqIndicators.Simulation.Randomness;

namespace LiqIndicators.Simulation.Traders;

/// <summary>How much open interest the traders want: it wanders, follows the trend and returns slowly to typical.</summary>
internal sealed class OpenInterestWish
{
    private const double TrendHalfLifeHours = 60;
    private const double StrongTrend = 0.04;
    private static readonly double TrendKept = Math.Pow(0.5, 1 / TrendHalfLifeHours);
    private readonly double _typicalLogQuantity;
    private readonly RandomStream _random;
    private readonly DateTime _startUtc;
    private readonly DateTime _buildUpEndsUtc;
    private double _pastReturn;
    private double _buildUp;

    /// <summary>Starts without a trend.</summary>
    public OpenInterestWish(SimulationOptions options, IReadOnlyList<Shock> shocks, RandomStream random)
    {
        _typicalLogQuantity = Math.Log(options.TypicalOpenInterestQuantity);
        _random = random;
        _startUtc = options.StartUtc;
        _buildUpEndsUtc = options.Scenario == SimulationScenario.Cascade ? shocks[0].StartUtc : DateTime.MinValue;
    }

    /// <summary>Strength of the trend; in (-1, 1), above 0 for a rise.</summary>
    public double Trend { get; private set; }

    /// <summary>Notes the return of an hour.</summary>
    public void EndHour(DateTime timeUtc, double logReturn, double volatilityRatio)
    {
        bool isBuildingUp = timeUtc > _startUtc && timeUtc < _buildUpEndsUtc;
        _buildUp = isBuildingUp ? MarketParameters.CascadeBuildUp * ((timeUtc - _startUtc) / (_buildUpEndsUtc - _startUtc)) : 0;
        _pastReturn = (TrendKept * _pastReturn) + logReturn;
        Trend = Math.Tanh(_pastReturn / (StrongTrend * Math.Max(1, volatilityRatio)));
    }

    /// <summary>Unexplained relative change, the same for both sides.</summary>
    public double NextNoise(double hours, double volatilityRatio) =>
        MarketParameters.OpenInterestHourlyNoise * Math.Sqrt(hours) * Math.Min(volatilityRatio, 4) * _random.NextNormal();

    /// <summary>Wanted relative change of a side toward what the trend asks for.</summary>
    public double GrowthOf(PositionSide side, double quantity, double hours)
    {
        double lean = side == PositionSide.Long ? Trend : -Trend;
        double wanted = _typicalLogQuantity
            + _buildUp
            + (MarketParameters.BuildUpByTrend * Math.Abs(Trend))
            + (MarketParameters.CrowdingByTrend * lean / 2);
        return hours / MarketParameters.OpenInterestReversionHours * (wanted - Math.Log(quantity));
    }
}
