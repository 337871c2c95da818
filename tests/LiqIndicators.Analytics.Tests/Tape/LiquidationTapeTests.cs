using LiqIndicators.Analytics.Liquidation;
using LiqIndicators.Analytics.Streaming;
using LiqIndicators.Analytics.Tape;
using LiqIndicators.Analytics.Tests.Contract;

namespace LiqIndicators.Analytics.Tests.Tape;

public sealed class LiquidationTapeTests : StreamingContract<LiquidationTapeInput, LiquidationTapeReading>
{
    private static readonly DateTime Start = new(2026, 1, 5, 0, 0, 0, DateTimeKind.Utc);
    private static readonly LiquidationTapeOptions Quick = new() { MinimumSamples = 24 };

    [Fact]
    public void LiquidationMath_ThirtyLongTenShort_MatchesTheVectors()
    {
        Assert.Equal(20, LiquidationMath.Net(30, 10));
        Assert.Equal(40, LiquidationMath.Total(30, 10));
        Assert.Equal(0.5, LiquidationMath.Imbalance(30, 10));
        Assert.True(double.IsNaN(LiquidationMath.Imbalance(0, 0)));
    }

    // News fixtures: 14 billion of shorts above against 1 billion of longs below; an hour of 230 million longs to 5 of shorts.
    [Fact]
    public void LiquidationMath_NewsFixtures_HaveTheirSigns()
    {
        Assert.Equal(0.8667, LiquidationReadings.Imbalance(1e9, 14e9), tolerance: 1e-4);
        Assert.Equal(0.9574, LiquidationMath.Imbalance(230e6, 5e6), tolerance: 1e-4);
    }

    // One hour of the news fixtures: Binance 36M, Hyperliquid 59M of longs, shorts 3.5M over both.
    [Fact]
    public void Update_TwoVenues_CorrectsTheThrottledOneAndSaysByHowMuch()
    {
        LiquidationTapeReading reading = new LiquidationTape(Quick).Update(At(
            0,
            100_000,
            100_000,
            new VenueLiquidations(36e6, 1e6, LiquidationReporting.LatestPerSecond),
            new VenueLiquidations(59e6, 2.5e6, LiquidationReporting.Complete)));

        Assert.Equal(95e6, reading.PrintedLongNotional, tolerance: 1e-3);
        Assert.Equal(3.5e6, reading.PrintedShortNotional, tolerance: 1e-3);
        // 36 * 2.8 + 59 = 159.8 and 1 * 2.8 + 2.5 = 5.3.
        Assert.Equal(159.8e6, reading.LongNotional, tolerance: 1e-3);
        Assert.Equal(5.3e6, reading.ShortNotional, tolerance: 1e-3);
        Assert.Equal((159.8 - 5.3) / 165.1, reading.Imbalance, tolerance: 1e-12);
        Assert.Equal(165.1 / 98.5, reading.Correction, tolerance: 1e-12);
        // 165.1M of 10 billion.
        Assert.Equal(165.1, reading.OpenInterestShareBps, tolerance: 1e-9);
        Assert.Equal(0, reading.LargestVenue);
        Assert.Equal(103.6 / 165.1, reading.LargestVenueShare, tolerance: 1e-12);
        Assert.False(reading.IsEstimate);
    }

    [Fact]
    public void Update_LongsTenTimesTheOrdinary_IsABurstOfLongsOnly()
    {
        LiquidationTape tape = new(Quick);
        for (int i = 0; i < 30; i++)
        {
            tape.Update(At(i, 100, 1e6, new VenueLiquidations(1000, 1000, 1)));
        }

        LiquidationTapeReading reading = tape.Update(At(30, 100, 1e6, new VenueLiquidations(10_000, 1000, 1)));
        Assert.True(reading.IsLongBurst);
        Assert.False(reading.IsShortBurst);
        // Steady prints of x per hour: kernel ln2 / h and half-life 1 h sum to ln2 / (1 - 1/2) = 1.386 times x at a print.
        Assert.Equal(2 * Math.Log(2), reading.ShortBurst, tolerance: 1e-6);
        Assert.Equal((2 + 9) * Math.Log(2), reading.LongBurst, tolerance: 1e-6);
    }

