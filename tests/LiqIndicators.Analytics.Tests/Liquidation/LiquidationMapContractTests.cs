using LiqIndicators.Analytics.Liquidation;
using LiqIndicators.Analytics.Market;
using LiqIndicators.Analytics.Streaming;
using LiqIndicators.Analytics.Tests.Contract;

namespace LiqIndicators.Analytics.Tests.Liquidation;

/// <summary>The streaming contract with the default choices.</summary>
public sealed class LiquidationMapContractTests : StreamingContract<MarketBar, LiquidationMapStep>
{
    protected override IStreamingIndicator<MarketBar, LiquidationMapStep> Create() =>
        new LiquidationMap(LeverageKernels.Hyperliquid(), new LiquidationMapOptions { CellsPerSide = 512 });

    protected override MarketBar[] Series(int count) => RandomMarket.Walk(seed: 7, count);

    protected override double MainValue(LiquidationMapStep reading) => reading.OpenLongQuantity;

    protected override LiquidationMapStep[] Run(IReadOnlyList<MarketBar> series) => StreamingRun.Over(Create(), series);
}
