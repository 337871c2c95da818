using LiqIndicators.Analytics.Liquidation;
using LiqIndicators.Analytics.Liquidation.Forecast;
using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Analytics.Tests.Liquidation.Forecast;

public sealed class FittedLiquidationBookTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly MarketBar[] Bars = RandomMarket.Walk(seed: 51, 2500);

    [Fact]
    public void Take_NoLiquidations_StaysAtThePriorAndConserves()
    {
        FittedLiquidationBook book = new(Hour);
        foreach (MarketBar bar in Bars)
        {
            book.Take(bar);
            foreach (PositionSide side in new[] { PositionSide.Long, PositionSide.Short })
            {
                Assert.Equal(1, book.Map.OpenQuantity(side) / bar.OpenInterestQuantity, tolerance: 1e-9);
            }
        }

        Assert.Equal([0.6, 0.1, 0.1, 0.1, 0.1], book.Weights(PositionSide.Long).ToArray());
        Assert.Equal("1 after 0 bars", book.Kernel.Version);
        double mixed = (0.6 * LeverageKernels.Wide().ShareWithin(PositionSide.Long, 0.05))
            + (0.1 * LeverageKernels.Textbook().ShareWithin(PositionSide.Long, 0.05))
            + (0.1 * LeverageKernels.Hyperliquid().ShareWithin(PositionSide.Long, 0.05))
            + (0.1 * LeverageKernels.LogNormalGraded(0.05, 1, 0.001, 1600, 12, 0.15).ShareWithin(PositionSide.Long, 0.05))
            + (0.1 * LeverageKernels.LogNormalGraded(0.16, 1.4, 0.001, 1600, 12, 0.15).ShareWithin(PositionSide.Long, 0.05));
        Assert.Equal(mixed, book.Kernel.ShareWithin(PositionSide.Long, 0.05), tolerance: 1e-9);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Take_LiquidationsOfOneKernel_MoveTheWeightToIt(int truth)
    {
        LeverageKernel[] kernels =
        [
            LeverageKernels.Wide(),
            LeverageKernels.Textbook(),
            LeverageKernels.Hyperliquid(),
            LeverageKernels.LogNormalGraded(0.05, 1, 0.001, 1600, 12, 0.15),
            LeverageKernels.LogNormalGraded(0.16, 1.4, 0.001, 1600, 12, 0.15),
        ];
        FittedLiquidationBook book = new(Hour);
        foreach (MarketBar bar in Printed(kernels[truth]))
        {
            book.Take(bar);
            Assert.Equal(1, book.Map.OpenQuantity(PositionSide.Long) / bar.OpenInterestQuantity, tolerance: 1e-9);
        }

        foreach (PositionSide side in new[] { PositionSide.Long, PositionSide.Short })
        {
            double[] weights = book.Weights(side).ToArray();
            Assert.Equal(1, weights.Sum(), tolerance: 1e-12);
            Assert.True(weights[truth] > 0.3, string.Join(", ", weights));
            Assert.Equal(weights.Where((_, i) => i != 0).Max(), weights[truth]);
        }

        Assert.True(book.LearntBars > 2000);
    }

    [Fact]
    public void Take_AnyBar_IsForeseenBeforeItIsLearntFrom()
    {
        // What the book says before a bar cannot depend on what is printed in it or later.
        MarketBar[] printed = Printed(LeverageKernels.Textbook());
        FittedLiquidationBook whole = new(Hour);
        FittedLiquidationBook silent = new(Hour);
        for (int i = 0; i < 1000; i++)
        {
            whole.Take(printed[i]);
            silent.Take(printed[i]);
        }

        double[] before = whole.Weights(PositionSide.Long).ToArray();
        Assert.Equal(before, silent.Weights(PositionSide.Long).ToArray());
        whole.Take(printed[1000]);
        silent.Take(printed[1000] with { LiquidatedLongNotional = double.NaN, LiquidatedShortNotional = double.NaN });
        Assert.NotEqual(before, whole.Weights(PositionSide.Long).ToArray());
        Assert.Equal(before, silent.Weights(PositionSide.Long).ToArray());
    }

    /// <summary>The walk with liquidations that are 4% of what a map under a kernel is crossed of.</summary>
    private static MarketBar[] Printed(LeverageKernel kernel)
    {
        LiquidationMap map = LiquidationModel.CreateMap(Hour, kernel);
        MarketBar[] printed = new MarketBar[Bars.Length];
        for (int i = 0; i < Bars.Length; i++)
        {
            MarketBar bar = Bars[i] with { OpenInterestQuantity = 1e6 * Bars[i].OpenInterestQuantity };
            printed[i] = map.IsReady
                ? bar with
                {
                    LiquidatedLongNotional = 0.04 * bar.Open * map.QuantityBetween(PositionSide.Long, bar.Low, bar.Open),
                    LiquidatedShortNotional = 0.04 * bar.Open * map.QuantityBetween(PositionSide.Short, bar.Open, bar.High),
                }
                : bar;
            map.Update(bar);
        }

        return printed;
    }
}
