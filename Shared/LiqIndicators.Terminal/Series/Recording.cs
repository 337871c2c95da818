using System.Globalization;

namespace LiqIndicators.Terminal.Series;

/// <summary>Recorded bars of one symbol, checked once, and the ticks that they are replayed as.</summary>
/// <remarks>
/// A bar is replayed as four ticks at 0, 1/4, 1/2 and 3/4 of its length: open, the extreme nearer to the open's side
/// (low first when the bar rose), the other extreme, close. History is built from the same path, so a bar seen live
/// and the same bar seen as history are equal.
/// </remarks>
internal sealed class Recording
{
    /// <summary>Ticks that one bar is replayed as.</summary>
    internal const int TicksPerBar = 4;

    private readonly RecordedBar[] _bars;

    internal Recording(string symbolName, IReadOnlyList<RecordedBar> bars, TimeSpan interval)
    {
        if (interval <= TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(
                nameof(interval), interval, $"interval of {symbolName} is {interval}; expected more than zero.");
        }

        Interval = interval;
        _bars = bars.ToArray();
        for (int i = 0; i < _bars.Length; i++)
        {
            Check(symbolName, i);
        }
    }

    internal TimeSpan Interval { get; }

    internal int Count => _bars.Length;

    internal RecordedBar this[int index] => _bars[index];

    /// <summary>Index of the first bar that opens at or after the time; the count when there is none.</summary>
    internal int FirstAtOrAfter(DateTime timeUtc)
    {
        int low = 0;
        int high = _bars.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_bars[middle].TimeUtc < timeUtc)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    /// <summary>One tick of the path of a bar.</summary>
    internal RecordedTick Tick(int barIndex, int step)
    {
        RecordedBar bar = _bars[barIndex];
        bool rose = bar.Close >= bar.Open;
        double price = step switch
        {
            0 => bar.Open,
            1 => rose ? bar.Low : bar.High,
            2 => rose ? bar.High : bar.Low,
            _ => bar.Close,
        };
        long share = bar.TickVolume / TicksPerBar;
        long volume = step == TicksPerBar - 1 ? bar.TickVolume - (share * (TicksPerBar - 1)) : share;
        return new RecordedTick(bar.TimeUtc + (Interval * step / TicksPerBar), price, volume);
    }

    private void Check(string symbolName, int index)
    {
        RecordedBar bar = _bars[index];
        if (bar.TimeUtc.Kind != DateTimeKind.Utc)
        {
            throw Refuse(symbolName, index, nameof(bar.TimeUtc), bar.TimeUtc.Kind, "the kind Utc");
        }

        if (index > 0 && bar.TimeUtc - _bars[index - 1].TimeUtc < Interval)
        {
            throw Refuse(
                symbolName, index, nameof(bar.TimeUtc), bar.TimeUtc, $"at least {Interval} after the bar before it");
        }

        double low = Math.Min(bar.Open, bar.Close);
        double high = Math.Max(bar.Open, bar.Close);
        if (!(bar.Low <= low && high <= bar.High && bar.Low > 0 && bar.High <= double.MaxValue))
        {
            throw Refuse(symbolName, index, "prices", bar, "finite prices above 0 with Low <= Open, Close <= High");
        }

        if (bar.TickVolume < 0)
        {
            throw Refuse(symbolName, index, nameof(bar.TickVolume), bar.TickVolume, "at least 0");
        }
    }

    private static ArgumentException Refuse(
        string symbolName, int index, string field, object value, string expected) =>
        new(string.Create(
            CultureInfo.InvariantCulture, $"Bar {index} of {symbolName}: {field} is {value}; expected {expected}."));
}
