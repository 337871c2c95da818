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
    private double _pastReturn;

    /// <summary>Starts without a trend.</summary>
    public OpenInterestWish(double typicalQuantity, RandomStream random)
    {
        _typicalLogQuantity = Math.Log(typicalQuantity);
        _random = random;
    }

    /// <summary>Strength of the trend; in (-1, 1), above 0 for a rise.</summary>
    public double Trend { get; private set; }

    /// <summary>Notes the return of an hour.</summary>
    public void EndHour(double logReturn, double volatilityRatio)
    {
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
            + (MarketParameters.BuildUpByTrend * Math.Abs(Trend))
            + (MarketParameters.CrowdingByTrend * lean / 2);
        return hours / MarketParameters.OpenInterestReversionHours * (wanted - Math.Log(quantity));
    }
}
