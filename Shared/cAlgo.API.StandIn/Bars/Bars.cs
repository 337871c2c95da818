namespace cAlgo.API;

public interface Bars : IEnumerable<Bar>
{
    Bar this[int index] { get; }
    Bar LastBar { get; }
    int Count { get; }
    TimeFrame TimeFrame { get; }
    string SymbolName { get; }
    DataSeries OpenPrices { get; }
    DataSeries HighPrices { get; }
    DataSeries LowPrices { get; }
    DataSeries ClosePrices { get; }
    DataSeries TickVolumes { get; }
    DataSeries AveragePrices { get; }
    DataSeries MedianPrices { get; }
    DataSeries TypicalPrices { get; }
    DataSeries WeightedPrices { get; }
    TimeSeries OpenTimes { get; }

    event Action<BarsHistoryLoadedEventArgs> HistoryLoaded;
    event Action<BarsHistoryLoadedEventArgs> Reloaded;
    event Action<BarsTickEventArgs> Tick;
    event Action<BarOpenedEventArgs> BarOpened;
    event Action<BarClosedEventArgs> BarClosed;

    Bar Last(int index);
    int LoadMoreHistory();
    void LoadMoreHistoryAsync();
    void LoadMoreHistoryAsync(Action<BarsHistoryLoadedEventArgs> callback);
    DataSeries GetPrices(PriceType priceType);
    DateTime GetServerFirstBarOpenTime();
}
