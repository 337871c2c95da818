using LiqIndicators.Analytics.OpenInterest;
using LiqIndicators.Analytics.Statistics;
using LiqIndicators.Analytics.Streaming;

namespace LiqIndicators.Analytics.Tape;

/// <summary>How much of its liquidations a venue's feed shows.</summary>
public static class LiquidationReporting
{
    /// <summary>Feeds that push every liquidation.</summary>
    public const double Complete = 1;

    /// <summary>
    /// Feeds that push the latest order per symbol and second: they were measured to show 2.7 to 2.9 times too little,
    /// and miss more in large events, so that the corrected amount is still a lower bound there.
    /// </summary>
    public const double LatestPerSecond = 2.8;
}

/// <summary>Settings of <see cref="LiquidationTape"/>; the defaults suit hourly bars.</summary>
public sealed record LiquidationTapeOptions
{
    /// <summary>Hours after which the intensity of a print has halved; &gt; 0.</summary>
    public double BurstHalfLifeHours { get; init; } = 1;

    /// <summary>Samples after which the weight of a bar in the baseline has halved; &gt; 0.</summary>
    public double BaselineHalfLifeSamples { get; init; } = 168;

    /// <summary>Bars with liquidations known before bursts are judged; in [1, 100,000].</summary>
    public int MinimumSamples { get; init; } = 48;

    /// <summary>Length of a bar; hours, in (0, 24].</summary>
    public double BarHours { get; init; } = 1;

    /// <summary>Intensity over baseline from which on a side is in a burst; &gt; 1.</summary>
    public double BurstRatio { get; init; } = 4;

    /// <summary>
    /// Share of an open-interest drop that the estimate calls forced; in [0, 1]. The default is the share of three
    /// venues' liquidations in the drops of one venue's open interest, hourly, over BTC from December 2025 to March 2026.
    /// </summary>
    public double EstimatedShareOfDrop { get; init; } = 0.12;

    /// <summary>Share of the estimate on the side that lost by the bar's move; in [0.5, 1]. Seen: 0.87 when falling, 0.75 when rising.</summary>
    public double EstimatedLosingSideShare { get; init; } = 0.8;

    internal void Validate()
    {
        Guard.Positive(BurstHalfLifeHours);
        Guard.Positive(BaselineHalfLifeSamples);
        Guard.InRange(MinimumSamples, 1, 100_000);
        Guard.Positive(BarHours);
        Guard.InRange(BarHours, 0, 24);
        Guard.InRange(BurstRatio, 1.000001, double.MaxValue);
        Guard.InRange(EstimatedShareOfDrop, 0, 1);
        Guard.InRange(EstimatedLosingSideShare, 0.5, 1);
    }
}

/// <summary>What one venue printed during a bar.</summary>
/// <param name="LongNotional">Long positions liquidated; quote currency, or NaN when not told.</param>
/// <param name="ShortNotional">Short positions liquidated; quote currency, or NaN when not told.</param>
/// <param name="Reporting">Factor from printed to real: see <see cref="LiquidationReporting"/>; at least 1.</param>
public readonly record struct VenueLiquidations(double LongNotional, double ShortNotional, double Reporting)
{
    /// <summary>Whether the venue told both sides.</summary>
    public bool IsKnown => !double.IsNaN(LongNotional + ShortNotional);
}

/// <summary>Liquidations of all venues during one bar.</summary>
/// <param name="TimeUtc">Opening time of the bar; UTC.</param>
/// <param name="Close">Last price; quote currency per base unit.</param>
/// <param name="OpenInterestQuantity">One side, at the close; base units, or NaN.</param>
/// <param name="Venues">One entry per venue, always in the same order; read during the call only.</param>
public readonly record struct LiquidationTapeInput(
    DateTime TimeUtc, double Close, double OpenInterestQuantity, ReadOnlyMemory<VenueLiquidations> Venues);

/// <summary>Inputs that <see cref="LiquidationTape"/> went without.</summary>
[Flags]
public enum TapeLacks
{
    /// <summary>Nothing is missing.</summary>
    None = 0,

    /// <summary>Some venue told nothing: the amounts are lower bounds.</summary>
    SomeVenue = 1,

    /// <summary>No venue told anything: the amounts are estimated from open interest, or NaN without it.</summary>
    AnyVenue = 2,

    /// <summary>No open interest now: the share of it is NaN.</summary>
    OpenInterest = 4,

    /// <summary>Too few bars for the baseline: bursts are not judged.</summary>
    History = 8,
}