    [Fact]
    public void Update_NoVenueKnown_EstimatesFromTheDropAndMarksIt()
    {
        LiquidationTape tape = new(Quick);
        tape.Update(At(0, 100, 1000));
        LiquidationTapeReading reading = tape.Update(At(1, 98, 900, new VenueLiquidations(double.NaN, double.NaN, 1)));

        Assert.True(reading.IsEstimate);
        Assert.True(reading.Lacks.HasFlag(TapeLacks.AnyVenue));
        // 100 coins at 98, 12% of it forced, four fifths of that on the side that lost.
        Assert.Equal(100 * 98 * 0.12 * 0.8, reading.LongNotional, tolerance: 1e-9);
        Assert.Equal(100 * 98 * 0.12 * 0.2, reading.ShortNotional, tolerance: 1e-9);
        Assert.True(double.IsNaN(reading.PrintedLongNotional));
        Assert.True(double.IsNaN(reading.Correction));
        Assert.Equal(-1, reading.LargestVenue);
    }

    [Fact]
    public void Update_OpenInterestRises_EstimatesNothingForced()
    {
        LiquidationTape tape = new(Quick);
        tape.Update(At(0, 100, 1000));
        LiquidationTapeReading reading = tape.Update(At(1, 102, 1100));

        Assert.True(reading.IsEstimate);
        Assert.Equal(0, reading.TotalNotional);
    }

    [Fact]
    public void Update_NothingKnown_IsNaNAndNotZero()
    {
        LiquidationTapeReading reading = new LiquidationTape(Quick).Update(At(0, 100, double.NaN));

        Assert.True(double.IsNaN(reading.LongNotional));
        Assert.True(double.IsNaN(reading.TotalNotional));
        Assert.False(reading.IsEstimate);
        Assert.Equal(TapeLacks.AnyVenue | TapeLacks.OpenInterest | TapeLacks.History, reading.Lacks);
    }

    [Fact]
    public void Update_OneVenueSilent_GivesALowerBoundAndSaysSo()
    {
        LiquidationTapeReading reading = new LiquidationTape(Quick).Update(
            At(0, 100, 10, new VenueLiquidations(30, 10, 1), new VenueLiquidations(double.NaN, 4, 1)));

        Assert.Equal(20, reading.NetNotional);
        Assert.True(reading.Lacks.HasFlag(TapeLacks.SomeVenue));
    }

    [Fact]
    public void Update_NegativeAmount_NamesIt()
    {
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(
            () => new LiquidationTape(Quick).Update(At(0, 100, 10, new VenueLiquidations(-1, 10, 1))));
        Assert.Contains("LongNotional is -1; expected a finite number >= 0", error.Message, StringComparison.Ordinal);
    }

    protected override IStreamingIndicator<LiquidationTapeInput, LiquidationTapeReading> Create() => new LiquidationTape(Quick);

    protected override LiquidationTapeReading[] Run(IReadOnlyList<LiquidationTapeInput> series) => LiquidationTape.Run(Quick, series);

    protected override double MainValue(LiquidationTapeReading reading) => reading.LongBurst;

    protected override LiquidationTapeInput[] Series(int count)
    {
        SeededNoise noise = new(7);
        LiquidationTapeInput[] series = new LiquidationTapeInput[count];
        for (int i = 0; i < count; i++)
        {
            series[i] = At(
                i,
                60_000 * (1 + (0.01 * noise.Normal())),
                90_000,
                new VenueLiquidations(1e5 * Math.Exp(noise.Normal()), 1e5 * Math.Exp(noise.Normal()), 2.8),
                new VenueLiquidations(2e5 * Math.Exp(noise.Normal()), 2e5 * Math.Exp(noise.Normal()), 1));
        }

        return series;
    }

    private static LiquidationTapeInput At(int hour, double close, double quantity, params VenueLiquidations[] venues) =>
        new(Start.AddHours(hour), close, quantity, venues);
}
