using LiqIndicators.Analytics.Statistics;
using LiqIndicators.Analytics.Streaming;

namespace LiqIndicators.Analytics.Funding;

/// <summary>Settings of <see cref="FundingPressure"/>; the defaults suit hourly samples.</summary>
public sealed record FundingPressureOptions
{
    /// <summary>Samples that z-scores and percentile look back on; in [2, 100,000].</summary>
    public int WindowSamples { get; init; } = 336;

    /// <summary>Samples with a rate before scores are given; in [2, <see cref="WindowSamples"/>].</summary>
    public int MinimumSamples { get; init; } = 48;

    /// <summary>Shortest distance of two samples that the 30-day sum must hold; hours in [1/60, 24].</summary>
    public double SampleHours { get; init; } = 1;

    /// <summary>Age beyond which a venue's rate is stale; hours, &gt; 0. Also the longest gap a rate is carried over.</summary>
    public double StaleAfterHours { get; init; } = 9;

    /// <summary>Rate that counts as much carry as <see cref="FullRobustZ"/> counts as surprise; fraction per 8 h, &gt; 0.</summary>
    public double FullRatePerEightHours { get; init; } = 0.0003;

    /// <summary>Robust z that counts as a full surprise; &gt; 0.</summary>
    public double FullRobustZ { get; init; } = 3;

    /// <summary>Pressure at which a side becomes crowded; in (0, 100).</summary>
    public double CrowdedLevel { get; init; } = 60;

    /// <summary>Pressure at which a crowded side is released; in [0, <see cref="CrowdedLevel"/>].</summary>
    public double ReleasedLevel { get; init; } = 40;

    internal void Validate()
    {
        Guard.InRange(WindowSamples, 2, 100_000);
        Guard.InRange(MinimumSamples, 2, WindowSamples);
        Guard.InRange(SampleHours, 1.0 / 60, 24);
        Guard.Positive(StaleAfterHours);
        Guard.Positive(FullRatePerEightHours);
        Guard.Positive(FullRobustZ);
        Guard.InRange(CrowdedLevel, double.Epsilon, 99.999);
        Guard.InRange(ReleasedLevel, 0, CrowdedLevel);
    }
}

/// <summary>What one venue says about funding.</summary>
/// <param name="AsOfUtc">When it said so; UTC; <see cref="DateTime.MinValue"/> when it said nothing yet.</param>
/// <param name="FundingRate">Rate of the last payment; fraction per interval, or NaN.</param>
/// <param name="IntervalHours">Hours between payments, counted from midnight UTC; in (0, 24], or NaN.</param>
/// <param name="OpenInterestNotional">One side; quote currency, or NaN.</param>
/// <param name="RunningFundingRate">Rate that the running interval would be paid at now; fraction per interval, or NaN.</param>
/// <param name="Cap">Largest absolute rate of an interval; fraction &gt; 0, or NaN.</param>
public readonly record struct VenueFunding(
    DateTime AsOfUtc,
    double FundingRate,
    double IntervalHours,
    double OpenInterestNotional,
    double RunningFundingRate,
    double Cap);

/// <summary>Funding of all venues at one time.</summary>
/// <param name="TimeUtc">Time of the sample; UTC.</param>
/// <param name="Venues">One entry per venue; read during the call only, so the caller may use the memory again.</param>
public readonly record struct FundingPressureInput(DateTime TimeUtc, ReadOnlyMemory<VenueFunding> Venues);

/// <summary>Inputs that <see cref="FundingPressure"/> went without.</summary>
[Flags]
public enum FundingLacks
{
    /// <summary>Nothing is missing.</summary>
    None = 0,

    /// <summary>No venue has a usable rate: the reading is NaN.</summary>
    AnyRate = 1,

    /// <summary>Some venue has no rate or no interval and is left out.</summary>
    SomeRate = 2,

    /// <summary>Some venue's rate is stale and is left out.</summary>
    FreshRate = 4,

