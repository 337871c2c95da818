using cAlgo.API.Hosting;

namespace LiqIndicators.Terminal.Runtime;

/// <summary>
/// Handlers of one event. Each remembers the algo that added it: its exceptions are logged there, and it falls silent
/// when that algo is gone. A handler added from outside of any algo is called plainly.
/// </summary>
internal sealed class Callbacks<TDelegate>
    where TDelegate : Delegate
{
    private Entry[] _entries = [];

    internal void Add(TDelegate? handler)
    {
        if (handler is not null)
        {
            _entries = [.. _entries, new Entry(AlgoScope.Current as AlgoHost, handler)];
        }
    }

    internal void Remove(TDelegate? handler)
    {
        int index = Array.FindLastIndex(_entries, entry => entry.Handler.Equals(handler));
        if (index >= 0)
        {
            _entries = _entries.Where((_, i) => i != index).ToArray();
        }
    }

    /// <param name="name">What the log calls the event.</param>
    /// <param name="call">Calls one handler with the arguments of the event.</param>
    internal void Raise(string name, Action<TDelegate> call)
    {
        foreach (Entry entry in _entries)
        {
            if (entry.Host is null)
            {
                call(entry.Handler);
            }
            else
            {
                entry.Host.Run(name, () => call(entry.Handler));
            }
        }
    }

    private readonly record struct Entry(AlgoHost? Host, TDelegate Handler);
}
