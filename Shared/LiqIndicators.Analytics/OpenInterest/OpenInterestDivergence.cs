using LiqIndicators.Analytics.Market;
using LiqIndicators.Analytics.Statistics;
using LiqIndicators.Analytics.Streaming;

namespace LiqIndicators.Analytics.OpenInterest;

/// <summary>Settings of <see cref="OpenInterestDivergence"/>; the defaults suit hourly bars.</summary>
public sealed record OpenInterestDivergenceOptions
{
    /// <summary>Bars over which regime and slope divergence look back; in [1, 10,000].</summary>
    public int LookbackSamples { get; init; } = 24;

    /// <summary>Changes from bar to bar that make the scale of a dead band; in [<see cref="MinimumSamples"/>, 100,000].</summary>
    public int WindowSamples { get; init; } = 168;

    /// <summary>Changes before a dead band is known; in [2, <see cref="WindowSamples"/>].</summary>
    public int MinimumSamples { get; init; } = 48;

    /// <summary>Half width of the dead bands; robust deviations, at least 0.</summary>
    public double DeadBandZ { get; init; } = 0.5;

    /// <summary>Bars on either side that make a swing; in [1, 50].</summary>
    public int PivotReach { get; init; } = 5;

    /// <summary>Longest distance of two swings that are compared; bars, in [2, 100,000].</summary>
    public int PivotMemorySamples { get; init; } = 120;

    /// <summary>Bars whose volume open interest is measured against; in [1, 10,000].</summary>
    public int VolumeSamples { get; init; } = 24;

    internal void Validate()
    {
        Guard.InRange(LookbackSamples, 1, 10_000);
        Guard.InRange(MinimumSamples, 2, 100_000);
        Guard.InRange(WindowSamples, MinimumSamples, 100_000);
        Guard.NotNegative(DeadBandZ);
        Guard.InRange(PivotReach, 1, 50);
        Guard.InRange(PivotMemorySamples, 2, 100_000);
        Guard.InRange(VolumeSamples, 1, 10_000);
    }
}

/// <summary>One closed bar with its open interest.</summary>
/// <param name="TimeUtc">Opening time of the bar; UTC.</param>
/// <param name="High">Highest price; quote currency per base unit.</param>
/// <param name="Low">Lowest price.</param>
/// <param name="Close">Last price.</param>
/// <param name="OpenInterestQuantity">One side, at the close; base units, or NaN.</param>
/// <param name="VolumeQuantity">Traded in the bar; base units, or NaN.</param>
/// <param name="ReserveQuantity">Coins that the venues hold; base units, or NaN.</param>
public readonly record struct OpenInterestSample(
    DateTime TimeUtc,
    double High,
    double Low,
    double Close,
    double OpenInterestQuantity,
    double VolumeQuantity,
    double ReserveQuantity)
{
    /// <summary>The sample that a market bar contains; without a reserve.</summary>
    public static OpenInterestSample Of(in MarketBar bar) => new(
        bar.TimeUtc, bar.High, bar.Low, bar.Close, bar.OpenInterestQuantity, bar.VolumeQuantity, double.NaN);
}

/// <summary>Inputs that <see cref="OpenInterestDivergence"/> went without.</summary>
[Flags]
public enum OpenInterestLacks
{
    /// <summary>Nothing is missing.</summary>
    None = 0,

    /// <summary>No open interest now: everything but the pivots' prices is NaN or unknown.</summary>
    OpenInterest = 1,

    /// <summary>No price or open interest one lookback ago, or too few changes for a dead band.</summary>
    History = 2,

    /// <summary>Volume is missing somewhere in its window: the ratio to it is NaN.</summary>
    Volume = 4,

    /// <summary>No reserve: the leverage ratio is NaN.</summary>
    Reserve = 8,
}

/// <summary>Disagreement of price and open interest at two confirmed swings.</summary>
public enum PivotDivergence
{
    /// <summary>No swing was confirmed now, or the two agree.</summary>
    None,

