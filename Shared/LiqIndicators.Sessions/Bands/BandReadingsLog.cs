namespace LiqIndicators.Sessions.Bands;

/// <summary>Readings by the time they were published, so that any past chart bar sees what was known then and nothing later.</summary>
internal sealed class BandReadingsLog
{
    private readonly List<BandReadings> _readings = [];

    internal void Clear() => _readings.Clear();

    internal void Add(in BandReadings readings) => _readings.Add(readings);

    /// <summary>The newest readings published by a time.</summary>
    internal BandReadings AsOf(DateTime asOfUtc)
    {
        int low = 0;
        int high = _readings.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_readings[middle].PublishedUtc <= asOfUtc)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low == 0 ? BandReadings.None : _readings[low - 1];
    }
}
