using cAlgo.API;
using cAlgo.API.Internals;
using LiqIndicators.Terminal.Series;

namespace LiqIndicators.Terminal.Runtime;

/// <summary>Makes the chart object that algos draw on.</summary>
internal interface IChartFactory
{
    /// <summary>Makes a chart; the terminal keeps it until the chart is closed.</summary>
    public ITerminalChart Create(ChartRequest request);
}

/// <summary>What a chart needs from the terminal.</summary>
/// <param name="Core">Clock, thread check, log and options.</param>
/// <param name="Bars">The bars shown first.</param>
/// <param name="Symbol">Their symbol.</param>
/// <param name="TryChange">Changes time frame and symbol of the chart; false when the terminal cannot show them.</param>
internal sealed record ChartRequest(
    TerminalCore Core, BarsSeries Bars, Symbol Symbol, Func<TimeFrame, string, bool> TryChange);

/// <summary>What the terminal tells a chart.</summary>
internal interface ITerminalChart
{
    /// <summary>The face that algos see.</summary>
    public Chart Chart { get; }

    /// <summary>Shows other bars.</summary>
    public void Show(BarsSeries bars, Symbol symbol);

    /// <summary>Opens a window below the chart for an indicator that is no overlay.</summary>
    public IndicatorArea AddIndicatorArea(RunningAlgo algo);

    /// <summary>The instance is gone: drops its window, its drawings and its controls.</summary>
    public void Remove(AlgoHost host);

    /// <summary>A price arrived or history was loaded.</summary>
    public void OnBarsChanged();

    /// <summary>The application changed its theme.</summary>
    public void OnColorThemeChanged(ColorTheme theme);
}