/// <summary>One reading of <see cref="LiquidationTape"/>; sides are those of the positions.</summary>
/// <param name="TimeUtc">Opening time of the bar; UTC.</param>
/// <param name="PrintedLongNotional">Sum of the longs as printed; quote currency, or NaN when only estimated.</param>
/// <param name="PrintedShortNotional">Sum of the shorts as printed; quote currency, or NaN when only estimated.</param>
/// <param name="LongNotional">Longs, corrected for under-reporting or estimated; quote currency, or NaN.</param>
/// <param name="ShortNotional">Shorts, corrected for under-reporting or estimated; quote currency, or NaN.</param>
/// <param name="Imbalance">Longs minus shorts over both; in [-1, 1], NaN when nothing was liquidated or known.</param>
/// <param name="OpenInterestShareBps">Both sides over open interest; basis points, or NaN.</param>
/// <param name="LargestVenue">Index of the venue with most of the corrected amount; -1 when none is known.</param>
/// <param name="LargestVenueShare">Its share; in [0, 1], or NaN.</param>
/// <param name="LongBurst">Intensity of longs over baseline; 1 is ordinary; NaN before the warm-up.</param>
/// <param name="ShortBurst">Intensity of shorts over baseline; NaN as above.</param>
/// <param name="IsLongBurst">Whether longs are in a burst.</param>
/// <param name="IsShortBurst">Whether shorts are in a burst.</param>
/// <param name="IsEstimate">Whether the amounts are a model's and nobody printed them.</param>
/// <param name="Correction">Corrected over printed amount: what under-reporting adds; NaN when nothing was printed.</param>
/// <param name="Lacks">Inputs that were missing.</param>
public readonly record struct LiquidationTapeReading(
    DateTime TimeUtc,
    double PrintedLongNotional,
    double PrintedShortNotional,
    double LongNotional,
    double ShortNotional,
    double Imbalance,
    double OpenInterestShareBps,
    int LargestVenue,
    double LargestVenueShare,
    double LongBurst,
    double ShortBurst,
    bool IsLongBurst,
    bool IsShortBurst,
    bool IsEstimate,
    double Correction,
    TapeLacks Lacks)
{
    /// <summary>Longs minus shorts; quote currency, or NaN.</summary>
    public double NetNotional => LiquidationMath.Net(LongNotional, ShortNotional);

    /// <summary>Longs plus shorts; quote currency, or NaN.</summary>
    public double TotalNotional => LiquidationMath.Total(LongNotional, ShortNotional);
}

/// <summary>Forced closes as they were printed: how much, which side, and whether they come in a burst.</summary>
/// <remarks>
/// Burst: exponential-kernel intensity in money per hour over the mean per hour of the bars before, per side. Where no
/// venue tells anything, a fixed share of the bar's drop in open interest stands in, split towards the side that lost
/// by the move, and is marked: most of a drop in open interest is closed by choice.
/// </remarks>
public sealed class LiquidationTape : IStreamingIndicator<LiquidationTapeInput, LiquidationTapeReading>
{
    private readonly LiquidationTapeOptions _options;
    private readonly HawkesIntensity _longIntensity;
    private readonly HawkesIntensity _shortIntensity;
    private readonly DecayedMean _longBaseline;
    private readonly DecayedMean _shortBaseline;
    private int _known;
    private DateTime _lastUtc = DateTime.MinValue;
    private double _lastClose = double.NaN;
    private double _lastOpenInterest = double.NaN;

    /// <summary>Creates the indicator without history.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    public LiquidationTape(LiquidationTapeOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        _options = options;

