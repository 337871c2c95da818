using LiqIndicators.Analytics.Liquidation;
using LiqIndicators.Analytics.Liquidation.Forecast;
using LiqIndicators.Analytics.Market;
using LiqIndicators.TestKit;

namespace LiqIndicators.Analytics.Tests.Liquidation.Forecast;

public sealed class LiquidationEnsembleTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly MarketBar[] Bars = RandomMarket.Walk(seed: 31, 700);

    [Fact]
    public void NotionalBetween_AnyBand_IsTheLeastOwnAndMostOfMapsRunAlone()
    {
        LeverageKernel[] kernels =
        [
            LeverageKernels.Wide(),
            LeverageKernels.Textbook(),
            LeverageKernels.Hyperliquid(),
            LeverageKernels.LogNormalGraded(0.06, 1.0, 0.001, 1600, 12, 0.25),
            LeverageKernels.LogNormalGraded(0.16, 1.4, 0.001, 1600, 12, 0.25),
        ];
        LiquidationMap[] maps = [.. kernels.Select(kernel => LiquidationModel.CreateMap(Hour, kernel))];
        LiquidationEnsemble ensemble = new(Hour);
        foreach (MarketBar bar in Bars)
        {
            ensemble.Take(bar);
            foreach (LiquidationMap map in maps)
            {
                map.Update(bar);
            }
        }

        double price = Bars[^1].Close;
        foreach ((PositionSide side, double low, double high) in new[]
            { (PositionSide.Long, 0.9, 0.95), (PositionSide.Long, 0.98, 0.99), (PositionSide.Short, 1.01, 1.03), (PositionSide.Short, 1.2, 1.4) })
        {
            double[] alone = [.. maps.Select(map => map.NotionalBetween(side, low * price, high * price))];
            EnsembleEstimate estimate = ensemble.NotionalBetween(side, low * price, high * price);
            Assert.Equal(new EnsembleEstimate(alone.Min(), alone[0], alone.Max()), estimate);
            Assert.True(estimate.LowNotional < estimate.HighNotional);
        }
    }

    [Fact]
    public void OuterRange_AnyBand_HoldsItsAmountUnderEveryKernelOrIsThriceAsHigh()
    {
        LiquidationMap[] others =
        [
            LiquidationModel.CreateMap(Hour, LeverageKernels.Textbook()),
            LiquidationModel.CreateMap(Hour, LeverageKernels.Hyperliquid()),
            LiquidationModel.CreateMap(Hour, LeverageKernels.LogNormalGraded(0.06, 1.0, 0.001, 1600, 12, 0.25)),
            LiquidationModel.CreateMap(Hour, LeverageKernels.LogNormalGraded(0.16, 1.4, 0.001, 1600, 12, 0.25)),
        ];
        LiquidationEnsemble ensemble = new(Hour);
        foreach (MarketBar bar in Bars)
        {
            ensemble.Take(bar);
            Array.ForEach(others, map => map.Update(bar));
        }

        double price = Bars[^1].Close;
        int grown = 0;
        int full = 0;
        for (int percent = 2; percent < 20; percent++)
        {
            double low = price * (1 - ((percent + 0.6) / 100));
            double high = price * (1 - (percent / 100.0));
            double amount = ensemble.Map.QuantityBetween(PositionSide.Long, low, high);
            (double outerLow, double outerHigh) = ensemble.OuterRange(PositionSide.Long, low, high);
            bool isHeld = others.All(map => map.QuantityBetween(PositionSide.Long, outerLow, outerHigh) >= amount);
            double growth = Math.Log(low / outerLow);
            Assert.Equal(growth, Math.Log(outerHigh / high), tolerance: 1e-9);
            Assert.True(isHeld || growth >= Math.Log(high / low) - 0.0005);
            Assert.True(growth <= Math.Log(high / low) + 0.0005);

            // One cell less would not do.
            double less = Math.Exp(0.001);
            Assert.True(growth == 0 || others.Any(
                map => map.QuantityBetween(PositionSide.Long, outerLow * less, outerHigh / less) < amount));
            grown += growth > 0 ? 1 : 0;
            full += isHeld ? 1 : 0;
        }

        Assert.True(grown > 3 && full > 3);
    }

    [Fact]
    public void NotionalBetween_NoBars_IsNothing() =>
        Assert.Equal(new EnsembleEstimate(0, 0, 0), new LiquidationEnsemble(Hour).NotionalBetween(PositionSide.Long, 1, 2));

    [Fact]
    public void Take_LongSeries_AllocatesNothing()
    {
        LiquidationEnsemble ensemble = new(Hour);
        ensemble.Take(Bars[0]);
        ensemble.NotionalBetween(PositionSide.Long, 90, 95);
        long allocated = Allocations.Of(1, Bars.Length, i =>
        {
            ensemble.Take(Bars[i]);
            ensemble.NotionalBetween(PositionSide.Long, 90, 95);
        });

        Assert.Equal(0, allocated);
    }
}
