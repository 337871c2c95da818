using cAlgo.API;
using cAlgo.API.Internals;
using LiqIndicators.Terminal.Runtime;

namespace LiqIndicators.Terminal.Platform;

/// <summary>Bars, ticks and depth of any symbol, for one algo.</summary>
internal sealed class TerminalMarketData : MarketData
{
    private readonly RunningAlgo _algo;

    internal TerminalMarketData(RunningAlgo algo)
    {
        _algo = algo;
    }

    private TerminalCore Core => _algo.Core;

    private string OwnSymbol => _algo.Chart.SymbolName;

    public Bars GetBars(TimeFrame timeFrame) => GetBars(timeFrame, OwnSymbol);

    public Bars GetBars(TimeFrame timeFrame, string symbolName)
    {
        Core.CheckThread();
        return Core.GetBars(timeFrame, symbolName);
    }

    public void GetBarsAsync(TimeFrame timeFrame, Action<Bars> callback) =>
        GetBarsAsync(timeFrame, OwnSymbol, callback);

    public void GetBarsAsync(TimeFrame timeFrame, string symbolName, Action<Bars> callback) =>
        Later("GetBarsAsync callback", callback, () => GetBars(timeFrame, symbolName));

    public Ticks GetTicks() => GetTicks(OwnSymbol);

    public Ticks GetTicks(string symbolName)
    {
        Core.CheckThread();
        return Core.Symbols.Find(symbolName).Ticks;
    }

    public void GetTicksAsync(Action<Ticks> callback) => GetTicksAsync(OwnSymbol, callback);

    public void GetTicksAsync(string symbolName, Action<Ticks> callback) =>
        Later("GetTicksAsync callback", callback, () => GetTicks(symbolName));

    public MarketDepth GetMarketDepth(string symbolName)
    {
        Core.CheckThread();
        return Core.Symbols.Find(symbolName).Depth;
    }

    private void Later<T>(string name, Action<T> callback, Func<T> get)
    {
        Callbacks<Action<T>> callbacks = new();
        callbacks.Add(callback);
        Core.Dispatcher.Post(() => callbacks.Raise(name, handler => handler(get())));
    }
}
