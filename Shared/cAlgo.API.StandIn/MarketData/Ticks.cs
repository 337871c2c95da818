namespace cAlgo.API;

public interface Ticks : IEnumerable<Tick>
{
    Tick this[int index] { get; }
    Tick LastTick { get; }
    int Count { get; }
    string SymbolName { get; }

    event Action<TicksHistoryLoadedEventArgs> HistoryLoaded;
    event Action<TicksHistoryLoadedEventArgs> Reloaded;
    event Action<TicksTickEventArgs> Tick;

    Tick Last(int index);
    int LoadMoreHistory();
    void LoadMoreHistoryAsync();
    void LoadMoreHistoryAsync(Action<TicksHistoryLoadedEventArgs> callback);
    DateTime GetServerFirstTime();
}
