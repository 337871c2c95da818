using cAlgo.API;
using cAlgo.API.Hosting;
using cAlgo.API.Internals;
using LiqIndicators.Terminal.Charting;
using LiqIndicators.Terminal.Series;

namespace LiqIndicators.Terminal.Runtime;

/// <summary>Joins a recording chart to the terminal: who calls it, whose handlers it calls, and when its bars change.</summary>
internal sealed class TerminalFace : IChartHost
{
    private readonly TerminalCore _core;

    internal TerminalFace(TerminalCore core, BarsSeries bars, Symbol symbol, Func<TimeFrame, string, bool> tryChange)
    {
        _core = core;
        RecordingChartOptions options = new()
        {
            Id = new Guid(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte)(core.Charts.Count + 1)),
            Theme = core.Application.ColorTheme,
            RightMarginBars = core.Options.RightMarginBars,
            RaisesScrollOnNewBar = core.Options.NewBarsScrollCharts,
            TryChange = tryChange,
        };
        Chart = new RecordingChart(bars, symbol, options, this);
    }

    /// <summary>The face that algos see.</summary>
    internal RecordingChart Chart { get; }

    public void CheckAccess() => _core.CheckThread();

    public void Run(IAlgoHost? algo, string name, Action callback)
    {
        if (algo is AlgoHost host)
        {
            host.Run(name, callback);
        }
        else
        {
            callback();
        }
    }

    /// <summary>The instance is gone: drops its window, its drawings and its controls.</summary>
    internal void Remove(AlgoHost host)
    {
        Chart.Detach(host.Root.InstanceId);
        if (host.Area is RecordingIndicatorArea area)
        {
            Chart.RemoveIndicatorArea(area);
        }
    }
}
