using LiqIndicators.Analytics.Liquidation;
using LiqIndicators.Analytics.Liquidation.Forecast;
using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Analytics.Tests.Liquidation.Forecast;

/// <summary>What a market leaves out is said, lowers confidence, and is never made up for.</summary>
public sealed class MapHealthTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private static readonly MarketBar[] Good =
        [.. RandomMarket.Walk(seed: 61, 1000).Select(bar => bar with { LiquidatedLongNotional = 10, LiquidatedShortNotional = 0 })];

    [Fact]
    public void Update_GoodMarket_LacksNothingAndIsAsSureAsItsMassIsNotSeeded()
    {
        LiquidationForecast forecast = Run(Good);

        Assert.Equal(MapLacks.None, forecast.Health.Lacks);
        Assert.Equal(1 - Seeded(forecast), forecast.Health.Confidence, tolerance: 1e-12);
        Assert.True(forecast.Health.Confidence > 0.9);
    }

    [Fact]
    public void Update_FirstBar_IsAllSeedAndNotSureAtAll()
    {
        LiquidationForecast forecast = Run(Good[..1]);

        Assert.Equal(MapLacks.History, forecast.Health.Lacks);
        Assert.Equal(0, forecast.Health.Confidence, tolerance: 1e-12);
    }

    [Fact]
    public void Update_NoOpenInterestAtAll_IsSaidAndHoldsNoMass()
    {
        LiquidationForecast forecast = Run([.. Good.Select(bar => bar with { OpenInterestQuantity = double.NaN })]);

        Assert.Equal(MapLacks.OpenInterest, forecast.Health.Lacks);
        Assert.Equal(0, forecast.Health.Confidence);
        Assert.Equal(0, forecast.Map.OpenQuantity(PositionSide.Long));
    }

    [Fact]
    public void Update_OpenInterestStops_HalvesConfidenceEveryDayAndOnlyConsumes()
    {
        LiquidationForecast before = Run(Good[..952]);
        LiquidationForecast forecast = Run([.. Good[..952], .. Good[952..].Select(bar => bar with { OpenInterestQuantity = double.NaN })]);

        Assert.Equal(MapLacks.LatestOpenInterest, forecast.Health.Lacks);
        Assert.Equal((1 - Seeded(forecast)) / 4, forecast.Health.Confidence, tolerance: 1e-9);
        Assert.True(forecast.Map.OpenQuantity(PositionSide.Long) <= before.Map.OpenQuantity(PositionSide.Long));
    }

    [Fact]
    public void Update_NoLiquidations_AreSaidAfterAWeekAndCostAFifth()
    {
        MarketBar[] Silent(int from) => [.. Good.Select((bar, i) => i < from
            ? bar
            : bar with { LiquidatedLongNotional = double.NaN, LiquidatedShortNotional = double.NaN })];

        Assert.Equal(MapLacks.None, Run(Silent(833)).Health.Lacks);
        LiquidationForecast forecast = Run(Silent(832));
        Assert.Equal(MapLacks.Liquidations, forecast.Health.Lacks);
        Assert.Equal(0.8 * (1 - Seeded(forecast)), forecast.Health.Confidence, tolerance: 1e-12);
    }

    [Fact]
    public void Update_BarsMissing_AreSaidForAWeekAndForgottenSlowly()
    {
        LiquidationForecast atOnce = Run([.. Good[..500], .. Good[524..525]]);
        Assert.Equal(MapLacks.Bars, atOnce.Health.Lacks);
        Assert.Equal((1 - Seeded(atOnce)) / 2, atOnce.Health.Confidence, tolerance: 1e-9);
        Assert.Equal(1, atOnce.Map.OpenQuantity(PositionSide.Long) / Good[524].OpenInterestQuantity, tolerance: 1e-9);

        LiquidationForecast later = Run([.. Good[..500], .. Good[524..597]]);
        Assert.Equal((1 - Seeded(later)) * Math.Pow(0.5, 0.5), later.Health.Confidence, tolerance: 1e-9);
        Assert.Equal(MapLacks.None, Run([.. Good[..500], .. Good[524..693]]).Health.Lacks);
    }

    [Fact]
    public void Update_OpenInterestJump_IsSaidAndLowersConfidence()
    {
        LiquidationForecast steady = Run(Good);
        MarketBar[] jumping = [.. Good.Select((bar, i) => i < 996 ? bar : bar with { OpenInterestQuantity = 2 * bar.OpenInterestQuantity })];
        LiquidationForecast forecast = Run(jumping);

        Assert.Equal(MapLacks.SteadyOpenInterest, forecast.Health.Lacks & MapLacks.SteadyOpenInterest);
        Assert.True(forecast.Health.Confidence < 0.7 * steady.Health.Confidence);
        Assert.Equal(1, forecast.Map.OpenQuantity(PositionSide.Short) / jumping[^1].OpenInterestQuantity, tolerance: 1e-9);
    }

    [Fact]
    public void Update_PriceUnitChange_IsSaidAndTheMapGoesOn()
    {
        MarketBar[] changed = [.. Good.Select((bar, i) => i < 990 ? bar : bar with
        {
            Open = 1000 * bar.Open,
            High = 1000 * bar.High,
            Low = 1000 * bar.Low,
            Close = 1000 * bar.Close,
            OpenInterestQuantity = bar.OpenInterestQuantity / 1000,
        })];
        LiquidationForecast steady = Run(Good);
        LiquidationForecast forecast = Run(changed);

        Assert.Equal(MapLacks.SteadyUnit, forecast.Health.Lacks);
        Assert.Equal(0.9 * steady.Health.Confidence, forecast.Health.Confidence, tolerance: 1e-6);
    }

    // 60% heard, 40% silent: 0.6 + 0.4 / 2 after a day, 0.6 + 0.4 / 4 after two.
    [Theory]
    [InlineData(1, 0.988613)]
    [InlineData(24, 0.8)]
    [InlineData(48, 0.7)]
    public void Update_OneVenueSilent_IsSaidAndCostsItsShareOfTheMass(int hours, double left)
    {
        LiquidationForecast forecast = RunVenues(600, i => [600, i < 600 - hours ? 400 : double.NaN]);

        Assert.Equal(MapLacks.VenueOpenInterest, forecast.Health.Lacks);
        Assert.Equal(left * (1 - Seeded(forecast)), forecast.Health.Confidence, tolerance: 1e-6);
        Assert.True(forecast.Health.Confidence > left - 0.1);
    }

    [Fact]
    public void Update_VenueHeardAgain_LacksNothing()
    {
        LiquidationForecast forecast = RunVenues(600, i => [600, i is < 500 or > 548 ? 400 : double.NaN]);

        Assert.Equal(MapLacks.None, forecast.Health.Lacks);
        Assert.Equal(1 - Seeded(forecast), forecast.Health.Confidence, tolerance: 1e-12);
    }

    // The market has open interest all along, of venues that the book does not know: half is left after a day.
    [Fact]
    public void Update_NoneOfTheVenuesKnown_IsSaidAndCostsLikeSilence()
    {
        LiquidationForecast forecast = RunVenues(600, i => i < 576 ? [600, 400] : [double.NaN, double.NaN]);

        Assert.Equal(MapLacks.VenueOpenInterest, forecast.Health.Lacks);
        Assert.Equal(0.5 * (1 - Seeded(forecast)), forecast.Health.Confidence, tolerance: 1e-9);
    }

    // Silent for one day and for two: 0.6 / 2 + 0.4 / 4. The market's own silence is said instead of the venues', not beside it.
    [Fact]
    public void Update_VenuesSilentForUnlikeTimes_EachCostsItsOwn()
    {
        LiquidationForecast forecast = RunVenues(
            600, i => [i < 576 ? 600 : double.NaN, i < 552 ? 400 : double.NaN], i => i < 576 ? 1000 : double.NaN);

        Assert.Equal(MapLacks.LatestOpenInterest, forecast.Health.Lacks);
        Assert.Equal(0.4 * (1 - Seeded(forecast)), forecast.Health.Confidence, tolerance: 1e-9);
    }

    // A venue that never published has no mass in the map, so nothing of the map is unsure for it.
    [Fact]
    public void Update_VenueNeverHeard_CostsNothing()
    {
        LiquidationForecast forecast = RunVenues(600, _ => [600, double.NaN]);

        Assert.Equal(MapLacks.None, forecast.Health.Lacks);
        Assert.Equal(1 - Seeded(forecast), forecast.Health.Confidence, tolerance: 1e-12);
    }

    /// <summary>Two venues whose liquidations all lie out of the walk's reach: each holds exactly the open interest it published last.</summary>
    private static LiquidationForecast RunVenues(int count, Func<int, double[]> interests, Func<int, double>? market = null)
    {
        LeverageKernel far = new("far", "1", "any", [new KernelPoint(Math.Log(0.3), 1)], [new KernelPoint(Math.Log(3), 1)]);
        VenueLiquidationBook book = new(["a", "b"], [far, far], LiquidationMapOptions.Calibrated(Hour, LiquidationModel.TurnoverPerHour));
        LiquidationForecast forecast = new(book, Hour);
        for (int i = 0; i < count; i++)
        {
            double[] each = interests(i);
            book.Tell([VenueBars.Of("a", each[0]), VenueBars.Of("b", each[1])]);
            forecast.Update(Good[i] with { OpenInterestQuantity = market is null ? 1000 : market(i) });
        }

        return forecast;
    }

    private static double Seeded(LiquidationForecast forecast) =>
        (forecast.Map.SeededShare(PositionSide.Long) + forecast.Map.SeededShare(PositionSide.Short)) / 2;

    private static LiquidationForecast Run(IReadOnlyList<MarketBar> bars)
    {
        LiquidationForecast forecast = new(LiquidationModel.CreateMap(Hour), Hour);
        foreach (MarketBar bar in bars)
        {
            forecast.Update(bar);
        }

        return forecast;
    }
}
