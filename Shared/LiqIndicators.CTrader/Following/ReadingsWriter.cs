using cAlgo.API;
using LiqIndicators.CTrader.Feeds;
using LiqIndicators.Sessions.Following;

namespace LiqIndicators.CTrader.Following;

/// <summary>Moves a session along the bars of a chart and writes to the outputs what each bar could know.</summary>
internal sealed class ReadingsWriter<TReadings>
    where TReadings : struct
{
    // Bars of time close when the market's do. Those of price close in between, and a minute moves the market less than offsets are wide.
    private static readonly TimeSpan LargestDistance = TimeSpan.FromMinutes(1);

    private readonly Indicator _algo;
    private readonly MarketSession<TReadings> _session;
    private readonly Action<int, TReadings> _write;
    private readonly bool _compares;
    private readonly int _mostBars;
    private DateTime? _newSinceUtc;
    private int _lastIndex = -1;

    /// <param name="algo">The indicator.</param>
    /// <param name="session">What is followed.</param>
    /// <param name="write">Writes readings to the outputs of a bar.</param>
    /// <param name="compares">Whether the broker's price is compared with the market's.</param>
    /// <param name="mostBars">Most bars of the market to take in one call; what is left is taken by later ones, and nothing is written meanwhile.</param>
    internal ReadingsWriter(Indicator algo, MarketSession<TReadings> session, Action<int, TReadings> write, bool compares, int mostBars)
    {
        _mostBars = mostBars;
        _algo = algo;
        _session = session;
        _write = write;
        _compares = compares;
    }

    /// <summary>Writes what was known when a bar of the chart closed, or is known now for the last bar.</summary>
    /// <returns>Whether the session took anything new and is up to date with it.</returns>
    internal bool Calculate(int index)
    {
        bool isNew = Take(ChartTime.ClosedUtc(_algo, index), index - 1);
        if (_session.IsBehind)
        {
            _lastIndex = index;
            return false;
        }

        if (index != _lastIndex && index > 0)
        {
            // What came in with the close of the bar before was not there yet at its last tick.
            Complete(index - 1, ChartTime.BarLength(_algo.Bars));
        }

        _lastIndex = index;
        Write(index);
        return isNew;
    }

    /// <summary>Takes what came in while the broker sends nothing, and writes it to the bars that it belongs to.</summary>
    /// <param name="isDue">Whether the last bar is written even without anything new, because readings expire.</param>
    /// <returns>Whether the session took anything new and is up to date with it.</returns>
    internal bool Refresh(bool isDue)
    {
        int last = Math.Min(_lastIndex, _algo.Bars.Count - 1);
        bool isNew = Take(ChartTime.NowUtc(_algo), last - 1);
        if ((isNew || (isDue && !_session.IsBehind)) && last >= 0)
        {
            Write(last);
        }

        return isNew;
    }

    // Portions of a history are written together once the last one is there: the same as if all had been taken at once.
    private bool Take(DateTime asOfUtc, int last)
    {
        if (_session.Advance(asOfUtc, _mostBars) && !(_newSinceUtc <= _session.NewSinceUtc))
        {
            _newSinceUtc = _session.NewSinceUtc;
        }

        if (_session.IsBehind || _newSinceUtc is not { } sinceUtc)
        {
            return false;
        }

        _newSinceUtc = null;
        WriteSince(sinceUtc, last);
        return true;
    }

    // A live feed hands out a bar some seconds after its close, and its history after it: chart bars that had closed by then read it too,
    // as they do when the chart is loaded anew.
    private void WriteSince(DateTime publishedUtc, int last)
    {
        int first = last + 1;
        while (first > 0 && ChartTime.ClosedUtc(_algo, first - 1) >= publishedUtc)
        {
            first--;
        }

        TimeSpan barLength = ChartTime.BarLength(_algo.Bars);
        for (int i = first; i <= last; i++)
        {
            Complete(i, barLength);
        }
    }

    private void Complete(int index, TimeSpan barLength)
    {
        if (_compares)
        {
            TimeSpan tolerance = barLength < LargestDistance ? barLength : LargestDistance;
            _session.Compare(ChartTime.EndUtc(_algo, index, barLength), tolerance, _algo.Bars.ClosePrices[index]);
        }

        Write(index);
    }

    private void Write(int index) =>
        _write(index, _session.ReadingsOver(ChartTime.Utc(_algo.Bars.OpenTimes[index]), ChartTime.ClosedUtc(_algo, index)));
}
