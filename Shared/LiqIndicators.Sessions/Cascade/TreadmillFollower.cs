using LiqIndicators.Analytics.Funding;
using LiqIndicators.Analytics.Liquidation;
using LiqIndicators.Analytics.Market;
using LiqIndicators.Analytics.Tape;
using LiqIndicators.Analytics.Treadmill;
using LiqIndicators.Sessions.Funding;
using LiqIndicators.Sessions.Tape;

namespace LiqIndicators.Sessions.Cascade;

/// <summary>Feeds the state machine with what funding, liquidations and the map say about the same bar.</summary>
internal sealed class TreadmillFollower
{
    private const double MapRange = 0.05;
    private const double PaymentsPerWeek = 7 * 24 / FundingRateMath.ReferenceIntervalHours;

    private readonly FundingSample _fundingSample = new();
    private readonly TapeSample _tapeSample = new(LiquidationReporting.Complete);
    private readonly FundingPressure _funding;
    private readonly LiquidationTape _tape;
    private readonly TreadmillState _state;

    internal TreadmillFollower(TimeSpan barLength)
    {
        _funding = new FundingPressure(new FundingOptions().ForBars(barLength));
        _tape = new LiquidationTape(new TapeOptions().ForBars(barLength));
        _state = new TreadmillState(new TreadmillOptions { SampleHours = barLength.TotalHours });
    }

    /// <summary>Printed liquidations of the last bar; an estimate out of open interest has no intensity here.</summary>
    internal LiquidationTapeReading Tape { get; private set; }

    internal TreadmillReading Update(in MarketBar bar, ReadOnlySpan<VenueBar> venues, DateTime publishedUtc, LiquidationMap map)
    {
        FundingPressureReading funding = _funding.Update(_fundingSample.Of(bar, venues, publishedUtc));
        LiquidationTapeReading tape = _tape.Update(_tapeSample.Of(bar, venues));

        // An estimate out of open interest is no second witness beside open interest itself.
        Tape = tape.IsEstimate ? tape with { LongBurst = double.NaN, ShortBurst = double.NaN } : tape;
        return _state.Update(new TreadmillInput(
            publishedUtc,
            bar.Close,
            funding.RatePerEightHours,
            funding.Cumulative7d / PaymentsPerWeek,
            funding.Pressure,
            bar.OpenInterestQuantity,
            Tape.LongBurst,
            Tape.ShortBurst,
            map.IsReady ? LiquidationReadings.Imbalance(map.View(), MapRange) : double.NaN,
            double.NaN));
    }
}
