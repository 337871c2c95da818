using LiqIndicators.Analytics.Cascade;
using LiqIndicators.Analytics.Market;
using LiqIndicators.Analytics.Streaming;
using LiqIndicators.Analytics.Tests.Contract;

namespace LiqIndicators.Analytics.Tests.Cascade;

public sealed class CascadeFeaturesTests : StreamingContract<MarketBar, CascadeFeatureSet>
{
    // The definition, slowly: every mean over the whole past with its weights written out.
    [Fact]
    public void Update_AnyMarket_IsTheLogarithmOfDecayedMeans()
    {
        MarketBar[] bars = Series(260);
        CascadeFeatureSet last = CascadeFeatures.Run(bars)[^1];
        double[] squares = [.. Enumerable.Range(1, bars.Length - 1).Select(i => Math.Pow((bars[i].Close / bars[i - 1].Close) - 1, 2))];
        double[] longs = [.. bars.Select(bar => bar.LiquidatedLongNotional)];

        Assert.Equal(0.5 * Math.Log(Mean(squares, 12) / Mean(squares, 168)), last.ShortRunVolatility, tolerance: 1e-9);
        Assert.Equal(0.5 * Math.Log(Mean(squares, 168) / Mean(squares, 720)), last.LongRunVolatility, tolerance: 1e-9);
        Assert.Equal(Math.Log((Mean(longs, 6) + 10_000) / (Mean(longs, 168) + 10_000)), last.LongLiquidations, tolerance: 1e-9);
        Assert.Equal(
            Math.Log(bars[^1].OpenInterestQuantity / Mean([.. bars.Select(bar => bar.OpenInterestQuantity)], 168)), last.OpenInterestGrowth, tolerance: 1e-9);
        Assert.Equal(1e4 * Mean([.. bars.Select(bar => bar.FundingRate)], 24), last.Funding, tolerance: 1e-9);
    }

    protected override IStreamingIndicator<MarketBar, CascadeFeatureSet> Create() => new CascadeFeatures();

    protected override CascadeFeatureSet[] Run(IReadOnlyList<MarketBar> series) => CascadeFeatures.Run(series);

    protected override double MainValue(CascadeFeatureSet reading) => reading.ShortRunVolatility;

    protected override MarketBar[] Series(int count) => RandomMarket.Bars(count, seed: 29);

    private static double Mean(double[] values, double halfLife)
    {
        double sum = 0;
        double weights = 0;
        for (int i = 0; i < values.Length; i++)
        {
            double weight = Math.Pow(2, -(values.Length - 1 - i) / halfLife);
            sum += weight * values[i];
            weights += weight;
        }

        return sum / weights;
    }
}
