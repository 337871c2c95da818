using cAlgo.API;
using LiqIndicators.Terminal.Charting;
using LiqIndicators.Terminal.Charting.Pictures;
using LiqIndicators.Terminal.Runtime;
using LiqIndicators.Terminal.Series;
using LiqIndicators.Terminal.Trading;

namespace LiqIndicators.Terminal;

/// <summary>An open chart: a symbol, a time frame, and the algos attached to them.</summary>
public sealed class TerminalChart
{
    private readonly List<RunningAlgo> _algos = [];

    internal TerminalChart(TerminalCore core, BarsSeries bars)
    {
        Core = core;
        BarsSeries = bars;
        Face = new TerminalFace(core, bars, core.Symbols.Find(bars.SymbolName), TryChange);
    }

    /// <summary>The chart as algos see it.</summary>
    public Chart Chart => Face.Chart;

    /// <summary>The same chart with what algos drew on it and how often.</summary>
    public RecordingChart Recording => Face.Chart;

    /// <summary>The bars shown.</summary>
    public Bars Bars => BarsSeries;

    /// <summary>Name of the symbol shown.</summary>
    public string SymbolName => BarsSeries.SymbolName;

    /// <summary>Time frame shown.</summary>
    public TimeFrame TimeFrame => BarsSeries.TimeFrame;

    /// <summary>The attached algos, in the order of their coming.</summary>
    public IReadOnlyList<RunningAlgo> Algos => _algos;

    internal TerminalCore Core { get; }

    internal TerminalFace Face { get; }

    internal BarsSeries BarsSeries { get; private set; }

    /// <summary>The chart with its windows as a PNG file.</summary>
    /// <param name="options">What to show; null for the newest bars.</param>
    /// <exception cref="ArgumentException">The size, or the stretch of time, is impossible.</exception>
    public byte[] ToPng(ChartPictureOptions? options = null) => ChartPicture.ToPng(
        Recording,
        [.. _algos.Select(algo => algo.Instance).OfType<Indicator>().Select(indicator => ChartedIndicator.Of(indicator)).Where(indicator => indicator.IsOverlay)],
        options);

    /// <summary>Shows another time frame: indicators get new instances, robots stay as they are.</summary>
    /// <exception cref="NotSupportedException">The recording is too coarse, or the kind of bar is not built here.</exception>
    public void ChangeTimeFrame(TimeFrame timeFrame) => Change(timeFrame, SymbolName);

    internal void Add(RunningAlgo algo)
    {
        _algos.Add(algo);
        algo.Start();
    }

    internal void Forget(RunningAlgo algo) => _algos.Remove(algo);

    internal void OnPrice(TerminalSymbol symbol)
    {
        if (symbol.Name != SymbolName)
        {
            return;
        }

        foreach (RunningAlgo algo in _algos.ToArray())
        {
            algo.OnCalculate(symbol);
        }

        Face.Chart.NoteBarsChanged();
    }

    private bool TryChange(TimeFrame timeFrame, string symbolName)
    {
        if (!Core.Symbols.Exists(symbolName))
        {
            return false;
        }

        // An algo may ask for it in the middle of its own call, so it waits its turn.
        Core.Dispatcher.Post(() => Change(timeFrame, symbolName));
        return true;
    }

    private void Change(TimeFrame timeFrame, string symbolName)
    {
        Core.CheckThread();
        BarsSeries = Core.GetBars(timeFrame, symbolName);
        Face.Chart.Show(BarsSeries, Core.Symbols.Find(symbolName));
        foreach (RunningAlgo algo in _algos.Where(algo => algo.AlgoType.IsAssignableTo(typeof(Indicator))).ToArray())
        {
            algo.Restart();
        }
    }
}
