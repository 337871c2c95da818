using LiqIndicators.Analytics.Market;
using LiqIndicators.Analytics.Streaming;
using LiqIndicators.Analytics.Tests.Contract;
using LiqIndicators.Analytics.Treadmill;

namespace LiqIndicators.Analytics.Tests.Treadmill;

public sealed class TreadmillStateTests : StreamingContract<TreadmillInput, TreadmillReading>
{
    private static readonly DateTime Start = new(2026, 1, 5, 0, 0, 0, DateTimeKind.Utc);
    private static readonly TreadmillOptions Options = new();

    // 100 quiet hours, then open interest up a tenth with longs paying 0.006%; price falls 1.2% an hour for five hours (the
    // hourly deviation is 0.2%, so 2.5 sigma of twelve hours is 1.7%) with prints at 20 times the baseline; then all is out.
    [Fact]
    public void Run_Capitulation_EndsInAConfirmedFlush()
    {
        Script script = Leveraged();
        script.Add(5, price: -0.012, openInterest: -0.004, longBurst: 20);
        script.Add(1, price: -0.012, openInterest: -0.10, longBurst: 30);
        script.Add(8, price: 0.001, openInterest: 0, longBurst: 0.5, funding: -0.00002);
        script.Add(60, price: 0, openInterest: 0, funding: 0);
        TreadmillReading[] readings = script.Run();

        Assert.Equal(
            ["Reset Warm", "Building OpenInterestGrew", "Crowded CarryCrowded", "Stress AdverseMove",
             "Cascade ForcedBurst", "FlushConfirmed Flushed", "Reset Settled"],
            PathOf(readings));

        TreadmillReading flush = Array.Find(readings, r => r.Transition.Rule == TreadmillRule.Flushed);
        Assert.Equal(ReductionKind.Capitulation, flush.Reduction);
        // 1 - 0.996^5 * 0.90 = 11.8%.
        Assert.StartsWith(
            "Cascade -> FlushConfirmed: open interest -11.8%, funding -0.0020% per 8 h, longs liquidated at 0.5x",
            flush.Transition.Reason,
            StringComparison.Ordinal);
        Assert.Equal(
            CircuitBreakers.LowerOpenInterest | CircuitBreakers.CalmerFunding | CircuitBreakers.SmallerBursts,
            flush.Holding);
        Assert.False(flush.Known.HasFlag(CircuitBreakers.SpotBid));
    }

    // The fragile case: price down, prints over, open interest held and longs still paying.
    [Fact]
    public void Run_OpenInterestHeldAndFundingStillPaid_IsFragileUntilTheSecondLeg()
    {
        Script script = Leveraged();
        script.Add(5, price: -0.012, openInterest: -0.002, longBurst: 20);
        script.Add(20, price: 0, openInterest: 0);
        script.Add(6, price: -0.02, openInterest: -0.03, longBurst: 25);
        script.Add(8, price: 0.001, openInterest: 0, funding: -0.00001);
        TreadmillReading[] readings = script.Run();

        Assert.Equal(
            ["Reset Warm", "Building OpenInterestGrew", "Crowded CarryCrowded", "Stress AdverseMove", "Cascade ForcedBurst",
             "Fragile Held", "Cascade ForcedBurst", "FlushConfirmed Flushed"],
            PathOf(readings));
        TreadmillReading fragile = Array.Find(readings, r => r.Transition.Rule == TreadmillRule.Held);
        Assert.Contains("open interest -1.0% and longs still pay: funding 0.0060% per 8 h", fragile.Transition.Reason, StringComparison.Ordinal);
        Assert.False(fragile.Holding.HasFlag(CircuitBreakers.LowerOpenInterest));
    }