        // Excitation equal to decay makes the kernel's area one: the intensity is money per hour.
        double decayPerHour = Math.Log(2) / options.BurstHalfLifeHours;
        _longIntensity = new HawkesIntensity(0, decayPerHour, decayPerHour);
        _shortIntensity = new HawkesIntensity(0, decayPerHour, decayPerHour);
        _longBaseline = new DecayedMean(options.BaselineHalfLifeSamples);
        _shortBaseline = new DecayedMean(options.BaselineHalfLifeSamples);
    }

    /// <inheritdoc/>
    public int WarmUpSamples => _options.MinimumSamples + 1;

    /// <summary>Readings of a whole series.</summary>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The times do not increase, or a number is outside its range.</exception>
    public static LiquidationTapeReading[] Run(LiquidationTapeOptions options, IReadOnlyList<LiquidationTapeInput> series) =>
        StreamingRun.Over(new LiquidationTape(options), series);

    /// <inheritdoc/>
    public LiquidationTapeReading Preview(in LiquidationTapeInput input) => Evaluate(input);

    /// <inheritdoc/>
    public LiquidationTapeReading Update(in LiquidationTapeInput input)
    {
        LiquidationTapeReading reading = Evaluate(input);
        if (!double.IsNaN(reading.TotalNotional))
        {
            _known++;
            _longIntensity.Update(input.TimeUtc, reading.LongNotional);
            _shortIntensity.Update(input.TimeUtc, reading.ShortNotional);
        }

        _longBaseline.Add(reading.LongNotional / _options.BarHours);
        _shortBaseline.Add(reading.ShortNotional / _options.BarHours);
        _lastUtc = input.TimeUtc;
        _lastClose = input.Close;
        _lastOpenInterest = input.OpenInterestQuantity;
        return reading;
    }

    private LiquidationTapeReading Evaluate(in LiquidationTapeInput input)
    {
        StreamingRun.Later(input.TimeUtc, _lastUtc);
        Guard.Positive(input.Close);
        Amounts amounts = Sum(input.Venues.Span);
        bool isEstimate = (amounts.Lacks & TapeLacks.AnyVenue) != 0;
        if (isEstimate)
        {
            amounts = Estimate(input, amounts.Lacks);
        }

        TapeLacks lacks = amounts.Lacks;
        double total = LiquidationMath.Total(amounts.Long, amounts.Short);
        double openInterest = input.OpenInterestQuantity * input.Close;
        if (!(openInterest > 0))
        {
            openInterest = double.NaN;
            lacks |= TapeLacks.OpenInterest;
        }

        double longBurst = double.NaN;
        double shortBurst = double.NaN;
        if (_known >= _options.MinimumSamples)
        {
            longBurst = Burst(_longIntensity, _longBaseline, input.TimeUtc, amounts.Long);
            shortBurst = Burst(_shortIntensity, _shortBaseline, input.TimeUtc, amounts.Short);
        }
        else
        {
            lacks |= TapeLacks.History;
        }

        double printed = amounts.PrintedLong + amounts.PrintedShort;
        return new LiquidationTapeReading(
            input.TimeUtc,
            amounts.PrintedLong,
            amounts.PrintedShort,
            amounts.Long,
            amounts.Short,
            LiquidationMath.Imbalance(amounts.Long, amounts.Short),
            1e4 * total / openInterest,
            amounts.LargestVenue,
            amounts.LargestVenue >= 0 && total > 0 ? amounts.Largest / total : double.NaN,
            longBurst,
            shortBurst,
            longBurst >= _options.BurstRatio,
            shortBurst >= _options.BurstRatio,
            isEstimate && !double.IsNaN(total),
            printed > 0 ? total / printed : double.NaN,
            lacks);
    }

    private static Amounts Sum(ReadOnlySpan<VenueLiquidations> venues)
    {
        Amounts sum = new() { LargestVenue = -1 };
        int known = 0;
        for (int i = 0; i < venues.Length; i++)
        {
            ref readonly VenueLiquidations venue = ref venues[i];
            if (!venue.IsKnown)
            {
                sum.Lacks |= TapeLacks.SomeVenue;
                continue;
            }

            Guard.InRange(venue.Reporting, 1, double.MaxValue);
            known++;
            sum.PrintedLong += Guard.NotNegative(venue.LongNotional);
            sum.PrintedShort += Guard.NotNegative(venue.ShortNotional);
            sum.Long += venue.LongNotional * venue.Reporting;
            sum.Short += venue.ShortNotional * venue.Reporting;
            double total = (venue.LongNotional + venue.ShortNotional) * venue.Reporting;
            if (sum.LargestVenue < 0 || total > sum.Largest)
            {
                sum.Largest = total;
                sum.LargestVenue = i;
            }
        }

        if (known == 0)
        {
            sum.Lacks |= TapeLacks.AnyVenue;
        }

        return sum;
    }

    private Amounts Estimate(in LiquidationTapeInput input, TapeLacks lacks)
    {
        double drop = Math.Max(0, _lastOpenInterest - input.OpenInterestQuantity);
        double forced = drop * input.Close * _options.EstimatedShareOfDrop;
        double priceChange = OpenInterestMath.Change(_lastClose, input.Close);
        double longShare = priceChange < 0 ? _options.EstimatedLosingSideShare
            : priceChange > 0 ? 1 - _options.EstimatedLosingSideShare
            : 0.5;
        return new Amounts
        {
            PrintedLong = double.NaN,
            PrintedShort = double.NaN,
            Long = forced * longShare,
            Short = forced * (1 - longShare),
            Largest = double.NaN,
            LargestVenue = -1,
            Lacks = lacks,
        };
    }

    private static double Burst(HawkesIntensity intensity, DecayedMean baseline, DateTime timeUtc, double amount) =>
        double.IsNaN(amount) || !(baseline.Value > 0) ? double.NaN : intensity.Preview(timeUtc, amount) / baseline.Value;

    private struct Amounts
    {
        public double PrintedLong;
        public double PrintedShort;
        public double Long;
        public double Short;
        public double Largest;
        public int LargestVenue;
        public TapeLacks Lacks;
    }
}
