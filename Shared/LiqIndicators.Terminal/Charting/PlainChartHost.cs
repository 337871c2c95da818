using cAlgo.API.Hosting;

namespace LiqIndicators.Terminal.Charting;

/// <summary>A chart without a terminal: handlers run plainly, and their exceptions reach the caller.</summary>
internal sealed class PlainChartHost : IChartHost
{
    public static PlainChartHost Instance { get; } = new();

    public void CheckAccess()
    {
        // Nothing to guard: whoever holds the chart owns it.
    }

    public void Run(IAlgoHost? algo, string name, Action callback)
    {
        IAlgoHost? outer = AlgoScope.Current;
        AlgoScope.Current = algo;
        try
        {
            callback();
        }
        finally
        {
            AlgoScope.Current = outer;
        }
    }
}
