namespace cAlgo.API.Internals;

public interface MarketData
{
    Bars GetBars(TimeFrame timeFrame);
    Bars GetBars(TimeFrame timeFrame, string symbolName);
    void GetBarsAsync(TimeFrame timeFrame, Action<Bars> callback);
    void GetBarsAsync(TimeFrame timeFrame, string symbolName, Action<Bars> callback);
    Ticks GetTicks();
    Ticks GetTicks(string symbolName);
    void GetTicksAsync(Action<Ticks> callback);
    void GetTicksAsync(string symbolName, Action<Ticks> callback);
    MarketDepth GetMarketDepth(string symbolName);
}
