using System.Globalization;
using System.Runtime.CompilerServices;
using cAlgo.API.Hosting;

namespace cAlgo.API.Internals;

public class Algo
{
    private IAlgoHost _host;

    internal Algo()
    {
    }

    public string InstanceId => Host().InstanceId;

    public string InstanceTitle
    {
        get => Host().InstanceTitle;
        set => Host().InstanceTitle = value;
    }

    public RunningMode RunningMode => Host().RunningMode;

    public bool IsBacktesting => Host().RunningMode != RunningMode.RealTime;

    public DateTime Time => Host().Time;

    public DateTime TimeInUtc => Host().TimeInUtc;

    public TimeZoneInfo TimeZone => Host().TimeZone;

    public Application Application => Host().Application;

    public IServer Server => Host().Server;

    public Timer Timer => Host().Timer;

    public Bars Bars => Host().Bars;

    public TimeFrame TimeFrame => Host().TimeFrame;

    public MarketData MarketData => Host().MarketData;

    public Symbol Symbol => Host().Symbol;

    public string SymbolName => Host().Symbol.Name;

    public Symbols Symbols => Host().Symbols;

    public double Bid => Host().Symbol.Bid;

    public double Ask => Host().Symbol.Ask;

    public Assets Assets => Host().Assets;

    public IAssetConverter AssetConverter => Host().AssetConverter;

    public IIndicatorsAccessor Indicators => Host().Indicators;

    public Chart Chart => Host().Chart;

    public Positions Positions => Host().Positions;

    public PendingOrders PendingOrders => Host().PendingOrders;

    public History History => Host().History;

    public Transactions Transactions => Host().Transactions;

    public LocalStorage LocalStorage => Host().LocalStorage;

    public INotifications Notifications => Host().Notifications;

    public Http Http => Host().Http;

    public IndicatorDataSeries CreateDataSeries() => Host().CreateDataSeries();

    public void BeginInvokeOnMainThread(Action action) => Host().BeginInvokeOnMainThread(action);

    public void RefreshData() => Host().RefreshData();

    public void Sleep(TimeSpan timespan) => Host().Sleep(timespan);

    public void Sleep(int milliseconds) => Host().Sleep(TimeSpan.FromMilliseconds(milliseconds));

    public void Sleep(DateTime dateTime) => Host().Sleep(dateTime - Host().Time);

    public void Print(object value) => Host().Print(Text(value));

    public void Print(params object[] parameters) => Host().Print(string.Join(" ", parameters.Select(Text)));

    public void Print(string message, params object[] parameters) => Host().Print(
        parameters.Length == 0 ? message : string.Format(CultureInfo.InvariantCulture, message, parameters));

    protected virtual void OnTimer()
    {
    }

    protected internal virtual void OnException(Exception exception)
    {
    }

    internal void Attach(IAlgoHost host) => _host = host;

    internal void RaiseTimer() => OnTimer();

    private protected IAlgoHost Host([CallerMemberName] string member = null) =>
        _host ?? throw AlgoScope.NoHost($"{GetType().Name}.{member}");

    private static string Text(object value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty;
}
