using cAlgo.API.Hosting;

namespace LiqIndicators.Terminal.Charting;

/// <summary>Handlers of one event of a chart, each with the algo that gave it.</summary>
/// <typeparam name="T">What the handlers are told.</typeparam>
internal sealed class ChartEvent<T>
{
    private (IAlgoHost? Algo, Action<T> Handler)[] _entries = [];

    /// <summary>Whether raising it would reach anybody.</summary>
    public bool HasHandlers => _entries.Length > 0;

    public void Add(Action<T>? handler)
    {
        if (handler is not null)
        {
            _entries = [.. _entries, (AlgoScope.Current, handler)];
        }
    }

    public void Remove(Action<T>? handler)
    {
        int index = Array.FindLastIndex(_entries, entry => entry.Handler.Equals(handler));
        if (index >= 0)
        {
            _entries = [.. _entries[..index], .. _entries[(index + 1)..]];
        }
    }

    /// <summary>Drops the handlers of an algo that is gone, those of the indicators nested in it included.</summary>
    public void Forget(string algoInstanceId) => _entries = [.. _entries.Where(entry => entry.Algo?.InstanceId != algoInstanceId)];

    public void Raise(IChartHost host, string name, T argument)
    {
        foreach ((IAlgoHost? algo, Action<T> handler) in _entries)
        {
            host.Run(algo, name, () => handler(argument));
        }
    }
}
