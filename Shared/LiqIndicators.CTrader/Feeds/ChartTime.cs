using cAlgo.API;
using cAlgo.API.Internals;

namespace LiqIndicators.CTrader.Feeds;

/// <summary>Times of the platform as UTC: algos run in UTC, but the kind of a time is not promised.</summary>
internal static class ChartTime
{
    internal static DateTime Utc(DateTime time) => DateTime.SpecifyKind(time, DateTimeKind.Utc);

    internal static DateTime NowUtc(Algo algo) => Utc(algo.Server.TimeInUtc);

    /// <summary>When a bar was closed: at the opening of the next one; the last bar is open and lives now.</summary>
    internal static DateTime ClosedUtc(Algo algo, int index) =>
        index + 1 < algo.Bars.Count ? Utc(algo.Bars.OpenTimes[index + 1]) : NowUtc(algo);

    /// <summary>When a closed bar's last price could be had: a bar before a pause of the broker ends with its length, not with the pause.</summary>
    internal static DateTime EndUtc(Algo algo, int index, TimeSpan barLength)
    {
        DateTime endUtc = Utc(algo.Bars.OpenTimes[index]) + barLength;
        DateTime closedUtc = ClosedUtc(algo, index);
        return endUtc < closedUtc ? endUtc : closedUtc;
    }

    /// <summary>Length of a bar as the shortest of the last few steps: time frames without a fixed length have one too.</summary>
    internal static TimeSpan BarLength(Bars bars)
    {
        TimeSpan shortest = TimeSpan.FromDays(31);
        for (int i = Math.Max(1, bars.Count - 10); i < bars.Count; i++)
        {
            TimeSpan step = bars.OpenTimes[i] - bars.OpenTimes[i - 1];
            shortest = step > TimeSpan.Zero && step < shortest ? step : shortest;
        }

        return shortest;
    }
}
