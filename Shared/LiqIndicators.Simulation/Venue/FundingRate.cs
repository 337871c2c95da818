namespace LiqIndicators.Simulation.Venue;

/// <summary>Funding of the venue: the mean premium of the last interval, clamped toward interest.</summary>
/// <remarks><c>F = P + clamp(I - P, ±0.05%)</c> per 8 hours with I = 0.01%, capped at 0.75%.
/// Crowded longs raise the premium more than crowded shorts lower it, because few hedgers lend coins.</remarks>
internal sealed class FundingRate
{
    private static readonly double Kept = Math.Exp(-1 / (60 * MarketParameters.FundingIntervalHours));
    private const double QuietPremium = -0.00045;
    private const double PremiumPerCrowding = 0.003;
    private const double Asymmetry = 8;
    private const double PremiumPerTrend = 0.0002;
    private double _premium;

    /// <summary>Fraction per interval; above 0 when longs pay shorts.</summary>
    public double Rate { get; private set; }

    /// <summary>Follows the premium through one minute.</summary>
    /// <param name="crowding">Log of longs over shorts among traders.</param>
    /// <param name="trend">Strength of the trend; in (-1, 1).</param>
    public void Update(double crowding, double trend)
    {
        double premium = QuietPremium
            + (PremiumPerCrowding * (Math.Exp(Asymmetry * crowding) - 1) / Asymmetry)
            + (PremiumPerTrend * trend);
        _premium = (Kept * _premium) + ((1 - Kept) * premium);
        Rate = Math.Clamp(_premium + Math.Clamp(0.0001 - _premium, -0.0005, 0.0005), -0.0075, 0.0075);
    }
}
