namespace LiqIndicators.Simulation.Venue;

/// <summary>Funding of the venue: the mean premium of the last interval, clamped toward interest.</summary>
/// <remarks><c>F = P + clamp(I - P, ±0.05%)</c> per 8 hours with I = 0.01%, capped at 0.75%.</remarks>
internal sealed class FundingRate
{
    private static readonly double Kept = Math.Exp(-1 / (60 * MarketParameters.FundingIntervalHours));
    private double _premium;

    /// <summary>Fraction per interval; above 0 when longs pay shorts.</summary>
    public double Rate { get; private set; }

    /// <summary>Follows the premium through one minute.</summary>
    /// <param name="crowding">Log of longs over shorts among traders.</param>
    /// <param name="hourReturn">Smoothed log return of the last hours, which the premium follows.</param>
    public void Update(double crowding, double hourReturn)
    {
        double premium = -0.0004 + (0.004 * crowding) + (0.02 * hourReturn);
        _premium = (Kept * _premium) + ((1 - Kept) * premium);
        Rate = Math.Clamp(_premium + Math.Clamp(0.0001 - _premium, -0.0005, 0.0005), -0.0075, 0.0075);
    }
}