    /// <summary>Some venue has no open interest: left out where others have, or all count alike where none has.</summary>
    OpenInterest = 8,

    /// <summary>Some venue tells no running rate: the prediction is NaN unless all used venues do.</summary>
    RunningRate = 16,

    /// <summary>No used venue tells its cap: its proximity is NaN.</summary>
    Cap = 32,

    /// <summary>Fewer samples than the scores need.</summary>
    History = 64,

    /// <summary>A hole in the last 30 days or less than that: a sum over it is NaN.</summary>
    Cumulation = 128,
}

/// <summary>Which side is crowded by what it pays.</summary>
public enum FundingCrowd
{
    /// <summary>Not known: too few samples or no rate.</summary>
    Unknown,

    /// <summary>Neither side.</summary>
    Neutral,

    /// <summary>Longs pay unusually much.</summary>
    CrowdedLongs,

    /// <summary>Shorts pay unusually much.</summary>
    CrowdedShorts,
}

/// <summary>Who pays whom.</summary>
public enum FundingPayer
{
    /// <summary>Not known.</summary>
    Unknown,

    /// <summary>The rate is zero.</summary>
    Nobody,

    /// <summary>Longs pay shorts.</summary>
    Longs,

    /// <summary>Shorts pay longs.</summary>
    Shorts,
}

/// <summary>One reading of <see cref="FundingPressure"/>; rates are fractions per eight hours, positive when longs pay.</summary>
/// <param name="TimeUtc">Time of the sample; UTC.</param>
/// <param name="RatePerEightHours">Mean over venues weighted by open interest; NaN when no venue has a rate.</param>
/// <param name="PredictedRatePerEightHours">
/// Next payment: the last rate moved towards the running one by the elapsed share of the interval; NaN when not told.
/// </param>
/// <param name="Cumulative1d">Paid by a long over the last day; fraction of notional, or NaN when not fully measured.</param>
/// <param name="Cumulative7d">The same over seven days.</param>
/// <param name="Cumulative30d">The same over thirty days.</param>
/// <param name="SpendPerHour">Paid by all longs per hour, negative when shorts pay; quote currency, or NaN without open interest.</param>
/// <param name="CapProximity">Largest <c>|f| / cap</c> of the venues; 1 is at the cap; NaN when no cap is known.</param>
/// <param name="Dispersion">Deviation of the venues from the mean, weighted alike; NaN for fewer than two venues.</param>
/// <param name="ZScore">Distance from the window's mean in population deviations; NaN before the warm-up or for a constant window.</param>
/// <param name="RobustZ">Distance from the median in scaled median deviations; NaN as above.</param>
/// <param name="PercentileRank">Share of the window below; in (0, 1), NaN before the warm-up.</param>
/// <param name="SignRunSamples">Samples of one sign in a row: positive for longs paying, negative for shorts paying, 0 for neither.</param>
/// <param name="SettledShare">Share of the weight whose venues paid since the sample before; in [0, 1], NaN on the first sample.</param>
/// <param name="Pressure">The oscillator; in (-100, 100), positive when longs are under pressure; NaN before the warm-up.</param>
/// <param name="Crowd">Side that the oscillator calls crowded.</param>
/// <param name="Payer">Who pays whom.</param>
/// <param name="Lacks">Inputs that were missing.</param>
public readonly record struct FundingPressureReading(
    DateTime TimeUtc,
    double RatePerEightHours,
    double PredictedRatePerEightHours,
    double Cumulative1d,
    double Cumulative7d,
    double Cumulative30d,
    double SpendPerHour,
    double CapProximity,
    double Dispersion,
    double ZScore,
    double RobustZ,
    double PercentileRank,
    int SignRunSamples,
    double SettledShare,
    double Pressure,
    FundingCrowd Crowd,
    FundingPayer Payer,
    FundingLacks Lacks)
{
    /// <summary>The rate as percent per year, not compounded.</summary>
    public double AnnualRatePct => FundingRateMath.AnnualRatePct(RatePerEightHours, FundingRateMath.ReferenceIntervalHours);

    /// <summary>The rate as percent per year, every payment reinvested.</summary>
    public double AnnualYieldPct => FundingRateMath.AnnualYieldPct(RatePerEightHours, FundingRateMath.ReferenceIntervalHours);
}

