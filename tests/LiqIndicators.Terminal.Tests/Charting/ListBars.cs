using System.Collections;
using System.Reflection;
using cAlgo.API;

namespace LiqIndicators.Terminal.Tests.Charting;

/// <summary>Bars from a list that a test may add to at either end.</summary>
internal sealed class ListBars : Bars
{
    private readonly List<Bar> _bars;

    public ListBars(IEnumerable<Bar> bars) => _bars = [.. bars];

    public event Action<BarsHistoryLoadedEventArgs> HistoryLoaded { add { } remove { } }

    public event Action<BarsHistoryLoadedEventArgs> Reloaded { add { } remove { } }

    public event Action<BarsTickEventArgs> Tick { add { } remove { } }

    public event Action<BarOpenedEventArgs> BarOpened { add { } remove { } }

    public event Action<BarClosedEventArgs> BarClosed { add { } remove { } }

    public Bar LastBar => Last(0);

    public int Count => _bars.Count;

    public TimeFrame TimeFrame => TimeFrame.Hour;

    public string SymbolName => "BTCUSD";

    public DataSeries OpenPrices => new ListSeries(this, bar => bar.Open);

    public DataSeries HighPrices => new ListSeries(this, bar => bar.High);

    public DataSeries LowPrices => new ListSeries(this, bar => bar.Low);

    public DataSeries ClosePrices => new ListSeries(this, bar => bar.Close);

    public DataSeries TickVolumes => throw new NotSupportedException();

    public DataSeries AveragePrices => throw new NotSupportedException();

    public DataSeries MedianPrices => throw new NotSupportedException();

    public DataSeries TypicalPrices => throw new NotSupportedException();

    public DataSeries WeightedPrices => throw new NotSupportedException();

    public TimeSeries OpenTimes => new ListTimes(_bars);

    public Bar this[int index] => _bars[index];

    /// <summary>Hourly bars of 40, 70, 30, 60 from 2025-03-10 00:00 on.</summary>
    public static ListBars Hours(int count) => new(Enumerable.Range(0, count).Select(HourBar));

    public static Bar HourBar(int hour) =>
        Create(new DateTime(2025, 3, 10, 0, 0, 0, DateTimeKind.Utc).AddHours(hour), 40, 70, 30, 60);

    /// <summary>The platform alone makes bars, so their constructor is not public.</summary>
    public static Bar Create(DateTime openTimeUtc, double open, double high, double low, double close) => (Bar)Activator.CreateInstance(
        typeof(Bar), BindingFlags.NonPublic | BindingFlags.Instance, null, [openTimeUtc, open, high, low, close, 1L], null)!;

    public void Append(Bar bar) => _bars.Add(bar);

    public void Prepend(params Bar[] bars) => _bars.InsertRange(0, bars);

    public Bar Last(int index) => _bars[^(index + 1)];

    public int LoadMoreHistory() => 0;

    public void LoadMoreHistoryAsync() => throw new NotSupportedException();

    public void LoadMoreHistoryAsync(Action<BarsHistoryLoadedEventArgs> callback) => throw new NotSupportedException();

    public DataSeries GetPrices(PriceType priceType) => throw new NotSupportedException();

    public DateTime GetServerFirstBarOpenTime() => _bars[0].OpenTime;

    public IEnumerator<Bar> GetEnumerator() => _bars.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private sealed class ListSeries(ListBars bars, Func<Bar, double> price) : DataSeries
    {
        public int Count => bars.Count;

        public double LastValue => Last(0);

        public double this[int index] => index >= 0 && index < bars.Count ? price(bars[index]) : double.NaN;

        public double Last(int index) => this[Count - 1 - index];

        public IEnumerator<double> GetEnumerator() => bars.Select(price).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    private sealed class ListTimes(List<Bar> bars) : TimeSeries
    {
        public int Count => bars.Count;

        public DateTime LastValue => Last(0);

        public DateTime this[int index] => bars[index].OpenTime;

        public DateTime Last(int index) => bars[^(index + 1)].OpenTime;

        public int GetIndexByExactTime(DateTime dateTime) => bars.FindIndex(bar => bar.OpenTime == dateTime);

        public int GetIndexByTime(DateTime dateTime) => bars.FindLastIndex(bar => bar.OpenTime <= dateTime);

        public IEnumerator<DateTime> GetEnumerator() => bars.Select(bar => bar.OpenTime).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
