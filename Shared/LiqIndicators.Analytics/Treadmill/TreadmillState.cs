using LiqIndicators.Analytics.Market;
using LiqIndicators.Analytics.OpenInterest;
using LiqIndicators.Analytics.Statistics;
using LiqIndicators.Analytics.Streaming;

namespace LiqIndicators.Analytics.Treadmill;

/// <summary>Settings of <see cref="TreadmillState"/>; times are hours and hold for samples of any length.</summary>
public sealed record TreadmillOptions
{
    /// <summary>Length of a sample; hours, in [1/60, 24].</summary>
    public double SampleHours { get; init; } = 1;

    /// <summary>History before any phase is told; hours, &gt; 0.</summary>
    public double MinimumHours { get; init; } = 72;

    /// <summary>How far back the low is that open interest grew from; hours, &gt; 0.</summary>
    public double BuildHours { get; init; } = 240;

    /// <summary>Growth that is a build-up; fraction, &gt; 0. Half of it ends a build-up.</summary>
    public double BuildGrowth { get; init; } = 0.05;

    /// <summary>Funding pressure that crowds a side by itself; in (0, 100). Two thirds of it end that.</summary>
    public double CrowdedPressure { get; init; } = 60;

    /// <summary>Mean funding over seven days that crowds a side on grown open interest; fraction per 8 h, &gt; 0.</summary>
    public double CrowdedMeanRate { get; init; } = 0.00004;

    /// <summary>Map pressure that crowds a side on grown open interest; in (0, 1].</summary>
    public double CrowdedMapPressure { get; init; } = 0.5;

    /// <summary>Stretch of time over which moves are judged; hours, &gt; 0.</summary>
    public double StressHours { get; init; } = 12;

    /// <summary>Move against a side that is stress; long-run deviations of the stretch, &gt; 0. Half of it ends a stress.</summary>
    public double StressSigmas { get; init; } = 2.5;

    /// <summary>Move that is a cascade where no liquidations are known; deviations as above.</summary>
    public double ExtremeSigmas { get; init; } = 6;

    /// <summary>Liquidations over baseline that make a cascade out of stress; &gt; 1.</summary>
    public double CascadeBurst { get; init; } = 8;

    /// <summary>Liquidations over baseline below which prints have diminished; &gt; 0.</summary>
    public double CalmBurst { get; init; } = 2.5;

    /// <summary>How long prints must stay diminished; hours, &gt; 0.</summary>
    public double CalmHours { get; init; } = 4;

    /// <summary>Drop of open interest from before the stress that is a flush; fraction in (0, 1).</summary>
    public double FlushDrop { get; init; } = 0.05;

    /// <summary>Funding towards the side at risk at or below which it has reset; fraction per 8 h.</summary>
    public double ResetRate { get; init; } = 0.00001;

    /// <summary>Calm after which a flush, or a failed one, is history; hours, &gt; 0.</summary>
    public double SettleHours { get; init; } = 48;

    /// <summary>Window over which losses of open interest are compared; hours, &gt; 0.</summary>
    public double ConcentrationHours { get; init; } = 72;

    /// <summary>Largest share of the losses from which on a reduction is a capitulation; in (0, 1].</summary>
    public double CapitulationShare { get; init; } = 0.25;

    /// <summary>Herfindahl index of the losses from which on a reduction is a capitulation; in (0, 1].</summary>
    public double CapitulationHerfindahl { get; init; } = 0.1;

