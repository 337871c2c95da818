namespace LiqIndicators.Sessions.Following;

/// <summary>Readings by the time they were published, so that any past chart bar sees what was known then and nothing later.</summary>
/// <remarks>It remembers as many as its reader may ask for, and up to an eighth more: the oldest leave together, so that adding one costs the same however long it runs.</remarks>
/// <typeparam name="TReadings">What is known at a time.</typeparam>
/// <param name="none">What is known before the first readings.</param>
internal sealed class ReadingsLog<TReadings>(TReadings none)
    where TReadings : struct
{
    private readonly List<DateTime> _publishedUtc = [];
    private readonly List<TReadings> _readings = [];

    private int _most = int.MaxValue;

    /// <summary>How many are remembered.</summary>
    internal int Count => _readings.Count;

    /// <summary>Forgets all.</summary>
    /// <param name="most">How many to remember at least from now on; above 0.</param>
    internal void Clear(int most)
    {
        _most = most;
        _publishedUtc.Clear();
        _readings.Clear();
    }

    /// <summary>Adds readings published after all before.</summary>
    internal void Add(DateTime publishedUtc, in TReadings readings)
    {
        _publishedUtc.Add(publishedUtc);
        _readings.Add(readings);
        int surplus = _readings.Count - _most;
        if (surplus > _most / 8)
        {
            _publishedUtc.RemoveRange(0, surplus);
            _readings.RemoveRange(0, surplus);
        }
    }

    /// <summary>The newest readings published by a time; none when even they are older than allowed.</summary>
    internal TReadings AsOf(DateTime asOfUtc, TimeSpan longestAge)
    {
        int count = CountBy(asOfUtc);
        return count == 0 || asOfUtc - _publishedUtc[count - 1] > longestAge ? none : _readings[count - 1];
    }

    /// <summary>All readings published after one time and by another, in order of time.</summary>
    internal ReadOnlySpan<TReadings> Between(DateTime afterUtc, DateTime byUtc)
    {
        int first = CountBy(afterUtc);
        int count = Math.Max(0, CountBy(byUtc) - first);
        return System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_readings).Slice(first, count);
    }

    private int CountBy(DateTime asOfUtc)
    {
        int low = 0;
        int high = _publishedUtc.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_publishedUtc[middle] <= asOfUtc)
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
}