    /// <summary>Price made a higher high, open interest a lower one: the rise was short covering, not new longs.</summary>
    HigherHighOnLowerOpenInterest,

    /// <summary>Price made a lower low, open interest a higher one: the fall was new shorts, not longs leaving.</summary>
    LowerLowOnHigherOpenInterest,
}

/// <summary>One reading of <see cref="OpenInterestDivergence"/>.</summary>
/// <param name="TimeUtc">Opening time of the bar; UTC.</param>
/// <param name="Quadrant">Price against open interest over this bar alone.</param>
/// <param name="Regime">The same over the lookback: the ribbon.</param>
/// <param name="PriceChange">Over the lookback; fraction, or NaN.</param>
/// <param name="OpenInterestChange">Over the lookback, in coins; fraction, or NaN.</param>
/// <param name="Divergence"><c>%dOI - %dP</c> over the lookback; fraction, or NaN before the warm-up.</param>
/// <param name="PriceChangeZ">
/// Change over the lookback in robust deviations of a lookback; NaN as above, infinite when nearly all changes are equal.
/// </param>
/// <param name="OpenInterestChangeZ">The same for open interest.</param>
/// <param name="VolumeRatio">Open interest over the volume of its window; NaN without volume.</param>
/// <param name="LeverageRatio">Open interest over reserves; NaN without them.</param>
/// <param name="WeightedPrice">Mean close weighted by open interest over the lookback; NaN without open interest.</param>
/// <param name="PivotDivergence">Divergence confirmed by this very bar.</param>
/// <param name="EarlierPivot">First of the two swings, if a divergence was confirmed.</param>
/// <param name="LaterPivot">Second of the two swings, if a divergence was confirmed.</param>
/// <param name="Lacks">Inputs that were missing.</param>
public readonly record struct OpenInterestReading(
    DateTime TimeUtc,
    PositioningRegime Quadrant,
    PositioningRegime Regime,
    double PriceChange,
    double OpenInterestChange,
    double Divergence,
    double PriceChangeZ,
    double OpenInterestChangeZ,
    double VolumeRatio,
    double LeverageRatio,
    double WeightedPrice,
    PivotDivergence PivotDivergence,
    SwingPivot EarlierPivot,
    SwingPivot LaterPivot,
    OpenInterestLacks Lacks);

/// <summary>Whether positions are opened or closed behind a move of price, and where the two disagree.</summary>
/// <remarks>
/// Dead bands are zero plus or minus a multiple of the scaled median magnitude of changes from bar to bar; over
/// the lookback they widen with the root of its length. Open interest is in coins. A quadrant names the side that
/// takes the initiative; every contract still has both sides.
/// </remarks>
public sealed class OpenInterestDivergence : IStreamingIndicator<OpenInterestSample, OpenInterestReading>
{
    private readonly OpenInterestDivergenceOptions _options;
    private readonly double _rootLookback;
    private readonly MagnitudeMedian _priceChanges;
    private readonly MagnitudeMedian _openInterestChanges;
    private readonly RollingSum _volume;
    private readonly RollingSum _weights;
    private readonly RollingSum _weighted;
    private readonly SwingPivots _pivots;
    private readonly double[] _closes;
    private readonly double[] _openInterest;
    private DateTime _lastUtc = DateTime.MinValue;
    private double _lastClose = double.NaN;
    private double _lastOpenInterest = double.NaN;
    private int _place;
    private long _position;
    private Remembered _high;
    private Remembered _low;

