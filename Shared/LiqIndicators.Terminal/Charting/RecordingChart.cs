using cAlgo.API;
using cAlgo.API.Collections;
using cAlgo.API.Internals;

namespace LiqIndicators.Terminal.Charting;

/// <summary>A chart without a screen: it keeps and counts all that algos do to it, and plays the user.</summary>
/// <remarks>
/// Algos see it through <see cref="Chart"/>. What the platform leaves open is decided here so: drawing under a taken
/// name replaces the old object, which is gone from then on; writing to a removed object has no effect and is counted;
/// the chart follows the newest bar until it is scrolled back.
/// </remarks>
public sealed partial class RecordingChart : RecordingArea, Chart
{
    private const double AreaHeight = 160;

    private readonly List<RecordingIndicatorArea> _areas = [];
    private readonly RecordingChartOptions _options;
    private readonly RecordedColorSettings _colors;
    private readonly RecordedDisplaySettings _display;
    private ChartType _chartType = ChartType.Candlesticks;
    private Symbol? _symbol;
    private long _order;
    private bool _isVisible = true;
    private bool _isActive = true;

    /// <summary>A chart of its own.</summary>
    /// <param name="bars">What it shows.</param>
    /// <param name="symbol">Their symbol, or null when no algo asks for it.</param>
    /// <param name="options">Size, theme and the like.</param>
    public RecordingChart(Bars bars, Symbol? symbol, RecordingChartOptions? options = null)
        : this(bars, symbol, options, PlainChartHost.Instance)
    {
    }

    internal RecordingChart(Bars bars, Symbol? symbol, RecordingChartOptions? options, IChartHost host)
        : base((options ?? new RecordingChartOptions()).Height)
    {
        ArgumentNullException.ThrowIfNull(bars);
        _options = options ?? new RecordingChartOptions();
        ChartHost = host;
        ShownBars = bars;
        _symbol = symbol;
        Theme = _options.Theme;
        View = new ViewPort(_options.Width, _options.RightMarginBars);
        _colors = new RecordedColorSettings(Theme, () => ColorsChangedEvent.Raise(ChartHost, "ColorsChanged", new ChartColorEventArgs(this)));
        _display = new RecordedDisplaySettings(
            () => DisplaySettingsChangedEvent.Raise(ChartHost, "DisplaySettingsChanged", new ChartDisplaySettingsEventArgs(this)));
        NoteEdge();
    }

    /// <summary>Theme of the chart.</summary>
    public ColorTheme Theme { get; private set; }

    /// <summary>What was done to the chart and its windows so far.</summary>
    public ChartActivity Activity => ActivityLog.Total;

    /// <summary>Windows below the chart, from top to bottom.</summary>
    public IReadOnlyList<RecordingIndicatorArea> Areas => _areas;

    /// <summary>Colours given to single bars, by index.</summary>
    public IReadOnlyDictionary<long, BarColors> ColoredBars => _barColors;

    /// <summary>Takes the picture that an algo asks for, or null when the chart has no camera.</summary>
    public Func<RecordingChart, byte[]>? Camera { get; set; }

    internal ActivityLog ActivityLog { get; } = new();

    internal IChartHost ChartHost { get; }

    internal Bars ShownBars { get; private set; }

    internal ViewPort View { get; }

    internal override RecordingChart Owner => this;

    Guid Chart.Id => _options.Id;

    IReadonlyList<IndicatorArea> Chart.IndicatorAreas => new Snapshot<IndicatorArea>(_areas);

    ChartDisplaySettings Chart.DisplaySettings => _display;

    ChartColorSettings Chart.ColorSettings => _colors;

    ChartType Chart.ChartType
    {
        get => _chartType;
        set
        {
            if (_chartType != value)
            {
                _chartType = value;
                ChartTypeChangedEvent.Raise(ChartHost, "ChartTypeChanged", new ChartTypeEventArgs(this));
            }
        }
    }

    int Chart.BarsTotal => ShownBars.Count;

    Bars Chart.Bars => ShownBars;

    TimeFrame Chart.TimeFrame => ShownBars.TimeFrame;

    Symbol? Chart.Symbol => _symbol;

    string Chart.SymbolName => ShownBars.SymbolName;

    bool Chart.IsActive => _isActive;

    bool Chart.IsVisible => _isVisible;

    /// <summary>What one algo did so far.</summary>
    /// <param name="algoInstanceId">Instance id of the algo; empty for what came from outside of any.</param>
    public ChartActivity ActivityOf(string algoInstanceId) => ActivityLog.Of(algoInstanceId);

    byte[] Chart.TakeChartshot() =>
        (Camera ?? throw new InvalidOperationException("This chart has no camera to take a picture with."))(this);

    bool Chart.TryChangeTimeFrame(TimeFrame timeFrame) => TryChange(timeFrame, ShownBars.SymbolName);

    bool Chart.TryChangeTimeFrameAndSymbol(TimeFrame timeFrame, string symbolName) => TryChange(timeFrame, symbolName);

    /// <summary>Opens a window below the chart.</summary>
    internal RecordingIndicatorArea AddIndicatorArea()
    {
        RecordingIndicatorArea area = new(this, AreaHeight);
        _areas.Add(area);
        IndicatorAreaAddedEvent.Raise(ChartHost, "IndicatorAreaAdded", new IndicatorAreaAddedEventArgs(this, area));
        return area;
    }

    /// <summary>Closes a window with all that is on it.</summary>
    internal void RemoveIndicatorArea(RecordingIndicatorArea area)
    {
        if (_areas.Remove(area))
        {
            area.Close();
            IndicatorAreaRemovedEvent.Raise(ChartHost, "IndicatorAreaRemoved", new IndicatorAreaRemovedEventArgs(this, area));
        }
    }

    /// <summary>An algo is gone: so is all that it left on the chart and its windows.</summary>
    internal void Detach(string algoInstanceId)
    {
        foreach (RecordingArea area in _areas.Cast<RecordingArea>().Prepend(this).ToArray())
        {
            area.Forget(algoInstanceId);
        }
    }

    /// <summary>Shows other bars, at their newest.</summary>
    internal void Show(Bars bars, Symbol? symbol)
    {
        ShownBars = bars;
        _symbol = symbol;
        _barColors.Clear();
        View.Follow(_options.RightMarginBars);
        NoteEdge();
    }

    internal long NextOrder() => _order++;

    private protected override IEnumerable<double> ValuesInSight()
    {
        int last = View.LastBar(ShownBars);
        for (int i = View.FirstBar(ShownBars); i <= last; i++)
        {
            yield return ShownBars.LowPrices[i];
            yield return ShownBars.HighPrices[i];
        }
    }

    private bool TryChange(TimeFrame timeFrame, string symbolName) => _options.TryChange?.Invoke(timeFrame, symbolName) ?? false;
}
