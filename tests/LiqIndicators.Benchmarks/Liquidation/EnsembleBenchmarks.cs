using BenchmarkDotNet.Attributes;
using LiqIndicators.Analytics.Liquidation;
using LiqIndicators.Analytics.Liquidation.Forecast;
using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Benchmarks.Liquidation;

/// <summary>Cost of one closed bar for five kernels side by side against one. The bar to hold: a Ratio of 5.</summary>
[MemoryDiagnoser]
public class EnsembleBenchmarks
{
    private MarketBar[] _bars = Array.Empty<MarketBar>();
    private LiquidationMap _map = null!;
    private LiquidationEnsemble _ensemble = null!;

    [GlobalSetup]
    public void Setup() => _bars = YearOfMinutes.Make(seed: 1);

    [IterationSetup]
    public void NewMaps()
    {
        _map = LiquidationModel.CreateMap(TimeSpan.FromMinutes(1));
        _ensemble = new LiquidationEnsemble(TimeSpan.FromMinutes(1));
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = YearOfMinutes.Count)]
    public double OneMap()
    {
        foreach (ref readonly MarketBar bar in _bars.AsSpan())
        {
            _map.Update(bar);
        }

        return _map.OpenQuantity(PositionSide.Long);
    }

    [Benchmark(OperationsPerInvoke = YearOfMinutes.Count)]
    public double Ensemble()
    {
        foreach (ref readonly MarketBar bar in _bars.AsSpan())
        {
            _ensemble.Take(bar);
        }

        return _ensemble.Map.OpenQuantity(PositionSide.Long);
    }
}
