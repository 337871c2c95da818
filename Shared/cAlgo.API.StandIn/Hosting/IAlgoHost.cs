using cAlgo.API.Internals;

namespace cAlgo.API.Hosting;

/// <summary>What a terminal gives to one running algo; the public members of <see cref="Algo"/> read through it.</summary>
internal interface IAlgoHost
{
    string InstanceId { get; }
    string InstanceTitle { get; set; }
    RunningMode RunningMode { get; }
    DateTime Time { get; }
    DateTime TimeInUtc { get; }
    TimeZoneInfo TimeZone { get; }
    Application Application { get; }
    IServer Server { get; }
    Timer Timer { get; }

    Bars Bars { get; }
    TimeFrame TimeFrame { get; }
    MarketData MarketData { get; }
    Symbol Symbol { get; }
    Symbols Symbols { get; }
    Assets Assets { get; }
    IAssetConverter AssetConverter { get; }
    IIndicatorsAccessor Indicators { get; }
    Chart Chart { get; }
    IndicatorArea IndicatorArea { get; }
    bool IsLastBar { get; }

    IAccount Account { get; }
    Positions Positions { get; }
    PendingOrders PendingOrders { get; }
    History History { get; }
    Transactions Transactions { get; }
    TradeResult LastResult { get; }

    LocalStorage LocalStorage { get; }
    INotifications Notifications { get; }
    Http Http { get; }

    IndicatorDataSeries CreateDataSeries();
    void Print(string text);
    void BeginInvokeOnMainThread(Action action);
    void RefreshData();
    void Sleep(TimeSpan duration);
    void Stop();

    TradeResult Trade(TradeCommand command);
    TradeOperation TradeAsync(TradeCommand command, Action<TradeResult> callback);

    IWebSocketLink OpenWebSocket(WebSocketClient client, WebSocketClientOptions options);
}
