namespace LiqIndicators.Sessions.Cascade;

/// <summary>What other algos can read of the danger of a cascade at one time; NaN for what is not available.</summary>
/// <param name="PublishedUtc">When the bar that these numbers follow was published.</param>
/// <param name="LongScore">How much of a fall is forced closing of longs, now or after the shock; in [0, 100).</param>
/// <param name="ShortScore">How much of a rise is forced closing of shorts, now or after the shock; in [0, 100).</param>
/// <param name="LongEndPrice">Where the shock would carry a fall to; quote currency per base unit.</param>
/// <param name="ShortEndPrice">Where the shock would carry a rise to; quote currency per base unit.</param>
/// <param name="Long1Pct">Calibrated probability that longs are flushed within 1 hour; percent.</param>
/// <param name="Long4Pct">Within 4 hours.</param>
/// <param name="Long24Pct">Within 24 hours.</param>
/// <param name="Short1Pct">Calibrated probability that shorts are flushed within 1 hour; percent.</param>
/// <param name="Short4Pct">Within 4 hours.</param>
/// <param name="Short24Pct">Within 24 hours.</param>
/// <param name="Phase">0 reset, 1 building, 2 crowded, 3 stress, 4 cascade, 5 flush confirmed, 6 fragile.</param>
/// <param name="PhaseSide">Side that the phase is about: 1 longs, -1 shorts, 0 neither.</param>
/// <param name="PhaseSigmas">Fall or rise against that side over the last hours; ordinary deviations of such a stretch of time.</param>
/// <param name="HasChangedPhase">1 when the phase changed with this bar, else 0.</param>
public readonly record struct CascadeReadings(
    DateTime PublishedUtc,
    double LongScore,
    double ShortScore,
    double LongEndPrice,
    double ShortEndPrice,
    double Long1Pct,
    double Long4Pct,
    double Long24Pct,
    double Short1Pct,
    double Short4Pct,
    double Short24Pct,
    double Phase,
    double PhaseSide,
    double PhaseSigmas,
    double HasChangedPhase)
{
    // The ribbon hangs below zero, where no score can be.
    private const double RibbonHeight = -8;

    /// <summary>What is known before the first bar: nothing.</summary>
    public static readonly CascadeReadings None = new(
        DateTime.SpecifyKind(DateTime.MinValue, DateTimeKind.Utc),
        double.NaN,
        double.NaN,
        double.NaN,
        double.NaN,
        double.NaN,
        double.NaN,
        double.NaN,
        double.NaN,
        double.NaN,
        double.NaN,
        double.NaN,
        double.NaN,
        double.NaN,
        double.NaN);

    /// <summary>The larger of both scores; in [0, 100), or NaN.</summary>
    public double Score => double.IsNaN(LongScore) || ShortScore > LongScore ? ShortScore : LongScore;

    /// <summary>Ribbon while open interest builds up; NaN elsewhere.</summary>
    public double Building => Ribbon(1);

    /// <summary>Ribbon while a side is crowded; NaN elsewhere.</summary>
    public double Crowded => Ribbon(2);

    /// <summary>Ribbon while price moves against the side at risk; NaN elsewhere.</summary>
    public double Stress => Ribbon(3);

    /// <summary>Ribbon during a cascade; NaN elsewhere.</summary>
    public double Cascading => Ribbon(4);

    /// <summary>Ribbon after a confirmed flush; NaN elsewhere.</summary>
    public double Flushed => Ribbon(5);

    /// <summary>Ribbon while the fall has happened but risk has not left; NaN elsewhere.</summary>
    public double Fragile => Ribbon(6);

    private double Ribbon(int phase) => Phase == phase ? RibbonHeight : double.NaN;
}
