using System.Collections;
using cAlgo.API;

namespace LiqIndicators.Terminal.Series;

/// <summary>Opening time of each bar, in the kind that the terminal was told to use.</summary>
internal sealed class OpenTimeSeries : TimeSeries
{
    private readonly BarsSeries _bars;

    internal OpenTimeSeries(BarsSeries bars)
    {
        _bars = bars;
    }

    public int Count => _bars.Count;

    public DateTime LastValue => Last(0);

    public DateTime this[int index] => _bars[index].OpenTime;

    public DateTime Last(int index) => this[Count - 1 - index];

    public int GetIndexByExactTime(DateTime dateTime)
    {
        int index = GetIndexByTime(dateTime);
        return index >= 0 && _bars.Raw(index).TimeUtc.Ticks == dateTime.Ticks ? index : -1;
    }

    /// <summary>The last bar that opens at or before the time; -1 before the first bar.</summary>
    public int GetIndexByTime(DateTime dateTime)
    {
        int low = 0;
        int high = Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_bars.Raw(middle).TimeUtc.Ticks <= dateTime.Ticks)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low - 1;
    }

    public IEnumerator<DateTime> GetEnumerator() => Enumerable.Range(0, Count).Select(i => this[i]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