    /// <summary>Creates the indicator without history.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    public OpenInterestDivergence(OpenInterestDivergenceOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        _options = options;
        _rootLookback = Math.Sqrt(options.LookbackSamples);
        _priceChanges = new MagnitudeMedian(options.WindowSamples);
        _openInterestChanges = new MagnitudeMedian(options.WindowSamples);
        _volume = new RollingSum(options.VolumeSamples);
        _weights = new RollingSum(options.LookbackSamples);
        _weighted = new RollingSum(options.LookbackSamples);
        _pivots = new SwingPivots(options.PivotReach);
        _closes = new double[options.LookbackSamples];
        _openInterest = new double[options.LookbackSamples];
        Array.Fill(_closes, double.NaN);
        Array.Fill(_openInterest, double.NaN);
    }

    /// <inheritdoc/>
    public int WarmUpSamples => Math.Max(_options.LookbackSamples, _options.MinimumSamples) + 1;

    /// <summary>Readings of a whole series.</summary>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The times do not increase, or a number is outside its range.</exception>
    public static OpenInterestReading[] Run(OpenInterestDivergenceOptions options, IReadOnlyList<OpenInterestSample> series) =>
        StreamingRun.Over(new OpenInterestDivergence(options), series);

    /// <inheritdoc/>
    public OpenInterestReading Preview(in OpenInterestSample input) => Evaluate(input, out _);

    /// <inheritdoc/>
    public OpenInterestReading Update(in OpenInterestSample input)
    {
        OpenInterestReading reading = Evaluate(input, out Pending pending);
        if (pending.IsPriceStep)
        {
            _priceChanges.Add(pending.PriceStep);
        }

        if (pending.IsOpenInterestStep)
        {
            _openInterestChanges.Add(pending.OpenInterestStep);
        }

        _volume.Add(input.VolumeQuantity);
        _weights.Add(input.OpenInterestQuantity);
        _weighted.Add(input.OpenInterestQuantity * input.Close);
        _pivots.Add(SampleOf(input));
        if (pending.High.Exists)
        {
            _high = new Remembered(pending.High, _position);
        }

        if (pending.Low.Exists)
        {
            _low = new Remembered(pending.Low, _position);
        }

        _closes[_place] = input.Close;
        _openInterest[_place] = input.OpenInterestQuantity;
        _place = _place + 1 == _closes.Length ? 0 : _place + 1;
        _position++;
        _lastClose = input.Close;
        _lastOpenInterest = input.OpenInterestQuantity;
        _lastUtc = input.TimeUtc;
        return reading;
    }

    private OpenInterestReading Evaluate(in OpenInterestSample input, out Pending pending)
    {
        StreamingRun.Later(input.TimeUtc, _lastUtc);
        Guard.Positive(input.Close);
        OpenInterestLacks lacks = OpenInterestLacks.None;
        double openInterest = input.OpenInterestQuantity;
        if (double.IsNaN(openInterest))
        {
            lacks |= OpenInterestLacks.OpenInterest;
        }

        pending = default;
        double priceStep = OpenInterestMath.Change(_lastClose, input.Close);
        double openInterestStep = OpenInterestMath.Change(_lastOpenInterest, openInterest);
        pending.IsPriceStep = !double.IsNaN(priceStep);
        pending.IsOpenInterestStep = !double.IsNaN(openInterestStep);
        double priceScale = Scale(_priceChanges, priceStep, out pending.PriceStep);
        double openInterestScale = Scale(_openInterestChanges, openInterestStep, out pending.OpenInterestStep);
        double priceChange = OpenInterestMath.Change(_closes[_place], input.Close);
        double openInterestChange = OpenInterestMath.Change(_openInterest[_place], openInterest);
        double priceZ = InDeviations(priceChange, priceScale * _rootLookback);
        double openInterestZ = InDeviations(openInterestChange, openInterestScale * _rootLookback);
        bool isReady = !double.IsNaN(priceZ + openInterestZ);
        if (!isReady)
        {
            lacks |= OpenInterestLacks.History;
        }

        double volume = _volume.Count + 1 < _options.VolumeSamples || double.IsNaN(input.VolumeQuantity)
            ? double.NaN
            : _volume.Preview(input.VolumeQuantity);
        double volumeRatio = OpenInterestMath.VolumeRatio(openInterest, volume);
        double leverageRatio = OpenInterestMath.LeverageRatio(openInterest, input.ReserveQuantity);
        lacks |= double.IsNaN(volume) ? OpenInterestLacks.Volume : OpenInterestLacks.None;
        lacks |= double.IsNaN(input.ReserveQuantity) ? OpenInterestLacks.Reserve : OpenInterestLacks.None;
        double weightedPrice = double.IsNaN(openInterest)
            ? double.NaN
            : _weighted.Preview(openInterest * input.Close) / _weights.Preview(openInterest);

        SwingPivots.Sample sample = SampleOf(input);
        SwingPivot high = _pivots.Preview(isHigh: true, sample);
        SwingPivot low = _pivots.Preview(isHigh: false, sample);
        pending.High = high;
        pending.Low = low;
        PivotDivergence pivotDivergence = PivotDivergence.None;
        SwingPivot earlier = default;
        SwingPivot later = default;
        if (high.Exists && IsRemembered(_high)
            && high.Price > _high.Pivot.Price && high.OpenInterestQuantity < _high.Pivot.OpenInterestQuantity)
        {
            pivotDivergence = PivotDivergence.HigherHighOnLowerOpenInterest;
            earlier = _high.Pivot;
            later = high;
        }
        else if (low.Exists && IsRemembered(_low)
            && low.Price < _low.Pivot.Price && low.OpenInterestQuantity > _low.Pivot.OpenInterestQuantity)
        {
            pivotDivergence = PivotDivergence.LowerLowOnHigherOpenInterest;
            earlier = _low.Pivot;
            later = low;
        }

        return new OpenInterestReading(
            input.TimeUtc,
            QuadrantOf(InDeviations(priceStep, priceScale), InDeviations(openInterestStep, openInterestScale)),
            QuadrantOf(priceZ, openInterestZ),
            priceChange,
            openInterestChange,
            isReady ? OpenInterestMath.Divergence(openInterestChange, priceChange) : double.NaN,
            priceZ,
            openInterestZ,
            volumeRatio,
            leverageRatio,
            weightedPrice,
            pivotDivergence,
            earlier,
            later,
            lacks);
    }

    private bool IsRemembered(in Remembered pivot) =>
        pivot.Pivot.Exists && _position - pivot.Position <= _options.PivotMemorySamples;

    private double Scale(MagnitudeMedian changes, double step, out MagnitudeMedian.Placement placement)
    {
        placement = default;
        if (double.IsNaN(step))
        {
            return double.NaN;
        }

        double median = changes.Preview(step, out placement);
        return changes.Count + 1 < _options.MinimumSamples ? double.NaN : RobustSummary.NormalConsistency * median;
    }

    // Where most changes are equal the band has no width: no move is none, any other lies outside.
    private static double InDeviations(double change, double scale) => change == 0 && scale == 0 ? 0 : change / scale;

    private PositioningRegime QuadrantOf(double priceZ, double openInterestZ)
    {
        if (double.IsNaN(priceZ) || double.IsNaN(openInterestZ))
        {
            return PositioningRegime.Unknown;
        }

        if (Math.Abs(priceZ) < _options.DeadBandZ || Math.Abs(openInterestZ) < _options.DeadBandZ)
        {
            return PositioningRegime.Neutral;
        }

        return (priceZ > 0, openInterestZ > 0) switch
        {
            (true, true) => PositioningRegime.LongBuildUp,
            (false, true) => PositioningRegime.ShortBuildUp,
            (true, false) => PositioningRegime.ShortCovering,
            (false, false) => PositioningRegime.LongUnwinding,
        };
    }

    private static SwingPivots.Sample SampleOf(in OpenInterestSample input) =>
        new(input.TimeUtc, input.High, input.Low, input.OpenInterestQuantity);

    private readonly record struct Remembered(SwingPivot Pivot, long Position);

    // What a committed sample leaves behind.
    private struct Pending
    {
        public bool IsPriceStep;
        public bool IsOpenInterestStep;
        public MagnitudeMedian.Placement PriceStep;
        public MagnitudeMedian.Placement OpenInterestStep;
        public SwingPivot High;
        public SwingPivot Low;
    }
}