    // Positions are reduced by 0.3% an hour for 40 hours while price drifts: no burst, so no stress and no cascade.
    [Fact]
    public void Run_StagedDecline_LeavesTheCrowdWithoutACascade()
    {
        Script script = Leveraged();
        script.Add(40, price: -0.0004, openInterest: -0.003, funding: 0.00001);
        TreadmillReading[] readings = script.Run();

        Assert.Equal(
            ["Reset Warm", "Building OpenInterestGrew", "Crowded CarryCrowded", "Building CrowdLeft", "Reset GrowthFaded"],
            PathOf(readings));
        Assert.Equal(ReductionKind.Staged, readings[^1].Reduction);
        Assert.Equal(1.0 / 40, readings[^1].LossHerfindahl, tolerance: 2e-3);
    }

    // Price drops 2.5% in two hours without prints and comes back at once.
    [Fact]
    public void Run_FakeOut_ReturnsToTheCrowd()
    {
        Script script = Leveraged();
        script.Add(2, price: -0.0125, openInterest: 0.001, longBurst: 3);
        script.Add(2, price: 0.012, openInterest: 0.001);
        script.Add(10, price: 0, openInterest: 0);
        TreadmillReading[] readings = script.Run();

        Assert.Equal(
            ["Reset Warm", "Building OpenInterestGrew", "Crowded CarryCrowded", "Stress AdverseMove", "Crowded FakeOut"],
            PathOf(readings));
        TreadmillReading back = Array.Find(readings, r => r.Transition.Rule == TreadmillRule.FakeOut);
        Assert.Contains("without a cascade", back.Transition.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_MirroredMarket_PutsShortsAtRisk()
    {
        Script script = Leveraged(-1);
        script.Add(5, price: 0.012, openInterest: -0.004, shortBurst: 20);
        script.Add(1, price: 0.012, openInterest: -0.10, shortBurst: 30);
        script.Add(8, price: -0.001, openInterest: 0, shortBurst: 0.5, funding: 0.00002);
        TreadmillReading[] readings = script.Run();

        TreadmillTransition[] path = TreadmillReplay.Path(readings);
        Assert.Equal(TreadmillPhase.FlushConfirmed, path[^1].To);
        Assert.All(path.Skip(2), t => Assert.Equal(PositionSide.Short, t.Side));
    }

    // Longs are crowded and price rises against the shorts: whoever is watched, forced closing of the others is told. Then
    // the shorts are in their cascade and the fall through the longs comes: it is told too.
    [Fact]
    public void Run_ForcedBurstOfTheSideNotWatched_TurnsToThatSide()
    {
        Script script = Leveraged();
        script.Add(3, price: 0.012, openInterest: -0.01, shortBurst: 20);
        script.Add(2, price: -0.03, openInterest: -0.05, longBurst: 40, shortBurst: 1);
        TreadmillReading[] readings = script.Run();

        TreadmillTransition[] path = TreadmillReplay.Path(readings);
        Assert.Equal((TreadmillPhase.Crowded, PositionSide.Long), (path[^3].To, path[^3].Side));
        Assert.Equal((TreadmillPhase.Cascade, PositionSide.Short, TreadmillRule.ForcedBurst), (path[^2].To, path[^2].Side, path[^2].Rule));
        Assert.Equal((TreadmillPhase.Cascade, PositionSide.Long, TreadmillRule.ForcedBurst), (path[^1].To, path[^1].Side, path[^1].Rule));
    }

    [Fact]
    public void Run_WithoutOpenInterest_NeverCallsAFlush()
    {
        Script script = Leveraged();
        script.Add(6, price: -0.012, openInterest: -0.03, longBurst: 20);
        script.Add(8, price: 0, openInterest: 0, funding: -0.00002);
        TreadmillInput[] inputs = [.. script.Inputs.Select(i => i with { OpenInterestQuantity = double.NaN })];
        TreadmillReading[] readings = TreadmillState.Run(Options, inputs);

        Assert.Equal(
            ["Reset Warm", "Stress AdverseMove", "Cascade ForcedBurst", "Reset NotTestable"], PathOf(readings));
        Assert.All(readings, r => Assert.True(double.IsNaN(r.OpenInterestGrowth)));
        Assert.All(readings, r => Assert.True(r.Lacks.HasFlag(TreadmillLacks.OpenInterest)));
    }

    [Fact]
    public void Update_MapPressureOnGrownOpenInterest_CrowdsItsSide()
    {
        Script script = new();
        script.Add(100, price: 0, openInterest: 0, funding: 0);
        script.Add(10, price: 0, openInterest: 0.01, funding: 0);
        TreadmillInput[] inputs = [.. script.Inputs.Select(i => i with { MapPressure = 0.8667 })];
        TreadmillReading[] readings = TreadmillState.Run(Options, inputs);

        Assert.Equal(["Reset Warm", "Building OpenInterestGrew", "Crowded MapCrowded"], PathOf(readings));
        Assert.Equal(PositionSide.Short, readings[^1].Side);
    }

    // Ten equal losses have both at a tenth; one loss has both at one.
    [Fact]
    public void LossConcentration_EqualAndSingleLosses_MatchTheDefinition()
    {
        LossConcentration staged = new(20);
        LossConcentration single = new(20);
        for (int i = 0; i < 9; i++)
        {
            staged.Add(-5);
            single.Add(3);
        }

        Assert.Equal(new LossConcentration.Concentration(50, 0.1, 0.1), staged.Preview(-5));
        Assert.Equal(new LossConcentration.Concentration(7, 1, 1), single.Preview(-7));
        Assert.True(double.IsNaN(single.Preview(2).Herfindahl));
    }

    [Fact]
    public void Reason_NoTransition_IsEmpty() => Assert.Equal("", default(TreadmillTransition).Reason);

    protected override IStreamingIndicator<TreadmillInput, TreadmillReading> Create() => new TreadmillState(Options);

    protected override TreadmillReading[] Run(IReadOnlyList<TreadmillInput> series) => TreadmillState.Run(Options, series);

    protected override double MainValue(TreadmillReading reading) => reading.VolatilityRatio;

    protected override TreadmillInput[] Series(int count)
    {
        SeededNoise noise = new(17);
        TreadmillInput[] series = new TreadmillInput[count];
        double price = 60_000;
        double quantity = 90_000;
        for (int i = 0; i < count; i++)
        {
            price *= 1 + (0.006 * noise.Normal());
            quantity *= 1 + (0.004 * noise.Normal());
            series[i] = new TreadmillInput(
                Start.AddHours(i),
                price,
                0.0001 * noise.Normal(),
                0.00003 * noise.Normal(),
                40 * noise.Normal(),
                quantity,
                Math.Exp(1.5 * noise.Normal()),
                Math.Exp(1.5 * noise.Normal()),
                Math.Tanh(noise.Normal()),
                noise.Normal());
        }

        return series;
    }

    private static Script Leveraged(int side = 1)
    {
        Script script = new();
        script.Add(100, price: 0, openInterest: 0, funding: side * 0.00006);
        script.Add(10, price: side * 0.0002, openInterest: 0.0096, funding: side * 0.00006);
        return script;
    }

    private static string[] PathOf(TreadmillReading[] readings) =>
        Array.ConvertAll(TreadmillReplay.Path(readings), t => $"{t.To} {t.Rule}");

    /// <summary>A market written down hour by hour.</summary>
    private sealed class Script
    {
        private double _price = 100;
        private double _quantity = 1000;
        private double _funding;

        public List<TreadmillInput> Inputs { get; } = [];

        public void Add(
            int hours, double price, double openInterest, double longBurst = 1, double shortBurst = 1, double funding = double.NaN)
        {
            _funding = double.IsNaN(funding) ? _funding : funding;
            for (int i = 0; i < hours; i++)
            {
                _price *= 1 + price;
                _quantity *= 1 + openInterest;

                // Quiet hours tremble by a fifth of a percent, which is what moves are measured against.
                double tremble = 1 + (0.001 * (Inputs.Count % 2 == 0 ? 1 : -1));
                Inputs.Add(new TreadmillInput(
                    Start.AddHours(Inputs.Count),
                    _price * tremble,
                    _funding,
                    _funding,
                    0,
                    _quantity,
                    longBurst,
                    shortBurst,
                    double.NaN,
                    double.NaN));
            }
        }

        public TreadmillReading[] Run() => TreadmillState.Run(Options, Inputs);
    }
}
