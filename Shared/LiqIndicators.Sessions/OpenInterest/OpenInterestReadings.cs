namespace LiqIndicators.Sessions.OpenInterest;

/// <summary>What other algos can read of open interest against price at one time; NaN for what is not available.</summary>
/// <param name="PublishedUtc">When the bar that these numbers follow was published.</param>
/// <param name="Regime">0 neutral, 1 long build-up, 2 short build-up, 3 short covering, 4 long unwinding.</param>
/// <param name="OpenInterestChangePct">Over the lookback, in coins; percent.</param>
/// <param name="PriceChangePct">Over the lookback; percent.</param>
/// <param name="DivergencePct">Change of open interest less change of price; percentage points.</param>
/// <param name="VolumeRatio">Open interest over a day's volume.</param>
/// <param name="Confirmed">1 when this bar confirmed a higher high on lower open interest, -1 for a lower low on higher, else 0.</param>
public readonly record struct OpenInterestReadings(
    DateTime PublishedUtc,
    double Regime,
    double OpenInterestChangePct,
    double PriceChangePct,
    double DivergencePct,
    double VolumeRatio,
    double Confirmed)
{
    /// <summary>What is known before the first bar: nothing.</summary>
    public static readonly OpenInterestReadings None = new(
        DateTime.SpecifyKind(DateTime.MinValue, DateTimeKind.Utc),
        double.NaN,
        double.NaN,
        double.NaN,
        double.NaN,
        double.NaN,
        double.NaN);

    /// <summary>Change of open interest while longs are opened; percent, NaN in any other regime.</summary>
    public double LongBuildUp => In(1);

    /// <summary>Change of open interest while shorts are opened; percent, NaN in any other regime.</summary>
    public double ShortBuildUp => In(2);

    /// <summary>Change of open interest while shorts are closed; percent, NaN in any other regime.</summary>
    public double ShortCovering => In(3);

    /// <summary>Change of open interest while longs are closed; percent, NaN in any other regime.</summary>
    public double LongUnwinding => In(4);

    /// <summary>Change of open interest inside the dead bands; percent, NaN in any other regime.</summary>
    public double Neutral => In(0);

    private double In(int regime) => Regime == regime ? OpenInterestChangePct : double.NaN;
}
