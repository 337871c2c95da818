using System.Security.Cryptography;
using LiqIndicators.Analytics.Market;
using LiqIndicators.Simulation.Truth;

namespace LiqIndicators.Simulation.Tests;

public sealed class MarketSimulationTests
{
    [Theory]
    [InlineData(1001, SimulationScenario.Mixed)]
    [InlineData(1002, SimulationScenario.Calm)]
    [InlineData(1003, SimulationScenario.Cascade)]
    public void Stream_EveryHour_EachSideHoldsTheOpenInterest(int seed, SimulationScenario scenario)
    {
        foreach (SimulatedHour hour in MarketSimulation.Stream(Options(seed, scenario, 20)))
        {
            double openInterest = hour.Bars[^1].OpenInterestQuantity;
            Assert.Equal(1, hour.Truth!.OpenQuantity(PositionSide.Long) / openInterest, tolerance: 1e-9);
            Assert.Equal(1, hour.Truth.OpenQuantity(PositionSide.Short) / openInterest, tolerance: 1e-9);
        }
    }

    [Theory]
    [InlineData(1001, SimulationScenario.Mixed)]
    [InlineData(1003, SimulationScenario.Cascade)]
    public void Stream_EveryHour_NobodyIsOpenBeyondTheirLiquidationPrice(int seed, SimulationScenario scenario)
    {
        foreach (SimulatedHour hour in MarketSimulation.Stream(Options(seed, scenario, 20)))
        {
            Assert.Equal(hour.Bars[^1].Close, hour.Truth!.Price);
            Assert.Equal(hour.Bars[^1].TimeUtc.AddHours(1), hour.Truth.AsOfUtc);
            foreach (TruthBucket bucket in hour.Truth.Buckets)
            {
                Assert.True(bucket.Quantity > 0);
                Assert.True(bucket.Side == PositionSide.Long
                    ? bucket.LiquidationPrice <= hour.Truth.Price
                    : bucket.LiquidationPrice >= hour.Truth.Price);
            }
        }
    }

    // Whoever was open before an hour of falling, with a liquidation price that the fall went through, has gone after it.
    [Fact]
    public void Stream_PriceFellThrough_LongsThereAreGone()
    {
        int falls = 0;
        TruthSnapshot? before = null;
        foreach (SimulatedHour hour in MarketSimulation.Stream(Options(1001, SimulationScenario.Cascade, 35)))
        {
            MarketBar bar = hour.Bars[0];
            if (before is not null && bar.Low < 0.98 * bar.Open)
            {
                falls++;
                double open = before.OpenQuantity(PositionSide.Long, bar.Low * 1.001, bar.Open);
                double left = hour.Truth!.OpenQuantity(PositionSide.Long, bar.Low * 1.001, bar.Open);
                Assert.True(left < 0.1 * open, $"{open} before, {left} after the fall at {bar.TimeUtc:O}");
            }

            before = hour.Truth;
        }

        Assert.InRange(falls, 3, 100);
    }

    [Fact]
    public void Run_SameSeed_GivesTheSameMarketToTheLastBit() =>
        Assert.Equal(Fingerprint(Options(1001, SimulationScenario.Mixed, 10)), Fingerprint(Options(1001, SimulationScenario.Mixed, 10)));

    [Fact]
    public void Run_OtherSeed_GivesAnotherMarket() =>
        Assert.NotEqual(Fingerprint(Options(1001, SimulationScenario.Mixed, 5)), Fingerprint(Options(1002, SimulationScenario.Mixed, 5)));

