using LiqIndicators.Analytics.Liquidation;
using LiqIndicators.Analytics.Market;
using LiqIndicators.Analytics.Tests.Contract;

namespace LiqIndicators.Analytics.Tests.Liquidation;

public sealed class LiquidationMapContractTests : KernelContract<LiquidationMap, MarketBar, LiquidationMapStep>
{
    private static readonly MarketBar[] Bars = Series();

    protected override int WarmUpSamples => 3;

    // More bars than lie between two fresh summations, and enough to move the window of cells.
    protected override int Samples => 5000;

    protected override LiquidationMap Create() =>
        new(LeverageKernels.Hyperliquid(), new LiquidationMapOptions { CellsPerSide = 512 });

    protected override MarketBar Sample(int index) => Bars[index];

    protected override LiquidationMapStep Update(LiquidationMap kernel, MarketBar input) => kernel.Update(input);

    protected override LiquidationMapStep Preview(LiquidationMap kernel, MarketBar input) => kernel.Preview(input);

    protected override bool IsAvailable(LiquidationMapStep output) => !output.Notes.HasFlag(LiquidationMapNotes.NotStarted);

    protected override object StateOf(LiquidationMap kernel) => (
        kernel.Bars,
        kernel.AsOfUtc,
        kernel.LongLedger,
        kernel.ShortLedger,
        kernel.SeededShare(PositionSide.Long),
        kernel.OpenQuantity(PositionSide.Long),
        kernel.OffGridQuantity(PositionSide.Short),
        kernel.Bars == 0 ? 0 : kernel.NotionalBetween(PositionSide.Long, 1, kernel.LastPrice),
        kernel.Bars == 0 ? 0 : kernel.AgeHoursBetween(PositionSide.Short, kernel.LastPrice, 1000));

    private static MarketBar[] Series()
    {
        // The open interest starts with the fourth bar.
        MarketBar[] bars = RandomMarket.Walk(seed: 7, 10_001, missingEvery: 25);
        for (int i = 0; i < 4; i++)
        {
            bars[i] = bars[i] with { OpenInterestQuantity = i < 3 ? double.NaN : 1000 };
        }

        return bars;
    }
}
