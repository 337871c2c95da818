using cAlgo.API;
using cAlgo.API.Hosting;
using LiqIndicators.Terminal.Series;

namespace LiqIndicators.Terminal.Runtime;

/// <summary>
/// One indicator and how far it has calculated. The indicators of a chart are pushed bar by bar; a nested one is pulled
/// when somebody reads its outputs, up to the index that is read, and again at its last index when what it reads changed.
/// </summary>
internal sealed class CalculationNode
{
    private readonly Indicator _indicator;
    private readonly AlgoHost _host;
    private readonly TerminalCore _core;
    private readonly bool _isPulled;
    private readonly List<IVersioned> _sources = [];
    private readonly List<long> _seenVersions = [];
    private readonly List<OutputSeries> _series = [];
    private int _through = -1;
    private int _generation;
    private bool _isCalculating;
    private bool _isRefreshing;

    internal CalculationNode(AlgoHost host, Indicator indicator, BarsSeries bars, bool isPulled)
    {
        _host = host;
        _core = host.Core;
        _indicator = indicator;
        _isPulled = isPulled;
        Bars = bars;
        _generation = bars.Generation;
    }

    internal BarsSeries Bars { get; }

    /// <summary>The index of the calculation that runs, or of the last one.</summary>
    internal int CurrentIndex { get; private set; } = -1;

    /// <summary>The series that this indicator writes: cleared when all bars are calculated anew.</summary>
    internal OutputSeries CreateSeries(IndicatorLine line)
    {
        OutputSeries series = new(Bars, this, line);
        _series.Add(series);
        return series;
    }

    /// <summary>Calculates all bars from the first in one pass.</summary>
    internal void CalculateHistory()
    {
        Restart();
        for (int i = 0; i < Bars.Count && Bars.Generation == _generation; i++)
        {
            Calculate(i);
        }
    }

    /// <summary>Calculates the last bar, and before it any bar not seen yet.</summary>
    internal void CalculateNewest()
    {
        for (int i = Math.Max(0, Math.Min(_through + 1, Bars.Count - 1)); i < Bars.Count; i++)
        {
            Calculate(i);
        }
    }

    /// <summary>Somebody reads an output at the index.</summary>
    internal void Pull(int index)
    {
        if (!_isPulled || _isCalculating)
        {
            return;
        }

        if (_generation != Bars.Generation)
        {
            Restart();
        }

        int target = Math.Min(index, Bars.Count - 1);
        if (target < _through)
        {
            return;
        }

        Refresh();
        for (int i = _through + 1; i <= target; i++)
        {
            Calculate(i);
        }
    }

    internal void DependOn(IVersioned source)
    {
        if (!_sources.Contains(source))
        {
            _sources.Add(source);
            _seenVersions.Add(source.Version);
        }
    }

    /// <summary>Calculates the last index again when what it was made from has changed.</summary>
    private void Refresh()
    {
        // Two indicators may read each other: one writes the source of the other.
        if (!_isPulled || _isCalculating || _isRefreshing || _through < 0)
        {
            return;
        }

        _isRefreshing = true;
        bool isStale = IsStale();
        _isRefreshing = false;
        if (isStale)
        {
            Calculate(_through);
        }
    }

    private bool IsStale()
    {
        for (int i = 0; i < _sources.Count; i++)
        {
            if (_sources[i] is OutputSeries { Owner: { } owner } && owner != this)
            {
                owner.Refresh();
            }

            if (_sources[i].Version != _seenVersions[i])
            {
                return true;
            }
        }

        return false;
    }

    private void Restart()
    {
        _generation = Bars.Generation;
        if (_through < 0)
        {
            return;
        }

        _through = -1;
        foreach (OutputSeries series in _series)
        {
            series.Clear();
        }
    }

    private void Calculate(int index)
    {
        IAlgoHost? outer = AlgoScope.Current;
        AlgoScope.Current = _host;
        _core.Calculations.Enter(this);
        _isCalculating = true;
        CurrentIndex = index;
        try
        {
            _indicator.Calculate(index);
        }
#pragma warning disable CA1031 // The platform survives whatever an algo throws; the exception is kept, not dropped.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            _host.Report($"Calculate({index})", exception);
        }
        finally
        {
            _isCalculating = false;
            _core.Calculations.Leave();
            AlgoScope.Current = outer;
        }

        _through = Math.Max(_through, index);
        for (int i = 0; i < _sources.Count; i++)
        {
            _seenVersions[i] = _sources[i].Version;
        }
    }
}