/// <summary>How hard funding presses on one side of the market, over all venues.</summary>
/// <remarks>
/// Every rate is restated for eight hours by the interval its venue has at that time, then averaged by open interest.
/// The oscillator is <c>100 x / sqrt(1 + x^2)</c> with <c>x = (f / fullRate + z / fullZ) / 2</c>: what is paid, and how
/// unusual that is. It says who pays and how much, not when they give up. The robust z falls back on the ordinary
/// one when most of the window is one number, as it is when funding sits at its anchor.
/// </remarks>
public sealed class FundingPressure : IStreamingIndicator<FundingPressureInput, FundingPressureReading>
{
    private const double LeastCoverage = 0.9;
    private const int Day = 1;
    private const int Week = 7;
    private const int Month = 30;

    private readonly FundingPressureOptions _options;
    private readonly RobustWindow _order;
    private readonly RollingMoments _moments;
    private readonly TimeIntegral _paid;
    private readonly SignRun _run = new();
    private DateTime _firstRateUtc = DateTime.MaxValue;
    private DateTime _lastUtc = DateTime.MinValue;
    private FundingCrowd _crowd = FundingCrowd.Unknown;

    /// <summary>Creates the indicator without history.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    public FundingPressure(FundingPressureOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        _options = options;
        _order = new RobustWindow(options.WindowSamples);
        _moments = new RollingMoments(options.WindowSamples);
        _paid = new TimeIntegral(
            (int)Math.Ceiling(Month * 24 / options.SampleHours) + 1,
            TimeSpan.FromDays(Day),
            TimeSpan.FromDays(Week),
            TimeSpan.FromDays(Month));
    }

    /// <inheritdoc/>
    public int WarmUpSamples => _options.MinimumSamples;

    /// <summary>Readings of a whole series.</summary>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The times do not increase, or a number is outside its range.</exception>
    public static FundingPressureReading[] Run(FundingPressureOptions options, IReadOnlyList<FundingPressureInput> series) =>
        StreamingRun.Over(new FundingPressure(options), series);

    /// <inheritdoc/>
    public FundingPressureReading Preview(in FundingPressureInput input) => Evaluate(input, out _, out _);

    /// <inheritdoc/>
    public FundingPressureReading Update(in FundingPressureInput input)
    {
        FundingPressureReading reading = Evaluate(input, out double hours, out RobustWindow.Placement placement);
        _paid.Add(input.TimeUtc, reading.RatePerEightHours / FundingRateMath.ReferenceIntervalHours, hours);
        _run.Add(reading.RatePerEightHours);
        if (!double.IsNaN(reading.RatePerEightHours))
        {
            _order.Add(placement);
            _moments.Add(reading.RatePerEightHours);
            _firstRateUtc = input.TimeUtc < _firstRateUtc ? input.TimeUtc : _firstRateUtc;
        }

        _crowd = reading.Crowd;
        _lastUtc = input.TimeUtc;
        return reading;
    }

    private FundingPressureReading Evaluate(
        in FundingPressureInput input, out double hours, out RobustWindow.Placement placement)
    {
        StreamingRun.Later(input.TimeUtc, _lastUtc);
        VenueMix mix = Mix(input.TimeUtc, input.Venues.Span);
        FundingLacks lacks = mix.Lacks;
        double rate = mix.Rate;
        bool isKnown = !double.IsNaN(rate);

        // A rate is carried back over the time since the sample before, but not over a hole in the feed.
        double elapsed = _lastUtc == DateTime.MinValue ? 0 : (input.TimeUtc - _lastUtc).TotalHours;
        hours = isKnown && elapsed <= _options.StaleAfterHours ? elapsed : 0;
        double cumulative1d = Cumulative(0, Day, input.TimeUtc, rate, hours);
        double cumulative7d = Cumulative(1, Week, input.TimeUtc, rate, hours);
        double cumulative30d = Cumulative(2, Month, input.TimeUtc, rate, hours);
        if (double.IsNaN(cumulative1d + cumulative7d + cumulative30d))
        {
            lacks |= FundingLacks.Cumulation;
        }

        double zScore = double.NaN;
        double robustZ = double.NaN;
        double rank = double.NaN;
        double pressure = double.NaN;
        placement = default;
        RobustSummary order = isKnown ? _order.Preview(rate, out placement) : default;
        if (order.Count >= _options.MinimumSamples)
        {
            zScore = _moments.Preview(rate).ZScore(rate);
            robustZ = order.RobustZ;
            rank = order.PercentileRank;
            pressure = Oscillator(rate, robustZ, zScore);
        }
        else
        {
            lacks |= FundingLacks.History;
        }

        return new FundingPressureReading(
            input.TimeUtc,
            rate,
            mix.Predicted,
            cumulative1d,
            cumulative7d,
            cumulative30d,
            mix.SpendPerHour,
            mix.CapProximity,
            mix.Dispersion,
            zScore,
            robustZ,
            rank,
            _run.Preview(rate),
            mix.SettledShare,
            pressure,
            CrowdAt(pressure),
            PayerOf(rate),
            lacks);
    }

    private double Cumulative(int stretch, int days, DateTime timeUtc, double rate, double hours)
    {
        if (_firstRateUtc == DateTime.MaxValue || (timeUtc - _firstRateUtc).TotalDays < days)
        {
            return double.NaN;
        }

        TimeIntegral.Stretch paid =
            _paid.Preview(stretch, timeUtc, rate / FundingRateMath.ReferenceIntervalHours, hours);
        return paid.CoveredHours >= LeastCoverage * days * 24 ? paid.Total : double.NaN;
    }

    private double Oscillator(double rate, double robustZ, double zScore)
    {
        // Without any spread the rate equals its own history: no surprise, which is measured and not missing.
        double surprise = !double.IsNaN(robustZ) ? robustZ : !double.IsNaN(zScore) ? zScore : 0;
        double x = 0.5 * ((rate / _options.FullRatePerEightHours) + (surprise / _options.FullRobustZ));
        return 100 * x / Math.Sqrt(1 + (x * x));
    }

    private FundingCrowd CrowdAt(double pressure)
    {
        if (double.IsNaN(pressure))
        {
            return FundingCrowd.Unknown;
        }

        double longs = _crowd == FundingCrowd.CrowdedLongs ? _options.ReleasedLevel : _options.CrowdedLevel;
        double shorts = _crowd == FundingCrowd.CrowdedShorts ? _options.ReleasedLevel : _options.CrowdedLevel;
        return pressure >= longs ? FundingCrowd.CrowdedLongs
            : pressure <= -shorts ? FundingCrowd.CrowdedShorts
            : FundingCrowd.Neutral;
    }

    private static FundingPayer PayerOf(double rate) => rate switch
    {
        > 0 => FundingPayer.Longs,
        < 0 => FundingPayer.Shorts,
        0 => FundingPayer.Nobody,
        _ => FundingPayer.Unknown,
    };

    private VenueMix Mix(DateTime timeUtc, ReadOnlySpan<VenueFunding> venues)
    {
        double hourOfDay = timeUtc.TimeOfDay.TotalHours;
        double lastHourOfDay = _lastUtc == DateTime.MinValue ? double.NaN
            : _lastUtc.Date == timeUtc.Date ? _lastUtc.TimeOfDay.TotalHours
            : -1;
        VenueSums weighted = default;
        VenueSums alike = default;
        double proximity = double.NaN;
        FundingLacks lacks = FundingLacks.None;
        foreach (ref readonly VenueFunding venue in venues)
        {
            FundingLacks lack = LackOf(venue, timeUtc);
            lacks |= lack;
            if (lack != FundingLacks.None)
            {
                continue;
            }

            double intervals = hourOfDay / venue.IntervalHours;
            double elapsedShare = intervals - Math.Floor(intervals);
            double settled = double.IsNaN(lastHourOfDay) ? double.NaN
                : Math.Floor(lastHourOfDay / venue.IntervalHours) == Math.Floor(intervals) ? 0
                : 1;
            double toReference = FundingRateMath.ReferenceIntervalHours / venue.IntervalHours;
            double rate = venue.FundingRate * toReference;
            double predicted = rate + (elapsedShare * ((venue.RunningFundingRate * toReference) - rate));
            alike.Add(1, rate, predicted, settled);
            if (venue.OpenInterestNotional >= 0)
            {
                weighted.Add(venue.OpenInterestNotional, rate, predicted, settled);
            }

            if (venue.Cap > 0)
            {
                double share = Math.Abs(venue.FundingRate) / venue.Cap;
                proximity = share <= proximity ? proximity : share;
            }
        }

        bool isWeighted = weighted.Weight > 0;
        VenueSums sums = isWeighted ? weighted : alike;
        lacks |= weighted.Count < alike.Count ? FundingLacks.OpenInterest : FundingLacks.None;
        lacks |= double.IsNaN(proximity) ? FundingLacks.Cap : FundingLacks.None;
        lacks |= double.IsNaN(sums.Predicted) ? FundingLacks.RunningRate : FundingLacks.None;
        if (sums.Count == 0)
        {
            lacks |= FundingLacks.AnyRate;
            return new VenueMix(double.NaN, double.NaN, double.NaN, proximity, double.NaN, double.NaN, lacks);
        }

        double mean = sums.Distance / sums.Weight;
        double dispersion = sums.Count < 2
            ? double.NaN
            : Math.Sqrt(Math.Max(0, (sums.SquaredDistance / sums.Weight) - (mean * mean)));
        double overall = sums.FirstRate + mean;
        double spend = isWeighted ? overall * sums.Weight / FundingRateMath.ReferenceIntervalHours : double.NaN;
        return new VenueMix(
            overall, sums.Predicted / sums.Weight, spend, proximity, dispersion, sums.Settled / sums.Weight, lacks);
    }

    private FundingLacks LackOf(in VenueFunding venue, DateTime timeUtc)
    {
        if (double.IsNaN(venue.FundingRate) || !(venue.IntervalHours > 0 && venue.IntervalHours <= 24))
        {
            return FundingLacks.SomeRate;
        }

        return (timeUtc - venue.AsOfUtc).TotalHours > _options.StaleAfterHours ? FundingLacks.FreshRate : FundingLacks.None;
    }

    /// <summary>Weighted sums over venues; rates are summed as distances from the first, which keeps the spread's digits.</summary>
    private struct VenueSums
    {
        public int Count;
        public double Weight;
        public double FirstRate;
        public double Distance;
        public double SquaredDistance;
        public double Predicted;
        public double Settled;

        public void Add(double weight, double rate, double predicted, double settled)
        {
            FirstRate = Count == 0 ? rate : FirstRate;
            double distance = rate - FirstRate;
            Count++;
            Weight += weight;
            Distance += weight * distance;
            SquaredDistance += weight * distance * distance;
            Predicted += weight * predicted;
            Settled += weight * settled;
        }
    }

    private readonly record struct VenueMix(
        double Rate,
        double Predicted,
        double SpendPerHour,
        double CapProximity,
        double Dispersion,
        double SettledShare,
        FundingLacks Lacks);
}
