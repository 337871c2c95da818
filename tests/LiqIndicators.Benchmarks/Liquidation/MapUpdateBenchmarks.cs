using BenchmarkDotNet.Attributes;
using LiqIndicators.Analytics.Liquidation;
using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Benchmarks.Liquidation;

/// <summary>
/// Cost of one closed bar, over a year of minutes: the map with 40 points a side, against one logarithm per bar (the unit
/// that does not depend on the machine) and against a map that decays every cell eagerly. The bar to hold: a Ratio of 40 for
/// <see cref="MapUpdate"/>. The calibrated map has 52 points and up to three entry prices per bar.
/// </summary>
[MemoryDiagnoser]
public class MapUpdateBenchmarks
{
    private const int EagerBars = 10_000;

    // Enough passes to last as long as a map's year: on a busy machine both then lose the processor as often.
    private const int Passes = 32;
    private readonly LeverageKernel _kernel = LeverageKernels.LogNormalQuantiles(median: 0.04, sigma: 1, points: 40);
    private readonly LiquidationMapOptions _options = new()
    {
        TurnoverPerBar = LiquidationMapOptions.SharePerBar(0.01, TimeSpan.FromMinutes(1)),
    };

    private MarketBar[] _bars = Array.Empty<MarketBar>();
    private LiquidationMap _map = null!;
    private LiquidationMap _calibrated = null!;
    private EagerMap _eager = null!;

    [GlobalSetup]
    public void Setup() => _bars = YearOfMinutes.Make(seed: 1);

    [IterationSetup]
    public void NewMaps()
    {
        _map = new LiquidationMap(_kernel, _options);
        _calibrated = LiquidationModel.CreateMap(TimeSpan.FromMinutes(1));
        _eager = new EagerMap(_kernel, _options);
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Passes * YearOfMinutes.Count)]
    public double OneLogarithmPerBar()
    {
        double sum = 0;
        for (int pass = 0; pass < Passes; pass++)
        {
            foreach (ref readonly MarketBar bar in _bars.AsSpan())
            {
                sum += Math.Log(bar.Close);
            }
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = YearOfMinutes.Count)]
    public double MapUpdate()
    {
        foreach (ref readonly MarketBar bar in _bars.AsSpan())
        {
            _map.Update(bar);
        }

        return _map.OpenQuantity(PositionSide.Long);
    }

    [Benchmark(OperationsPerInvoke = YearOfMinutes.Count)]
    public double CalibratedMapUpdate()
    {
        foreach (ref readonly MarketBar bar in _bars.AsSpan())
        {
            _calibrated.Update(bar);
        }

        return _calibrated.OpenQuantity(PositionSide.Long);
    }

    [Benchmark(OperationsPerInvoke = EagerBars)]
    public double EagerMapUpdate()
    {
        foreach (ref readonly MarketBar bar in _bars.AsSpan(0, EagerBars))
        {
            _eager.Update(bar);
        }

        return _eager.OpenLong;
    }
}
