using LiqIndicators.Analytics.Cascade;
using LiqIndicators.Analytics.Market;
using LiqIndicators.Analytics.Streaming;
using LiqIndicators.Analytics.Tests.Contract;

namespace LiqIndicators.Analytics.Tests.Cascade;

public sealed class CascadeRiskTests : StreamingContract<CascadeRiskInput, CascadeRiskReading>
{
    private static readonly DateTime Start = new(2026, 1, 5, 0, 0, 0, DateTimeKind.Utc);
    private static readonly CascadeRiskOptions Quick = new() { WindowSamples = 60, MinimumSamples = 24 };
    private static readonly LiquidationCell[] Map = [new(0.01, 0.03, 100)];

    [Fact]
    public void Update_OrderBookAndMap_GivesTheFixedPointOfEachSide()
    {
        CascadeRiskReading reading = Settled(new CascadeRiskOptions { WindowSamples = 60, MinimumSamples = 24, Shock = 0.014 }, 1);

        // Below: 100 per percent, so u = 1.8% as worked by hand for the path; above: 400 per percent, R = 0.125:
        // u = 1.4% + 0.125 (u - 1%) = 1.4571%.
        Assert.Equal(0.018, reading.Long.EndMove, tolerance: 1e-9);
        Assert.Equal(100 * (1 - 0.018), reading.Long.EndPrice, tolerance: 1e-9);
        Assert.Equal(0.5, reading.Long.PeakReproduction, tolerance: 1e-9);
        Assert.Equal((0.014 - 0.00125) / 0.875, reading.Short.EndMove, tolerance: 1e-9);
        Assert.Equal(100 * (1 + ((0.014 - 0.00125) / 0.875)), reading.Short.EndPrice, tolerance: 1e-9);
        Assert.Equal(reading.Long.Score, reading.Score);
        // Prints of equal counts do not cluster. The tape is quiet, so the score is the map's: 1 - 1.4/1.8.
        Assert.Equal(0, reading.BranchingRatio);
        Assert.Equal(100 * (1 - (1.4 / 1.8)), reading.Long.Score, tolerance: 1e-9);
    }

    [Fact]
    public void Update_FlowMovesPriceInProportion_FindsKylesLambda()
    {
        CascadeRisk indicator = new(Quick);
        CascadeRiskReading reading = default;
        double price = 100;
        for (int i = 0; i < 60; i++)
        {
            double flow = i % 3 == 0 ? 200 : -90;
            price *= 1 + (2e-6 * flow);
            reading = indicator.Update(Bar(i, price) with { SignedFlowNotional = flow });
        }

        Assert.Equal(2e-6, reading.KyleLambda, tolerance: 1e-12);
    }

    // Counts of 0 and 8 in turn: mean 4, variance 16, so n = 1 - sqrt(1/4).
    [Fact]
    public void Update_PrintsInClusters_FindsTheirBranchingRatio()
    {
        CascadeRisk indicator = new(Quick);
        CascadeRiskReading reading = default;
        for (int i = 0; i < 61; i++)
        {
            reading = indicator.Update(Bar(i, Wiggle(i)) with
            {
                Prints = i % 2 == 0 ? 8 : 0,
                LongCells = default,
                ShortCells = default,
            });
        }

        Assert.Equal(0.5, reading.BranchingRatio, tolerance: 1e-9);
        Assert.True(reading.Lacks.HasFlag(CascadeLacks.Map));
    }

    // Up to twice the mean is ordinary; four times leaves half of it unexplained, and eight times three quarters.
    [Theory]
    [InlineData(0.3, 0)]
    [InlineData(2, 0)]
    [InlineData(4, 50)]
    [InlineData(8, 75)]
    public void Update_BurstOfPrints_RaisesTheScoreOfItsSide(double burst, double expected)
    {
        CascadeRisk indicator = new(Quick);
        CascadeRiskReading reading = default;
        for (int i = 0; i < 61; i++)
        {
            reading = indicator.Update(Bar(i, Wiggle(i)) with
            {
                LongBurst = burst, ShortBurst = 1, LongCells = default, ShortCells = default,
            });
        }

        Assert.Equal(expected, reading.Long.Score, tolerance: 1e-9);
        Assert.Equal(0, reading.Short.Score, tolerance: 1e-9);
        Assert.Equal(expected, reading.Score, tolerance: 1e-9);
    }

    [Fact]
    public void Update_BurstAndMap_ActTogether()
    {
        CascadeRiskOptions options = new() { WindowSamples = 60, MinimumSamples = 24, Shock = 0.014 };
        CascadeRiskReading reading = Settled(options, 1, burst: 4);

        // Half of what is printed is ordinary, and 1.4 of the 1.8 percent would come without the map: 1 - 0.5 * 1.4 / 1.8.
        Assert.Equal(100 * (1 - (0.5 * 1.4 / 1.8)), reading.Long.Score, tolerance: 1e-9);
    }

    [Fact]
    public void Update_NoBurstKnown_LeavesItOutAndSaysSo()
    {
        CascadeRiskOptions options = new() { WindowSamples = 60, MinimumSamples = 24, Shock = 0.014 };
        CascadeRiskReading reading = Settled(options, 1, burst: double.NaN);

        Assert.Equal(100 * (1 - (1.4 / 1.8)), reading.Long.Score, tolerance: 1e-9);
        Assert.True(reading.Lacks.HasFlag(CascadeLacks.Bursts));
        Assert.False(Settled(options, 1).Lacks.HasFlag(CascadeLacks.Bursts));
    }