    internal void Validate()
    {
        Guard.InRange(SampleHours, 1.0 / 60, 24);
        Guard.Positive(MinimumHours);
        Guard.Positive(BuildHours);
        Guard.Positive(BuildGrowth);
        Guard.InRange(CrowdedPressure, double.Epsilon, 99.999);
        Guard.Positive(CrowdedMeanRate);
        Guard.InRange(CrowdedMapPressure, double.Epsilon, 1);
        Guard.Positive(StressHours);
        Guard.Positive(StressSigmas);
        Guard.InRange(ExtremeSigmas, StressSigmas, double.MaxValue);
        Guard.InRange(CascadeBurst, 1.000001, double.MaxValue);
        Guard.Positive(CalmBurst);
        Guard.Positive(CalmHours);
        Guard.InRange(FlushDrop, double.Epsilon, 0.999999);
        Guard.InRange(ResetRate, -1, 1);
        Guard.Positive(SettleHours);
        Guard.Positive(ConcentrationHours);
        Guard.InRange(CapitulationShare, double.Epsilon, 1);
        Guard.InRange(CapitulationHerfindahl, double.Epsilon, 1);
    }

    internal int Samples(double hours) => Math.Max(1, (int)Math.Round(hours / SampleHours));
}

/// <summary>What the other indicators say at the close of one sample; NaN for what is not available.</summary>
/// <param name="TimeUtc">Time of the sample; UTC.</param>
/// <param name="Close">Price; quote currency per base unit.</param>
/// <param name="FundingRatePerEightHours">Funding over venues; fraction per 8 h, or NaN.</param>
/// <param name="MeanFundingRate7d">Its mean over seven days; fraction per 8 h, or NaN.</param>
/// <param name="FundingPressure">The oscillator; in [-100, 100], or NaN.</param>
/// <param name="OpenInterestQuantity">One side; base units, or NaN.</param>
/// <param name="LongBurst">Liquidations of longs over their baseline, or NaN.</param>
/// <param name="ShortBurst">Liquidations of shorts over their baseline, or NaN.</param>
/// <param name="MapPressure">
/// Imbalance of what waits near the price, <c>(short - long) / (short + long)</c>; in [-1, 1], negative when more longs
/// are to be liquidated below; or NaN.
/// </param>
/// <param name="SpotBid">Spot demand, positive when spot is bid: net spot buying or the premium of spot; or NaN.</param>
public readonly record struct TreadmillInput(
    DateTime TimeUtc,
    double Close,
    double FundingRatePerEightHours,
    double MeanFundingRate7d,
    double FundingPressure,
    double OpenInterestQuantity,
    double LongBurst,
    double ShortBurst,
    double MapPressure,
    double SpotBid);

/// <summary>One reading of <see cref="TreadmillState"/>.</summary>
/// <param name="TimeUtc">Time of the sample; UTC.</param>
/// <param name="Phase">Phase after the sample.</param>
/// <param name="Side">Side at risk; means nothing in <see cref="TreadmillPhase.Reset"/> and <see cref="TreadmillPhase.Building"/>.</param>
/// <param name="Transition">Change of phase at this sample, with its reason; its rule is none when there was none.</param>
/// <param name="AdverseSigmas">Move against the side at risk; long-run deviations of the stretch; NaN before the warm-up.</param>
/// <param name="VolatilityRatio">Short-run over long-run volatility; NaN before the warm-up.</param>
/// <param name="OpenInterestGrowth">Open interest over its low; fraction, or NaN.</param>
/// <param name="OpenInterestDrop">Open interest against before the stress, at most 0 outside of growth; fraction, or NaN.</param>
/// <param name="Reduction">How open interest was given up over the last days.</param>
/// <param name="LargestLossShare">Largest loss over the sum of losses; NaN without.</param>
/// <param name="LossHerfindahl">Herfindahl index of the losses; NaN without.</param>
/// <param name="Holding">Circuit breakers that hold.</param>
/// <param name="Known">Circuit breakers whose inputs are known; the others neither hold nor fail.</param>
/// <param name="Lacks">Inputs that were missing.</param>
public readonly record struct TreadmillReading(
    DateTime TimeUtc,
    TreadmillPhase Phase,
    PositionSide Side,
    TreadmillTransition Transition,
    double AdverseSigmas,
    double VolatilityRatio,
    double OpenInterestGrowth,
    double OpenInterestDrop,
    ReductionKind Reduction,
    double LargestLossShare,
    double LossHerfindahl,
    CircuitBreakers Holding,
    CircuitBreakers Known,
    TreadmillLacks Lacks);