    [Fact]
    public void Run_MoreDays_BeginWithTheSameDays()
    {
        SimulatedMarket few = MarketSimulation.Run(Options(1005, SimulationScenario.Mixed, 5));
        SimulatedMarket many = MarketSimulation.Run(Options(1005, SimulationScenario.Mixed, 10));
        Assert.Equal(few.Bars, many.Bars.Take(few.Bars.Count));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public void Run_ShorterBars_AddUpToHours(int minutes)
    {
        SimulationOptions options = Options(1001, SimulationScenario.Mixed, 3);
        IReadOnlyList<MarketBar> hours = MarketSimulation.Run(options).Bars;
        IReadOnlyList<MarketBar> bars = MarketSimulation.Run(options with { Bar = TimeSpan.FromMinutes(minutes) }).Bars;
        int perHour = 60 / minutes;
        Assert.Equal(hours.Count * perHour, bars.Count);
        for (int h = 0; h < hours.Count; h++)
        {
            MarketBar[] part = [.. bars.Skip(h * perHour).Take(perHour)];
            Assert.Equal(hours[h].TimeUtc, part[0].TimeUtc);
            Assert.Equal(hours[h].Open, part[0].Open);
            Assert.Equal(hours[h].High, part.Max(b => b.High));
            Assert.Equal(hours[h].Low, part.Min(b => b.Low));
            Assert.Equal(hours[h].Close, part[^1].Close);
            Assert.Equal(hours[h].OpenInterestQuantity, part[^1].OpenInterestQuantity);
            Assert.Equal(hours[h].VolumeQuantity, part.Sum(b => b.VolumeQuantity), tolerance: 1e-6 * hours[h].VolumeQuantity);
            Assert.Equal(hours[h].LiquidatedLongNotional, part.Sum(b => b.LiquidatedLongNotional), tolerance: 1e-3);
        }
    }

    [Fact]
    public void Run_Bars_AreWholeAndInTimeOrder()
    {
        IReadOnlyList<MarketBar> bars = MarketSimulation.Run(Options(1006, SimulationScenario.Mixed, 10)).Bars;
        Assert.Equal(240, bars.Count);
        for (int t = 0; t < bars.Count; t++)
        {
            MarketBar bar = bars[t];
            Assert.Equal(DateTimeKind.Utc, bar.TimeUtc.Kind);
            Assert.True(bar.Low > 0 && bar.Low <= Math.Min(bar.Open, bar.Close) && bar.High >= Math.Max(bar.Open, bar.Close));
            Assert.True(bar.VolumeQuantity > 0 && bar.OpenInterestQuantity > 0);
            Assert.True(bar.LiquidatedLongNotional >= 0 && bar.LiquidatedShortNotional >= 0);
            Assert.True(Math.Abs(bar.FundingRate) <= 0.0075);
            if (t > 0)
            {
                Assert.Equal(bars[t - 1].TimeUtc.AddHours(1), bar.TimeUtc);
                Assert.Equal(bars[t - 1].Close, bar.Open);
            }
        }
    }

    [Fact]
    public void TruthAsOf_BetweenSnapshots_GivesTheEarlierOne()
    {
        SimulatedMarket market = MarketSimulation.Run(Options(1001, SimulationScenario.Mixed, 3) with { TruthIntervalHours = 12 });
        DateTime start = market.Options.StartUtc;
        Assert.Equal(6, market.Hours.Count(h => h.Truth is not null));
        Assert.Null(market.TruthAsOf(start.AddHours(11)));
        Assert.Equal(start.AddHours(12), market.TruthAsOf(start.AddHours(12))!.AsOfUtc);
        Assert.Equal(start.AddHours(12), market.TruthAsOf(start.AddHours(23))!.AsOfUtc);
    }

    [Theory]
    [InlineData(7)]
    [InlineData(120)]
    [InlineData(0)]
    public void Stream_BarThatDoesNotDivideAnHour_IsRefused(int minutes) => Assert.Contains(
        "Bar is ",
        Assert.Throws<ArgumentOutOfRangeException>(
            () => MarketSimulation.Stream(new SimulationOptions { Bar = TimeSpan.FromMinutes(minutes) })).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Stream_BadNumbers_AreRefusedByName()
    {
        Assert.Contains("Days", Refusal(new SimulationOptions { Days = 0 }), StringComparison.Ordinal);
        Assert.Contains("LargestLeverage", Refusal(new SimulationOptions { LargestLeverage = 0.5 }), StringComparison.Ordinal);
        Assert.Contains("InitialPrice", Refusal(new SimulationOptions { InitialPrice = double.NaN }), StringComparison.Ordinal);
        Assert.Contains("StartUtc", Refusal(new SimulationOptions { StartUtc = new DateTime(2026, 1, 1) }), StringComparison.Ordinal);
        Assert.Contains(
            "StartUtc",
            Refusal(new SimulationOptions { StartUtc = new DateTime(2026, 1, 1, 0, 30, 0, DateTimeKind.Utc) }),
            StringComparison.Ordinal);
    }

    private static string Refusal(SimulationOptions options) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => MarketSimulation.Stream(options)).Message;

    private static SimulationOptions Options(int seed, SimulationScenario scenario, int days) =>
        new() { Seed = seed, Scenario = scenario, Days = days };

    private static string Fingerprint(SimulationOptions options)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        void Add(double value) => hash.AppendData(BitConverter.GetBytes(value));
        foreach (SimulatedHour hour in MarketSimulation.Stream(options))
        {
            foreach (MarketBar bar in hour.Bars)
            {
                double[] published =
                [
                    bar.Open, bar.High, bar.Low, bar.Close, bar.VolumeQuantity, bar.OpenInterestQuantity, bar.FundingRate,
                    bar.LiquidatedLongNotional, bar.LiquidatedShortNotional, hour.LongShortRatio,
                ];
                Array.ForEach(published, Add);
            }

            foreach (TruthBucket bucket in hour.Truth!.Buckets)
            {
                Add(bucket.LiquidationPrice);
                Add(bucket.Quantity);
                Add(bucket.Leverage);
            }
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
