using LiqIndicators.Analytics.Funding;
using LiqIndicators.Analytics.Market;
using LiqIndicators.Analytics.Tape;
using LiqIndicators.Analytics.Treadmill;

namespace LiqIndicators.Analytics.Tests.Treadmill;

/// <summary>Feeds bars through funding and tape into the machine, as an indicator does.</summary>
internal static class TreadmillReplay
{
    public static TreadmillReading[] Of(IReadOnlyList<MarketBar> bars, TreadmillOptions options)
    {
        int perHour = (int)Math.Round(1 / options.SampleHours);
        FundingPressure funding = new(new FundingPressureOptions
        {
            SampleHours = options.SampleHours,
            WindowSamples = 336 * perHour,
            MinimumSamples = 48 * perHour,
        });
        LiquidationTape tape = new(new LiquidationTapeOptions { BarHours = options.SampleHours });
        TreadmillState state = new(options);
        TreadmillReading[] readings = new TreadmillReading[bars.Count];
        for (int i = 0; i < readings.Length; i++)
        {
            MarketBar bar = bars[i];
            FundingPressureReading rate = funding.Update(new FundingPressureInput(bar.TimeUtc, new VenueFunding[]
            {
                new(bar.TimeUtc, bar.FundingRate, bar.FundingIntervalHours, bar.OpenInterestNotional, double.NaN, double.NaN),
            }));
            LiquidationTapeReading prints = tape.Update(new LiquidationTapeInput(
                bar.TimeUtc,
                bar.Close,
                bar.OpenInterestQuantity,
                new VenueLiquidations[] { new(bar.LiquidatedLongNotional, bar.LiquidatedShortNotional, 1) }));
            readings[i] = state.Update(new TreadmillInput(
                bar.TimeUtc,
                bar.Close,
                rate.RatePerEightHours,
                rate.Cumulative7d / 21,
                rate.Pressure,
                bar.OpenInterestQuantity,
                prints.LongBurst,
                prints.ShortBurst,
                double.NaN,
                double.NaN));
        }

        return readings;
    }

    public static TreadmillTransition[] Path(IEnumerable<TreadmillReading> readings) =>
        [.. readings.Select(r => r.Transition).Where(t => t.Rule != TreadmillRule.None)];
}
