using System.Collections;
using cAlgo.API;
using LiqIndicators.Terminal.Runtime;

namespace LiqIndicators.Terminal.Series;

/// <summary>The bars of one symbol and time frame: what was built from the recording, less the history not loaded yet.</summary>
internal sealed class BarsSeries : Bars, IVersioned
{
    private readonly TerminalCore _core;
    private readonly IBarBuilder _builder;
    private readonly List<RecordedBar> _bars = [];
    private readonly List<BarOperation> _operations = [];
    private readonly PriceSeries[] _prices;
    private int _hidden;

    internal BarsSeries(TerminalCore core, string symbolName, TimeFrame timeFrame, IBarBuilder builder)
    {
        _core = core;
        _builder = builder;
        SymbolName = symbolName;
        TimeFrame = timeFrame;
        _prices = Enum.GetValues<PriceType>().Select(type => new PriceSeries(this, type)).ToArray();
        OpenTimes = new OpenTimeSeries(this);
    }

    public string SymbolName { get; }

    public TimeFrame TimeFrame { get; }

    public int Count
    {
        get
        {
            _core.CheckThread();
            return _bars.Count - _hidden;
        }
    }

    public Bar LastBar => Last(0);

    public DataSeries OpenPrices => GetPrices(PriceType.Open);

    public DataSeries HighPrices => GetPrices(PriceType.High);

    public DataSeries LowPrices => GetPrices(PriceType.Low);

    public DataSeries ClosePrices => GetPrices(PriceType.Close);

    public DataSeries TickVolumes => GetPrices(PriceType.TickVolume);

    public DataSeries AveragePrices => GetPrices(PriceType.Average);

    public DataSeries MedianPrices => GetPrices(PriceType.Median);

    public DataSeries TypicalPrices => GetPrices(PriceType.Typical);

    public DataSeries WeightedPrices => GetPrices(PriceType.Weighted);

    public TimeSeries OpenTimes { get; }

    /// <summary>Grows with each change, so that who depends on the bars can tell whether they are the same.</summary>
    public long Version { get; private set; }

    /// <summary>Grows when bars appear before the first one and all indices shift.</summary>
    internal int Generation { get; private set; }

    internal TerminalCore Core => _core;

    internal Callbacks<Action<BarClosedEventArgs>> BarClosedCallbacks { get; } = new();

    internal Callbacks<Action<BarOpenedEventArgs>> BarOpenedCallbacks { get; } = new();

    internal Callbacks<Action<BarsTickEventArgs>> TickCallbacks { get; } = new();

    private Callbacks<Action<BarsHistoryLoadedEventArgs>> HistoryLoadedCallbacks { get; } = new();

    private Callbacks<Action<BarsHistoryLoadedEventArgs>> ReloadedCallbacks { get; } = new();

    public event Action<BarClosedEventArgs> BarClosed
    {
        add => BarClosedCallbacks.Add(value);
        remove => BarClosedCallbacks.Remove(value);
    }

    public event Action<BarOpenedEventArgs> BarOpened
    {
        add => BarOpenedCallbacks.Add(value);
        remove => BarOpenedCallbacks.Remove(value);
    }

    public event Action<BarsTickEventArgs> Tick
    {
        add => TickCallbacks.Add(value);
        remove => TickCallbacks.Remove(value);
    }

    public event Action<BarsHistoryLoadedEventArgs> HistoryLoaded
    {
        add => HistoryLoadedCallbacks.Add(value);
        remove => HistoryLoadedCallbacks.Remove(value);
    }

    public event Action<BarsHistoryLoadedEventArgs> Reloaded
    {
        add => ReloadedCallbacks.Add(value);
        remove => ReloadedCallbacks.Remove(value);
    }

    /// <summary>Raised after bars appeared before the first one.</summary>
    internal event Action? Prepended;

    public Bar this[int index]
    {
        get
        {
            _core.CheckThread();
            _core.Calculations.NoteRead(this);
            return IsInside(index)
                ? ToApi(_bars[_hidden + index])
                : new Bar(default, double.NaN, double.NaN, double.NaN, double.NaN, 0);
        }
    }

    public Bar Last(int index) => this[Count - 1 - index];

    public DataSeries GetPrices(PriceType priceType) => _prices[(int)priceType];

    public int LoadMoreHistory()
    {
        _core.CheckThread();
        int loaded = Math.Min(_core.Options.HistoryChunkBars, _hidden);
        if (loaded == 0)
        {
            return 0;
        }

        _hidden -= loaded;
        Generation++;
        Version++;
        _core.Dispatcher.Post(() => HistoryLoadedCallbacks.Raise(
            "Bars.HistoryLoaded", handler => handler(new BarsHistoryLoadedEventArgs(this, loaded))));
        Prepended?.Invoke();
        return loaded;
    }

    public void LoadMoreHistoryAsync() => _core.Dispatcher.Post(() => LoadMoreHistory());

    public void LoadMoreHistoryAsync(Action<BarsHistoryLoadedEventArgs> callback)
    {
        Callbacks<Action<BarsHistoryLoadedEventArgs>> callbacks = new();
        callbacks.Add(callback);
        _core.Dispatcher.Post(() =>
        {
            int loaded = LoadMoreHistory();
            _core.Dispatcher.Post(() => callbacks.Raise(
                "Bars.LoadMoreHistoryAsync", handler => handler(new BarsHistoryLoadedEventArgs(this, loaded))));
        });
    }

    public DateTime GetServerFirstBarOpenTime() =>
        _bars.Count == 0 ? default : _core.ToApiTime(_bars[0].TimeUtc);

    public IEnumerator<Bar> GetEnumerator() => Enumerable.Range(0, Count).Select(i => this[i]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Builds history without telling anybody.</summary>
    internal void AppendHistory(RecordedTick tick)
    {
        foreach (BarOperation operation in Feed(tick))
        {
            Apply(operation);
        }
    }

    /// <summary>Leaves only the newest bars loaded.</summary>
    internal void HideAllBut(int count) => _hidden = Math.Max(0, _bars.Count - count);

    /// <summary>What a price does to these bars; the caller applies it step by step.</summary>
    internal IReadOnlyList<BarOperation> Feed(RecordedTick tick)
    {
        _operations.Clear();
        _builder.Feed(tick, _operations);
        return _operations;
    }

    internal void Apply(BarOperation operation)
    {
        if (operation.Opens)
        {
            _bars.Add(operation.Bar);
        }
        else
        {
            _bars[^1] = operation.Bar;
        }

        Version++;
    }

    internal bool IsInside(int index) => index >= 0 && index < _bars.Count - _hidden;

    internal RecordedBar Raw(int index) => _bars[_hidden + index];

    private Bar ToApi(RecordedBar bar) => new(
        _core.ToApiTime(bar.TimeUtc), bar.Open, bar.High, bar.Low, bar.Close, bar.TickVolume);
}