/// <summary>Follows leverage from its build-up to its forced end, one rule at a time, each with its numbers.</summary>
/// <remarks>
/// At most one transition per sample. A rule whose input is missing does not apply: without open interest nothing is
/// called a flush or fragile, without liquidations only an extreme move is called a cascade. It describes; it does not predict.
/// </remarks>
public sealed class TreadmillState : IStreamingIndicator<TreadmillInput, TreadmillReading>
{
    private const double LongRunHours = 168;
    private const double ShortRunHours = 6;

    private readonly TreadmillOptions _options;
    private readonly int _minimumSamples;
    private readonly int _calmSamples;
    private readonly int _settleSamples;
    private readonly double _rootStress;
    private readonly DecayedMean _longRunVariance;
    private readonly DecayedMean _shortRunVariance;
    private readonly RollingMaximum _highs;
    private readonly RollingMaximum _lows;
    private readonly RollingMaximum _openInterestHighs;
    private readonly RollingMaximum _openInterestLows;
    private readonly RollingMaximum _reductionHighs;
    private readonly LossConcentration _losses;
    private Memory _memory = new()
    {
        LastUtc = DateTime.MinValue,
        LastClose = double.NaN,
        LastOpenInterest = double.NaN,
        LastFunding = double.NaN,
        PeakOpenInterest = double.NaN,
        PeakFunding = double.NaN,
        PeakBurst = double.NaN,
    };


