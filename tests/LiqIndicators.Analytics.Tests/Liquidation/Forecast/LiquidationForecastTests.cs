using LiqIndicators.Analytics.Liquidation;
using LiqIndicators.Analytics.Liquidation.Forecast;
using LiqIndicators.Analytics.Market;
using LiqIndicators.Analytics.Tests.Scoring.Map;
using LiqIndicators.TestKit;

namespace LiqIndicators.Analytics.Tests.Liquidation.Forecast;

public sealed class LiquidationForecastTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly MarketBar[] Bars = Market(seed: 3);

    [Fact]
    public void Update_EachBar_LearnsFromTheMapBeforeIt()
    {
        LiquidationForecast forecast = Create();
        LiquidationMap map = LiquidationModel.CreateMap(Hour);
        LiquidationScale scale = new(1);
        LiquidationRange range = new();
        foreach (MarketBar bar in Bars)
        {
            if (map.IsReady)
            {
                double crossed = bar.Open * map.QuantityBetween(PositionSide.Long, bar.Low, bar.Open);
                if ((bar.Open - bar.Low) / bar.Open >= 0.0005)
                {
                    range.Update(scale.Value * crossed, bar.LiquidatedLongNotional);
                }

                scale.Update(crossed, bar.LiquidatedLongNotional);
            }

            map.Update(bar);
            forecast.Update(bar);
            Assert.Equal(scale.Value, forecast.Scale(PositionSide.Long));
        }

        Assert.NotEqual(0.06, scale.Value, tolerance: 1e-3);
        Assert.Equal(Bars.Length - 1, forecast.LearntBars);
        Assert.Equal(range.Around(scale.Value * 3e7), forecast.Expect(PositionSide.Long, 3e7));
    }

    [Fact]
    public void CrossedNotional_AgainstTheSide_IsNothing()
    {
        LiquidationForecast forecast = Create();
        forecast.Update(Bars[0]);
        double price = Bars[0].Close;

        Assert.True(forecast.CrossedNotional(PositionSide.Long, price, 0.9 * price) > 0);
        Assert.True(forecast.CrossedNotional(PositionSide.Short, price, 1.1 * price) > 0);
        Assert.Equal(0, forecast.CrossedNotional(PositionSide.Long, price, 1.1 * price));
        Assert.Equal(0, forecast.CrossedNotional(PositionSide.Short, price, 0.9 * price));
    }

    [Fact]
    public void Update_NoLiquidationsPublished_StaysAtThePrior()
    {
        LiquidationForecast forecast = Create();
        LiquidationEstimate prior = forecast.Expect(PositionSide.Short, 1e8);
        foreach (MarketBar bar in Bars)
        {
            forecast.Update(Silent(bar));
        }

        Assert.Equal(0, forecast.LearntBars);
        Assert.Equal(0.06, forecast.Scale(PositionSide.Short));
        Assert.Equal(prior, forecast.Expect(PositionSide.Short, 1e8));
    }

    [Fact]
    public void Update_OneSilentBar_KeepsWhatWasLearnt()
    {
        LiquidationForecast forecast = Create();
        foreach (MarketBar bar in Bars[..^1])
        {
            forecast.Update(bar);
        }

        LiquidationEstimate before = forecast.Expect(PositionSide.Long, 1e8);
        forecast.Update(Silent(Bars[^1]));

        Assert.Equal(before, forecast.Expect(PositionSide.Long, 1e8));
    }

    [Fact]
    public void Expect_OtherUnitOfPrice_IsTheSameDollars()
    {
        LiquidationForecast forecast = Create();
        LiquidationForecast inCents = Create();
        foreach (MarketBar bar in Bars)
        {
            forecast.Update(bar);
            inCents.Update(bar with
            {
                Open = 100 * bar.Open,
                High = 100 * bar.High,
                Low = 100 * bar.Low,
                Close = 100 * bar.Close,
                OpenInterestQuantity = bar.OpenInterestQuantity / 100,
            });
        }

        double price = Bars[^1].Close;
        foreach ((PositionSide side, double to) in new[] { (PositionSide.Long, 0.95 * price), (PositionSide.Short, 1.05 * price) })
        {
            LiquidationEstimate expected = forecast.Expect(side, forecast.CrossedNotional(side, price, to));
            LiquidationEstimate actual = inCents.Expect(side, inCents.CrossedNotional(side, 100 * price, 100 * to));
            Assert.Equal(expected.Notional, actual.Notional, tolerance: 1e-9 * expected.Notional);
            Assert.Equal(expected.LowNotional, actual.LowNotional, tolerance: 1e-9 * expected.LowNotional);
            Assert.Equal(expected.HighNotional, actual.HighNotional, tolerance: 1e-9 * expected.HighNotional);
        }
    }

    [Fact]
    public void Update_LongSeries_AllocatesNothing()
    {
        LiquidationForecast forecast = Create();
        forecast.Update(Bars[0]);
        forecast.Expect(PositionSide.Long, 1);
        long allocated = Allocations.Of(1, Bars.Length, i =>
        {
            forecast.Update(Bars[i]);
            forecast.Expect(PositionSide.Long, 1e6);
        });

        Assert.Equal(0, allocated);
    }

    private static LiquidationForecast Create() => new(LiquidationModel.CreateMap(Hour), Hour);

    private static MarketBar Silent(MarketBar bar) =>
        bar with { LiquidatedLongNotional = double.NaN, LiquidatedShortNotional = double.NaN };

    private static MarketBar[] Market(int seed) =>
        HourlyMarket.Walk(seed, 1500, bar => (2e3 * (bar.Open - bar.Low), 2e3 * (bar.High - bar.Open)));
}
