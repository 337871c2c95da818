using LiqIndicators.Analytics.Liquidation;
using LiqIndicators.Analytics.Market;
using LiqIndicators.Analytics.Streaming;
using LiqIndicators.Analytics.Tests.Contract;
using LiqIndicators.TestKit;

namespace LiqIndicators.Analytics.Tests.Liquidation;

/// <summary>The streaming contract with the calibrated choices, which use every other branch.</summary>
public sealed class CalibratedMapContractTests : StreamingContract<MarketBar, LiquidationMapStep>
{
    protected override IStreamingIndicator<MarketBar, LiquidationMapStep> Create() =>
        new LiquidationMap(LeverageKernels.Wide(), LiquidationMapOptions.Calibrated(TimeSpan.FromHours(1), 0.04));

    protected override MarketBar[] Series(int count) => RandomMarket.Walk(seed: 11, count);

    protected override double MainValue(LiquidationMapStep reading) => reading.OpenShortQuantity;

    protected override LiquidationMapStep[] Run(IReadOnlyList<MarketBar> series) => StreamingRun.Over(Create(), series);

    [Fact]
    public void Preview_LongSeries_LeavesEveryCellAlone()
    {
        // More bars than lie between two fresh summations, a window small enough to move, open interest missing now and then.
        LiquidationMapOptions options = LiquidationMapOptions.Calibrated(TimeSpan.FromHours(1), 0.04) with { CellsPerSide = 512 };
        LiquidationMap plain = new(LeverageKernels.Wide(), options);
        LiquidationMap peeked = new(LeverageKernels.Wide(), options);
        MarketBar[] bars = RandomMarket.Walk(seed: 12, 6000, missingEvery: 25);
        LiquidationMapSnapshot expected = new();
        LiquidationMapSnapshot actual = new();
        for (int i = 0; i < bars.Length; i++)
        {
            peeked.Preview(bars[Math.Min(i + 5, bars.Length - 1)]);
            LiquidationMapStep preview = peeked.Preview(bars[i]);
            Assert.Equal(preview, plain.Update(bars[i]));
            Assert.Equal(preview, peeked.Update(bars[i]));
            if (i % 100 == 0)
            {
                expected.CopyFrom(plain);
                actual.CopyFrom(peeked);
                foreach (PositionSide side in new[] { PositionSide.Long, PositionSide.Short })
                {
                    Assert.True(expected.Quantities(side).SequenceEqual(actual.Quantities(side)));
                    Assert.Equal(plain.OffGridQuantity(side), peeked.OffGridQuantity(side));
                }
            }
        }
    }

    [Fact]
    public void Update_LongSeries_AllocatesNothing()
    {
        LiquidationMapOptions options = LiquidationMapOptions.Calibrated(TimeSpan.FromHours(1), 0.04) with { CellsPerSide = 512 };
        LiquidationMap map = new(LeverageKernels.Wide(), options);
        MarketBar[] bars = RandomMarket.Walk(seed: 13, 10_000);
        map.Update(bars[0]);

        Assert.Equal(0, Allocations.Of(1, bars.Length, i => map.Update(bars[i])));
    }
}
