using cAlgo.API;
using cAlgo.API.Hosting;
using cAlgo.API.Internals;
using LiqIndicators.Terminal.Platform;
using LiqIndicators.Terminal.Series;
using LiqIndicators.Terminal.Trading;

namespace LiqIndicators.Terminal.Runtime;

/// <summary>The platform as one instance of an algo sees it. A nested indicator has its own, with other bars.</summary>
internal sealed class AlgoHost : IAlgoHost
{
    private readonly BarsSeries _bars;
    private readonly TerminalSymbol _symbol;
    private readonly AlgoServices _services;
    private readonly IndicatorsAccessor _indicators;
    private Algo? _algo;

    internal AlgoHost(RunningAlgo root, AlgoServices services, BarsSeries bars)
    {
        Root = root;
        Core = root.Core;
        _services = services;
        _bars = bars;
        _symbol = Core.Symbols.Find(bars.SymbolName);
        _indicators = new IndicatorsAccessor(this);
    }

    internal TerminalCore Core { get; }

    internal RunningAlgo Root { get; }

    internal AlgoServices Services => _services;

    internal BarsSeries BarsSeries => _bars;

    /// <summary>The calculation of an indicator; null for a robot.</summary>
    internal CalculationNode? Node { get; set; }

    internal IndicatorArea? Area { get; set; }

    internal bool IsAlive => _services.IsAlive;

    public string InstanceId => Checked(Root.InstanceId);

    public string InstanceTitle
    {
        get => Checked(Root.InstanceTitle);
        set => Root.InstanceTitle = Checked(value);
    }

    public RunningMode RunningMode => Core.Options.Environment == TerminalEnvironment.Backtest
        ? Core.Options.BacktestMode
        : RunningMode.RealTime;

    public DateTime Time => Checked(Core.ToApiTime(Core.NowUtc));

    public DateTime TimeInUtc => Time;

    public TimeZoneInfo TimeZone => TimeZoneInfo.Utc;

    public Application Application => Checked<Application>(Core.Application);

    public IServer Server => Checked<IServer>(Core.Server);

    public cAlgo.API.Timer Timer => Checked<cAlgo.API.Timer>(_services.Timer);

    public Bars Bars => Checked<Bars>(_bars);

    public TimeFrame TimeFrame => Checked(_bars.TimeFrame);

    public MarketData MarketData => Checked<MarketData>(_services.MarketData);

    public Symbol Symbol => Checked<Symbol>(_symbol);

    public Symbols Symbols => Checked<Symbols>(Core.Symbols);

    public Assets Assets => Checked<Assets>(Core.Assets);

    public IAssetConverter AssetConverter => Checked<IAssetConverter>(Core.Assets);

    public IIndicatorsAccessor Indicators => Checked<IIndicatorsAccessor>(_indicators);

    public Chart? Chart => Core.Options.ChartIsNull ? null : Checked(Root.TerminalChart.Chart);

    public IndicatorArea? IndicatorArea => Checked(Area);

    public bool IsLastBar => Checked(Node?.CurrentIndex == _bars.Count - 1);

    public IAccount Account => Checked<IAccount>(Core.Desk.Account);

    public Positions Positions => Checked<Positions>(Core.Desk.Positions);

    public PendingOrders PendingOrders => Checked<PendingOrders>(Core.Desk.PendingOrders);

    public History History => Checked<History>(Core.Desk.History);

    public Transactions Transactions => Checked<Transactions>(Core.Desk.Transactions);

    public TradeResult? LastResult { get; private set; }

    public LocalStorage LocalStorage => Checked<LocalStorage>(_services.Storage);

    public INotifications Notifications => Checked<INotifications>(Core.Notifications);

    public Http Http => Checked<Http>(_services.Http);

    public IndicatorDataSeries CreateDataSeries() => Checked(Node)?.CreateSeries(new OutputLine(null))
        ?? new OutputSeries(_bars, null, new OutputLine(null));

    public void Print(string text) => Root.Write(Checked(text));

    /// <summary>The one member that other threads may call.</summary>
    public void BeginInvokeOnMainThread(Action action) =>
        Core.Dispatcher.Post(() => Run(nameof(BeginInvokeOnMainThread), action));

    public void RefreshData() => Core.CheckThread();

    public void Sleep(TimeSpan duration)
    {
        Core.CheckThread();
        Core.Dispatcher.Block(duration);
    }

    public void Stop() => Core.Dispatcher.Post(Root.Detach);

    public TradeResult Trade(TradeCommand command)
    {
        Core.CheckThread();
        TradeResult result = Core.Desk.Execute(command, Root.InstanceId);
        Tell(result);
        return result;
    }

    public TradeOperation TradeAsync(TradeCommand command, Action<TradeResult>? callback)
    {
        Core.CheckThread();
        TradeOperation operation = new();
        Core.Dispatcher.Post(() => Core.Desk.Begin(command, Root.InstanceId, result =>
        {
            operation.Complete(result);
            Tell(result);
            if (callback is not null)
            {
                Run("TradeResult callback", () => callback(result));
            }
        }));
        return operation;
    }

    public IWebSocketLink OpenWebSocket(WebSocketClient client, WebSocketClientOptions options)
    {
        Core.CheckThread();
        return new WebSocketLink(this, client, options);
    }

    private void Tell(TradeResult result)
    {
        LastResult = result;
        if (!result.IsSuccessful && _algo is Robot robot)
        {
            Run("OnError", () => robot.OnError(new TradeError(result)));
        }
    }

    internal void Serve(Algo algo)
    {
        _algo = algo;
        algo.Attach(this);
    }

    /// <summary>Calls into the algo: what it throws is logged, and the algo goes on.</summary>
    internal void Run(string callback, Action action)
    {
        if (!IsAlive)
        {
            return;
        }

        try
        {
            Enter(action);
        }
#pragma warning disable CA1031 // The platform survives whatever an algo throws; the exception is kept, not dropped.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Report(callback, exception);
        }
    }

    /// <summary>Calls into the algo; what it throws goes to the caller.</summary>
    internal void Enter(Action action)
    {
        IAlgoHost? outer = AlgoScope.Current;
        AlgoScope.Current = this;
        try
        {
            action();
        }
        finally
        {
            AlgoScope.Current = outer;
        }
    }

    internal void Report(string callback, Exception exception)
    {
        Root.Keep(new AlgoError(Core.NowUtc, Root.Name, callback, exception));
        if (callback != "OnException" && _algo is not null)
        {
            Run("OnException", () => _algo.OnException(exception));
        }
    }

    private T Checked<T>(T value)
    {
        Core.CheckThread();
        return value;
    }
}