    [Fact]
    public void Update_NoOrderBook_ImpliesDepthFromVolumeAndVolatilityAndSaysSo()
    {
        CascadeRiskReading reading = Settled(Quick, 0);

        // Alternating 0.1% hours: sigma 0.1% sqrt(24) a day; volume 24 * 1000 a day.
        Assert.True(reading.Lacks.HasFlag(CascadeLacks.OrderBook));
        Assert.False(reading.Lacks.HasFlag(CascadeLacks.Depth));
        Assert.Equal(0.001 * Math.Sqrt(24), reading.DailyVolatility, tolerance: 1e-5);
        Assert.Equal(24_000, reading.DailyVolume, tolerance: 1e-6);
        Assert.True(reading.Long.EndMove >= Quick.Shock);
    }

    [Fact]
    public void Update_NoVolumeEither_TakesItFromOpenInterestAndSaysSo()
    {
        CascadeRisk indicator = new(Quick);
        CascadeRiskReading reading = default;
        for (int i = 0; i < 40; i++)
        {
            reading = indicator.Update(Bar(i, Wiggle(i)) with
            {
                VolumeNotional = double.NaN, OpenInterestNotional = 16_000, BidDepthNotional = double.NaN, AskDepthNotional = double.NaN,
            });
        }

        Assert.True(reading.Lacks.HasFlag(CascadeLacks.Volume));
        Assert.False(reading.Lacks.HasFlag(CascadeLacks.Depth));
        Assert.Equal(24_000, reading.DailyVolume, tolerance: 1e-6);
    }

    [Fact]
    public void Update_NothingKnown_IsNaNAndNamesEveryLack()
    {
        CascadeRisk indicator = new(Quick);
        CascadeRiskReading reading = default;
        for (int i = 0; i < 40; i++)
        {
            reading = indicator.Update(new CascadeRiskInput(
                Start.AddHours(i), Wiggle(i), double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, default, default));
        }

        Assert.True(double.IsNaN(reading.Score));
        Assert.True(double.IsNaN(reading.Long.EndPrice));
        Assert.Equal(
            CascadeLacks.OrderBook | CascadeLacks.Depth | CascadeLacks.Volume | CascadeLacks.Map | CascadeLacks.Prints | CascadeLacks.Bursts
                | CascadeLacks.Flow,
            reading.Lacks);
    }

    [Fact]
    public void Update_BarOfTwentyDeviations_ShrinksDepthAndLengthensThePath()
    {
        CascadeRisk indicator = new(Quick);
        for (int i = 0; i < 40; i++)
        {
            indicator.Update(Bar(i, Wiggle(i)));
        }

        CascadeRiskReading calm = indicator.Preview(Bar(40, Wiggle(40)));
        CascadeRiskReading crash = indicator.Preview(Bar(40, 97));

        Assert.Equal(1, calm.DepthDivisor);
        Assert.Equal(6.1, crash.DepthDivisor);
        Assert.Equal(6.1 * calm.Long.PeakReproduction, crash.Long.PeakReproduction, tolerance: 1e-9);
    }

    [Fact]
    public void Carry_ShockOfTheOptions_IsTheEndOfTheReading()
    {
        CascadeRisk indicator = new(Quick);
        CascadeRiskInput input = default;
        CascadeRiskReading reading = default;
        for (int i = 0; i < 40; i++)
        {
            input = Bar(i, Wiggle(i));
            reading = indicator.Update(input);
        }

        CascadeEnd end = indicator.Carry(reading, input, PositionSide.Long, Quick.Shock);
        Assert.Equal(reading.Long.EndMove, end.Move);
        Assert.True(indicator.Carry(reading, input, PositionSide.Long, 0.05).Move > end.Move);
    }

    protected override IStreamingIndicator<CascadeRiskInput, CascadeRiskReading> Create() => new CascadeRisk(Quick);

    protected override CascadeRiskReading[] Run(IReadOnlyList<CascadeRiskInput> series) => CascadeRisk.Run(Quick, series);

    protected override double MainValue(CascadeRiskReading reading) => reading.Score;

    protected override CascadeRiskInput[] Series(int count)
    {
        SeededNoise noise = new(23);
        CascadeRiskInput[] series = new CascadeRiskInput[count];
        double price = 60_000;
        for (int i = 0; i < count; i++)
        {
            price *= 1 + (0.004 * noise.Normal());
            series[i] = new CascadeRiskInput(
                Start.AddHours(i),
                price,
                1e8 * (1 + noise.Uniform()),
                double.NaN,
                1e7 * noise.Normal(),
                i % 3 == 0 ? double.NaN : 5e7,
                5e7,
                Math.Floor(20 * noise.Uniform()),
                4 * noise.Uniform(),
                i % 5 == 0 ? double.NaN : 4 * noise.Uniform(),
                new LiquidationCell[] { new(0, 0.01, 1e7 * noise.Uniform()), new(0.01, 0.02, 8e7 * noise.Uniform()) },
                new LiquidationCell[] { new(0.002, 0.02, 1e8 * noise.Uniform()) });
        }

        return series;
    }

    private static CascadeRiskReading Settled(CascadeRiskOptions options, double depth, double burst = 1)
    {
        CascadeRisk indicator = new(options);
        CascadeRiskReading reading = default;
        for (int i = 0; i < 61; i++)
        {
            reading = indicator.Update(Bar(i, Wiggle(i)) with
            {
                BidDepthNotional = depth > 0 ? 100 : double.NaN,
                AskDepthNotional = depth > 0 ? 400 : double.NaN,
                LongBurst = burst,
            });
        }

        return reading;
    }

    private static double Wiggle(int i) => i % 2 == 0 ? 100 : 100.1;

    private static CascadeRiskInput Bar(int hour, double close) =>
        new(Start.AddHours(hour), close, 1000, double.NaN, double.NaN, 100, 400, 5, 1, 1, Map, Map);
}