    /// <summary>Creates the machine without history.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    public TreadmillState(TreadmillOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        _options = options;
        _minimumSamples = options.Samples(options.MinimumHours);
        _calmSamples = options.Samples(options.CalmHours);
        _settleSamples = options.Samples(options.SettleHours);
        int stressSamples = options.Samples(options.StressHours);
        _rootStress = Math.Sqrt(stressSamples);
        _longRunVariance = new DecayedMean(LongRunHours / options.SampleHours);
        _shortRunVariance = new DecayedMean(ShortRunHours / options.SampleHours);
        _highs = new RollingMaximum(stressSamples + 1);
        _lows = new RollingMaximum(stressSamples + 1);
        _openInterestHighs = new RollingMaximum(stressSamples + 1);
        _openInterestLows = new RollingMaximum(options.Samples(options.BuildHours));
        _reductionHighs = new RollingMaximum(options.Samples(options.ConcentrationHours) + 1);
        _losses = new LossConcentration(options.Samples(options.ConcentrationHours));
    }

    /// <inheritdoc/>
    public int WarmUpSamples => _minimumSamples + 1;

    /// <summary>Readings of a whole series.</summary>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The times do not increase, or a number is outside its range.</exception>
    public static TreadmillReading[] Run(TreadmillOptions options, IReadOnlyList<TreadmillInput> series) =>
        StreamingRun.Over(new TreadmillState(options), series);

    /// <inheritdoc/>
    public TreadmillReading Preview(in TreadmillInput input) => Evaluate(input, out _);

    /// <inheritdoc/>
    public TreadmillReading Update(in TreadmillInput input)
    {
        TreadmillReading reading = Evaluate(input, out Memory memory);
        double change = OpenInterestMath.Change(_memory.LastClose, input.Close);
        if (!double.IsNaN(change))
        {
            _longRunVariance.Add(change * change);
            _shortRunVariance.Add(change * change);
        }

        if (reading.Transition.Rule is TreadmillRule.NotTestable or TreadmillRule.Settled)
        {
            // The move that has been dealt with must not count as a new one.
            _highs.Clear();
            _lows.Clear();
        }

        _highs.Add(input.Close);
        _lows.Add(-input.Close);
        if (!double.IsNaN(input.OpenInterestQuantity))
        {
            _openInterestHighs.Add(input.OpenInterestQuantity);
            _openInterestLows.Add(-input.OpenInterestQuantity);
            _reductionHighs.Add(input.OpenInterestQuantity);
            if (!double.IsNaN(_memory.LastOpenInterest))
            {
                _losses.Add(input.OpenInterestQuantity - _memory.LastOpenInterest);
            }
        }

        _memory = memory;
        return reading;
    }

    private TreadmillReading Evaluate(in TreadmillInput input, out Memory memory)
    {
        StreamingRun.Later(input.TimeUtc, _memory.LastUtc);
        Guard.Positive(input.Close);
        Evidence evidence = Weigh(input);
        memory = _memory;
        memory.LastUtc = input.TimeUtc;
        memory.LastClose = input.Close;
        memory.LastOpenInterest =
            double.IsNaN(input.OpenInterestQuantity) ? memory.LastOpenInterest : input.OpenInterestQuantity;
        memory.Samples++;

        TreadmillRule rule = TreadmillRule.None;
        TreadmillPhase before = memory.Phase;
        if (memory.Samples > _minimumSamples)
        {
            Follow(input, evidence, ref memory);
            rule = Decide(input, evidence, ref memory);
        }

        evidence = evidence.For(memory.Side);
        TreadmillTransition transition = default;
        if (rule != TreadmillRule.None)
        {
            bool isBuilding = memory.Phase is TreadmillPhase.Building or TreadmillPhase.Crowded
                || rule is TreadmillRule.GrowthFaded;
            transition = new TreadmillTransition(
                input.TimeUtc,
                before,
                memory.Phase,
                memory.Side,
                rule,
                input.FundingRatePerEightHours,
                isBuilding ? evidence.Growth : Drop(input, memory),
                evidence.Adverse,
                evidence.Burst,
                evidence.VolatilityRatio);
        }

        LossConcentration.Concentration losses = double.IsNaN(evidence.OpenInterestStep)
            ? new(0, double.NaN, double.NaN)
            : _losses.Preview(evidence.OpenInterestStep);
        (CircuitBreakers holding, CircuitBreakers known) = Break(input, evidence, memory);
        return new TreadmillReading(
            input.TimeUtc,
            memory.Phase,
            memory.Side,
            transition,
            evidence.Adverse,
            evidence.VolatilityRatio,
            evidence.Growth,
            Drop(input, memory),
            Reduction(input, evidence, losses),
            losses.LargestShare,
            losses.Herfindahl,
            holding,
            known,
            evidence.Lacks);
    }

    private Evidence Weigh(in TreadmillInput input)
    {
        TreadmillLacks lacks = TreadmillLacks.None;
        lacks |= double.IsNaN(input.FundingRatePerEightHours) ? TreadmillLacks.Funding : 0;
        lacks |= double.IsNaN(input.OpenInterestQuantity) ? TreadmillLacks.OpenInterest : 0;
        lacks |= double.IsNaN(input.LongBurst) || double.IsNaN(input.ShortBurst) ? TreadmillLacks.Liquidations : 0;
        lacks |= double.IsNaN(input.MapPressure) ? TreadmillLacks.Map : 0;
        lacks |= double.IsNaN(input.SpotBid) ? TreadmillLacks.Spot : 0;
        lacks |= _memory.Samples + 1 > _minimumSamples ? 0 : TreadmillLacks.History;

        double longAdverse = double.NaN;
        double shortAdverse = double.NaN;
        double volatilityRatio = double.NaN;
        if ((lacks & TreadmillLacks.History) == 0)
        {
            // The yardstick is the volatility before this sample: a crash must not stretch its own measure.
            double variance = _longRunVariance.Value;
            double change = OpenInterestMath.Change(_memory.LastClose, input.Close);
            double unit = Math.Sqrt(variance) * _rootStress;
            longAdverse = unit > 0 ? (1 - (input.Close / _highs.Preview(input.Close))) / unit : double.NaN;
            shortAdverse = unit > 0 ? ((input.Close / -_lows.Preview(-input.Close)) - 1) / unit : double.NaN;
            volatilityRatio = variance > 0 ? Math.Sqrt(_shortRunVariance.Preview(change * change) / variance) : double.NaN;
        }

        double growth = double.IsNaN(input.OpenInterestQuantity)
            ? double.NaN
            : (input.OpenInterestQuantity / -_openInterestLows.Preview(-input.OpenInterestQuantity)) - 1;
        return new Evidence(
            longAdverse,
            shortAdverse,
            input.LongBurst,
            input.ShortBurst,
            volatilityRatio,
            growth,
            input.OpenInterestQuantity - _memory.LastOpenInterest,
            lacks);
    }

    // What has to be kept in mind while a phase lasts.
    private void Follow(in TreadmillInput input, in Evidence all, ref Memory memory)
    {
        Evidence evidence = all.For(memory.Side);
        bool isDiminished = evidence.LacksLiquidations
            ? evidence.VolatilityRatio < 1.5 && evidence.Adverse < _options.ExtremeSigmas
            : evidence.Burst < _options.CalmBurst;
        memory.CalmRun = isDiminished ? memory.CalmRun + 1 : 0;
        memory.PhaseSamples++;
        if (memory.Phase is TreadmillPhase.Stress or TreadmillPhase.Cascade or TreadmillPhase.Fragile)
        {
            memory.PeakBurst = Larger(memory.PeakBurst, evidence.Burst);
            memory.PeakOpenInterest = Larger(memory.PeakOpenInterest, input.OpenInterestQuantity);
            memory.PeakFunding = Larger(memory.PeakFunding, Towards(memory.Side, input.FundingRatePerEightHours));
        }
    }

    private TreadmillRule Decide(in TreadmillInput input, in Evidence all, ref Memory memory)
    {
        TreadmillRule turned = DecideOther(input, all, ref memory);
        if (turned != TreadmillRule.None)
        {
            return turned;
        }

        switch (memory.Phase)
        {
            case TreadmillPhase.Unknown:
                return Enter(TreadmillPhase.Reset, TreadmillRule.Warm, ref memory);
            case TreadmillPhase.Reset:
            case TreadmillPhase.Building:
            case TreadmillPhase.Crowded:
                return DecideBefore(input, all, ref memory);
            case TreadmillPhase.Stress:
                return DecideStress(input, all, ref memory);
            case TreadmillPhase.Cascade:
                return memory.CalmRun < _calmSamples ? TreadmillRule.None : DecideAfter(input, ref memory);
            default:
                return DecideLater(input, all, ref memory);
        }
    }

    /// <summary>One side is followed at a time; a larger cascade of the other must not be missed for that.</summary>
    private TreadmillRule DecideOther(in TreadmillInput input, in Evidence all, ref Memory memory)
    {
        if (memory.Phase is TreadmillPhase.Unknown or TreadmillPhase.Reset or TreadmillPhase.Building
            || CascadeRule(all.For(memory.Side)) != TreadmillRule.None)
        {
            return TreadmillRule.None;
        }

        PositionSide other = memory.Side == PositionSide.Long ? PositionSide.Short : PositionSide.Long;
        TreadmillRule forced = CascadeRule(all.For(other));
        if (forced == TreadmillRule.None || all.For(other).Burst <= memory.PeakBurst)
        {
            return TreadmillRule.None;
        }

        memory.Side = other;
        memory.HasCascaded = true;
        memory.PeakOpenInterest = RecentHigh(input);
        memory.PeakFunding = Towards(other, input.FundingRatePerEightHours);
        memory.PeakBurst = all.For(other).Burst;
        return Enter(TreadmillPhase.Cascade, forced, ref memory);
    }

    private TreadmillRule DecideBefore(in TreadmillInput input, in Evidence all, ref Memory memory)
    {
        // A crowded side is at risk; without one it is the side that price moves against.
        PositionSide exposed = memory.Phase == TreadmillPhase.Crowded ? memory.Side
            : all.LongAdverse >= all.ShortAdverse ? PositionSide.Long
            : PositionSide.Short;
        if (all.For(exposed).Adverse >= _options.StressSigmas)
        {
            memory.Side = exposed;
            memory.HasCascaded = false;
            memory.PeakOpenInterest = RecentHigh(input);
            memory.PeakFunding = Larger(memory.LastFunding, Towards(exposed, input.FundingRatePerEightHours));
            memory.PeakBurst = all.For(exposed).Burst;
            return Enter(TreadmillPhase.Stress, TreadmillRule.AdverseMove, ref memory);
        }

        TreadmillRule crowd = CrowdRule(input, all, memory, out PositionSide side);
        memory.LastFunding = Towards(side, input.FundingRatePerEightHours);
        if (memory.Phase == TreadmillPhase.Crowded)
        {
            return crowd != TreadmillRule.None && side == memory.Side
                ? TreadmillRule.None
                : Enter(TreadmillPhase.Building, TreadmillRule.CrowdLeft, ref memory);
        }

        if (crowd != TreadmillRule.None && (memory.Phase == TreadmillPhase.Building || double.IsNaN(all.Growth)))
        {
            memory.Side = side;
            return Enter(TreadmillPhase.Crowded, crowd, ref memory);
        }

        if (memory.Phase == TreadmillPhase.Reset)
        {
            return all.Growth >= _options.BuildGrowth
                ? Enter(TreadmillPhase.Building, TreadmillRule.OpenInterestGrew, ref memory)
                : TreadmillRule.None;
        }

        return all.Growth < 0.5 * _options.BuildGrowth || double.IsNaN(all.Growth)
            ? Enter(TreadmillPhase.Reset, TreadmillRule.GrowthFaded, ref memory)
            : TreadmillRule.None;
    }

    private TreadmillRule CrowdRule(in TreadmillInput input, in Evidence all, in Memory memory, out PositionSide side)
    {
        bool isCrowded = memory.Phase == TreadmillPhase.Crowded;
        side = input.FundingPressure < 0 ? PositionSide.Short : PositionSide.Long;

        // Leaving takes more than not arriving, or a level would be crossed back and forth.
        double pressure = _options.CrowdedPressure * (isCrowded && side == memory.Side ? 2.0 / 3 : 1);
        if (Math.Abs(input.FundingPressure) >= pressure)
        {
            return TreadmillRule.FundingCrowded;
        }

        bool isGrown = all.Growth >= _options.BuildGrowth * (isCrowded ? 0.5 : 1);
        double rate = _options.CrowdedMeanRate * (isCrowded ? 0.5 : 1);
        if (isGrown && Math.Abs(input.MeanFundingRate7d) >= rate)
        {
            side = input.MeanFundingRate7d > 0 ? PositionSide.Long : PositionSide.Short;
            return TreadmillRule.CarryCrowded;
        }

        side = input.MapPressure < 0 || double.IsNaN(input.MapPressure) ? PositionSide.Long : PositionSide.Short;
        return isGrown && Math.Abs(input.MapPressure) >= _options.CrowdedMapPressure
            ? TreadmillRule.MapCrowded
            : TreadmillRule.None;
    }

    private TreadmillRule DecideStress(in TreadmillInput input, in Evidence all, ref Memory memory)
    {
        TreadmillRule forced = CascadeRule(all.For(memory.Side));
        if (forced != TreadmillRule.None)
        {
            memory.HasCascaded = true;
            return Enter(TreadmillPhase.Cascade, forced, ref memory);
        }

        if (memory.HasCascaded)
        {
            // Half done: what was missing may still come, or the market moves on.
            if (memory.CalmRun >= _calmSamples && IsFlushed(input, memory))
            {
                return Enter(TreadmillPhase.FlushConfirmed, TreadmillRule.Flushed, ref memory);
            }

            if (memory.CalmRun >= _calmSamples && IsHeld(input, memory))
            {
                return Enter(TreadmillPhase.Fragile, TreadmillRule.Held, ref memory);
            }

            return memory.CalmRun >= _settleSamples
                ? Enter(TreadmillPhase.Reset, TreadmillRule.Settled, ref memory)
                : TreadmillRule.None;
        }

        double adverse = all.For(memory.Side).Adverse;
        if (adverse >= 0.5 * _options.StressSigmas)
        {
            return TreadmillRule.None;
        }

        TreadmillRule crowd = CrowdRule(input, all, memory, out PositionSide side);
        bool isStillCrowded = crowd != TreadmillRule.None && side == memory.Side;
        TreadmillPhase next = isStillCrowded ? TreadmillPhase.Crowded
            : all.Growth >= 0.5 * _options.BuildGrowth ? TreadmillPhase.Building
            : TreadmillPhase.Reset;
        return Enter(next, TreadmillRule.FakeOut, ref memory);
    }

    private TreadmillRule DecideAfter(in TreadmillInput input, ref Memory memory)
    {
        if (double.IsNaN(Drop(input, memory)) || double.IsNaN(input.FundingRatePerEightHours))
        {
            return Enter(TreadmillPhase.Reset, TreadmillRule.NotTestable, ref memory);
        }

        if (IsFlushed(input, memory))
        {
            return Enter(TreadmillPhase.FlushConfirmed, TreadmillRule.Flushed, ref memory);
        }

        return IsHeld(input, memory)
            ? Enter(TreadmillPhase.Fragile, TreadmillRule.Held, ref memory)
            : Enter(TreadmillPhase.Stress, TreadmillRule.HalfDone, ref memory);
    }

    private TreadmillRule DecideLater(in TreadmillInput input, in Evidence all, ref Memory memory)
    {
        TreadmillRule forced = CascadeRule(all.For(memory.Side));
        if (forced != TreadmillRule.None)
        {
            if (memory.Phase == TreadmillPhase.FlushConfirmed)
            {
                // What was flushed is gone: the next one is measured from what has been rebuilt since.
                memory.PeakOpenInterest = RecentHigh(input);
                memory.PeakFunding = Towards(memory.Side, input.FundingRatePerEightHours);
                memory.PeakBurst = all.For(memory.Side).Burst;
            }

            return Enter(TreadmillPhase.Cascade, forced, ref memory);
        }

        if (memory.Phase == TreadmillPhase.Fragile && memory.CalmRun >= _calmSamples && IsFlushed(input, memory))
        {
            return Enter(TreadmillPhase.FlushConfirmed, TreadmillRule.Flushed, ref memory);
        }

        return memory.PhaseSamples >= _settleSamples && all.VolatilityRatio <= 1
            ? Enter(TreadmillPhase.Reset, TreadmillRule.Settled, ref memory)
            : TreadmillRule.None;
    }

    private TreadmillRule CascadeRule(in Evidence evidence)
    {
        if (evidence.LacksLiquidations)
        {
            return evidence.Adverse >= _options.ExtremeSigmas ? TreadmillRule.ExtremeMove : TreadmillRule.None;
        }

        return evidence.Adverse >= _options.StressSigmas && evidence.Burst >= _options.CascadeBurst
            ? TreadmillRule.ForcedBurst
            : TreadmillRule.None;
    }

    private bool IsFlushed(in TreadmillInput input, in Memory memory) =>
        Drop(input, memory) <= -_options.FlushDrop
        && Towards(memory.Side, input.FundingRatePerEightHours) <= _options.ResetRate;

    private bool IsHeld(in TreadmillInput input, in Memory memory) =>
        Drop(input, memory) > -_options.FlushDrop
        && Towards(memory.Side, input.FundingRatePerEightHours) > _options.ResetRate;

    private ReductionKind Reduction(in TreadmillInput input, in Evidence evidence, in LossConcentration.Concentration losses)
    {
        if (double.IsNaN(evidence.OpenInterestStep))
        {
            return ReductionKind.Unknown;
        }

        // Open interest trembles all the time, so what counts is the net fall; its parts then tell the kind.
        double high = _reductionHighs.Preview(input.OpenInterestQuantity);
        if (!(OpenInterestMath.Change(high, input.OpenInterestQuantity) <= -_options.FlushDrop))
        {
            return ReductionKind.None;
        }

        return losses.LargestShare >= _options.CapitulationShare || losses.Herfindahl >= _options.CapitulationHerfindahl
            ? ReductionKind.Capitulation
            : ReductionKind.Staged;
    }

    private (CircuitBreakers Holding, CircuitBreakers Known) Break(
        in TreadmillInput input, in Evidence evidence, in Memory memory)
    {
        CircuitBreakers holding = CircuitBreakers.None;
        CircuitBreakers known = CircuitBreakers.None;
        Judge(CircuitBreakers.LowerOpenInterest, -Drop(input, memory), _options.FlushDrop);
        Judge(
            CircuitBreakers.CalmerFunding,
            (0.5 * memory.PeakFunding) - Towards(memory.Side, input.FundingRatePerEightHours),
            0);
        Judge(CircuitBreakers.SmallerBursts, (0.5 * memory.PeakBurst) - evidence.Burst, 0);
        Judge(CircuitBreakers.SpotBid, input.SpotBid, double.Epsilon);
        Judge(CircuitBreakers.CalmVolatility, 1 - evidence.VolatilityRatio, 0);
        return (holding, known);

        void Judge(CircuitBreakers breaker, double measured, double needed)
        {
            known |= double.IsNaN(measured) ? CircuitBreakers.None : breaker;
            holding |= measured >= needed ? breaker : CircuitBreakers.None;
        }
    }

    private static TreadmillRule Enter(TreadmillPhase phase, TreadmillRule rule, ref Memory memory)
    {
        memory.Phase = phase;
        memory.PhaseSamples = 0;
        if (phase is TreadmillPhase.Reset or TreadmillPhase.Building or TreadmillPhase.Crowded)
        {
            memory.HasCascaded = false;
            memory.PeakOpenInterest = double.NaN;
            memory.PeakFunding = double.NaN;
            memory.PeakBurst = double.NaN;
        }

        if (phase == TreadmillPhase.Cascade)
        {
            memory.CalmRun = 0;
        }

        return rule;
    }

    private double RecentHigh(in TreadmillInput input) => double.IsNaN(input.OpenInterestQuantity)
        ? double.NaN
        : _openInterestHighs.Preview(input.OpenInterestQuantity);

    private static double Drop(in TreadmillInput input, in Memory memory) =>
        OpenInterestMath.Change(memory.PeakOpenInterest, input.OpenInterestQuantity);

    private static double Towards(PositionSide side, double rate) => side == PositionSide.Long ? rate : -rate;

    private static double Larger(double held, double value) => value <= held || double.IsNaN(value) ? held : value;

    private readonly record struct Evidence(
        double LongAdverse,
        double ShortAdverse,
        double LongBurst,
        double ShortBurst,
        double VolatilityRatio,
        double Growth,
        double OpenInterestStep,
        TreadmillLacks Lacks,
        PositionSide Side = PositionSide.Long)
    {
        public double Adverse => Side == PositionSide.Long ? LongAdverse : ShortAdverse;

        public double Burst => Side == PositionSide.Long ? LongBurst : ShortBurst;

        public bool LacksLiquidations => double.IsNaN(Burst);

        public Evidence For(PositionSide side) => this with { Side = side };
    }

    private struct Memory
    {
        public DateTime LastUtc;
        public double LastClose;
        public double LastOpenInterest;
        public double LastFunding;
        public long Samples;
        public TreadmillPhase Phase;
        public PositionSide Side;
        public int PhaseSamples;
        public int CalmRun;
        public bool HasCascaded;
        public double PeakOpenInterest;
        public double PeakFunding;
        public double PeakBurst;
    }
}
