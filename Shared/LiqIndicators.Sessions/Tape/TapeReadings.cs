namespace LiqIndicators.Sessions.Tape;

/// <summary>What other algos can read of liquidations at one time; NaN for what is not available.</summary>
/// <param name="PublishedUtc">When the bar that these numbers follow was published.</param>
/// <param name="LongNotional">Longs liquidated; quote currency.</param>
/// <param name="ShortNotional">Shorts liquidated; quote currency.</param>
/// <param name="Estimate">1 when the amounts are estimated from open interest, 0 when they were printed.</param>
/// <param name="LongBurst">Intensity of longs over its baseline; 1 is ordinary.</param>
/// <param name="ShortBurst">Intensity of shorts over its baseline; 1 is ordinary.</param>
/// <param name="BurstRatio">Intensity over baseline from which on it is a burst.</param>
/// <param name="OpenInterestShareBps">Both sides over open interest; basis points.</param>
public readonly record struct TapeReadings(
    DateTime PublishedUtc,
    double LongNotional,
    double ShortNotional,
    double Estimate,
    double LongBurst,
    double ShortBurst,
    double BurstRatio,
    double OpenInterestShareBps)
{
    private const double Million = 1e6;

    /// <summary>What is known before the first bar: nothing.</summary>
    public static readonly TapeReadings None = new(
        DateTime.SpecifyKind(DateTime.MinValue, DateTimeKind.Utc),
        double.NaN,
        double.NaN,
        double.NaN,
        double.NaN,
        double.NaN,
        double.NaN,
        double.NaN);

    /// <summary>Printed longs, below zero; millions of quote currency, NaN where nothing was printed by a venue.</summary>
    public double PrintedLongs => Estimate == 0 ? -LongNotional / Million : double.NaN;

    /// <summary>Printed shorts; millions of quote currency, NaN where nothing was printed by a venue.</summary>
    public double PrintedShorts => Estimate == 0 ? ShortNotional / Million : double.NaN;

    /// <summary>Estimated longs, below zero; millions of quote currency, NaN where they were printed.</summary>
    public double EstimatedLongs => Estimate == 1 ? -LongNotional / Million : double.NaN;

    /// <summary>Estimated shorts; millions of quote currency, NaN where they were printed.</summary>
    public double EstimatedShorts => Estimate == 1 ? ShortNotional / Million : double.NaN;

    /// <summary>Top of a bar whose longs came in a burst, below zero; millions of quote currency, NaN elsewhere.</summary>
    public double LongBurstMark => LongBurst >= BurstRatio && LongNotional > 0 ? -LongNotional / Million : double.NaN;

    /// <summary>Top of a bar whose shorts came in a burst; millions of quote currency, NaN elsewhere.</summary>
    public double ShortBurstMark => ShortBurst >= BurstRatio && ShortNotional > 0 ? ShortNotional / Million : double.NaN;

    /// <summary>Longs minus shorts over both; in [-1, 1], NaN when nothing was liquidated or known.</summary>
    public double Imbalance => LongNotional + ShortNotional > 0 ? (LongNotional - ShortNotional) / (LongNotional + ShortNotional) : double.NaN;
}
