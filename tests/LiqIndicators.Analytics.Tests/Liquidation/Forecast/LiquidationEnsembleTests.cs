using LiqIndicators.Analytics.Liquidation;
using LiqIndicators.Analytics.Liquidation.Forecast;
using LiqIndicators.Analytics.Market;

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
            ensemble.Update(bar);
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
    public void NotionalBetween_NoBars_IsNothing() =>
        Assert.Equal(new EnsembleEstimate(0, 0, 0), new LiquidationEnsemble(Hour).NotionalBetween(PositionSide.Long, 1, 2));

    [Fact]
    public void Update_LongSeries_AllocatesNothing()
    {
        LiquidationEnsemble ensemble = new(Hour);
        ensemble.Update(Bars[0]);
        ensemble.NotionalBetween(PositionSide.Long, 90, 95);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 1; i < Bars.Length; i++)
        {
            ensemble.Update(Bars[i]);
            ensemble.NotionalBetween(PositionSide.Long, 90, 95);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
