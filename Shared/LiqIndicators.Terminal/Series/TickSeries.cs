using System.Collections;
using cAlgo.API;
using LiqIndicators.Terminal.Runtime;

namespace LiqIndicators.Terminal.Series;

/// <summary>The prices of a symbol since the terminal plays it; there is no history of ticks before.</summary>
internal sealed class TickSeries : Ticks
{
    private readonly TerminalCore _core;
    private readonly List<Tick> _ticks = [];
    private readonly Callbacks<Action<TicksHistoryLoadedEventArgs>> _historyLoaded = new();
    private readonly Callbacks<Action<TicksHistoryLoadedEventArgs>> _reloaded = new();
    private readonly Callbacks<Action<TicksTickEventArgs>> _tick = new();

    internal TickSeries(TerminalCore core, string symbolName)
    {
        _core = core;
        SymbolName = symbolName;
    }

    public event Action<TicksHistoryLoadedEventArgs> HistoryLoaded
    {
        add => _historyLoaded.Add(value);
        remove => _historyLoaded.Remove(value);
    }

    public event Action<TicksHistoryLoadedEventArgs> Reloaded
    {
        add => _reloaded.Add(value);
        remove => _reloaded.Remove(value);
    }

    public event Action<TicksTickEventArgs> Tick
    {
        add => _tick.Add(value);
        remove => _tick.Remove(value);
    }

    public string SymbolName { get; }

    public int Count => _ticks.Count;

    public Tick LastTick => Last(0);

    public Tick this[int index]
    {
        get
        {
            _core.CheckThread();
            return index >= 0 && index < _ticks.Count
                ? _ticks[index]
                : new Tick(default, double.NaN, double.NaN);
        }
    }

    public Tick Last(int index) => this[Count - 1 - index];

    public int LoadMoreHistory() => 0;

    public void LoadMoreHistoryAsync() => LoadMoreHistoryAsync(null);

    public void LoadMoreHistoryAsync(Action<TicksHistoryLoadedEventArgs>? callback)
    {
        Callbacks<Action<TicksHistoryLoadedEventArgs>> callbacks = new();
        callbacks.Add(callback);
        _core.Dispatcher.Post(() => callbacks.Raise(
            "Ticks.LoadMoreHistoryAsync", handler => handler(new TicksHistoryLoadedEventArgs(this, 0))));
    }

    public DateTime GetServerFirstTime() => _ticks.Count == 0 ? default : _ticks[0].Time;

    public IEnumerator<Tick> GetEnumerator() => _ticks.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal void Append(DateTime timeUtc, double bid, double ask)
    {
        _ticks.Add(new Tick(_core.ToApiTime(timeUtc), bid, ask));
        _tick.Raise("Ticks.Tick", handler => handler(new TicksTickEventArgs(this)));
    }
}
