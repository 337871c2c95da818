using cAlgo.API;

namespace LiqIndicators.Terminal.Charting;

/// <summary>Between times and places on the horizontal axis, which counts bars: absent bars take no room.</summary>
/// <remarks>Before the first and after the last bar the axis goes on in steps of the shortest of the newest distances.</remarks>
internal static class ChartTimes
{
    private const int BarsForStep = 100;

    /// <summary>Place of a time: whole at the opening of a bar, a fraction between two; NaN without bars.</summary>
    public static double IndexOf(Bars bars, DateTime time)
    {
        int count = bars.Count;
        if (count == 0)
        {
            return double.NaN;
        }

        int index = bars.OpenTimes.GetIndexByTime(time);
        if (index < 0)
        {
            return Ticks(bars.OpenTimes[0], time) / Step(bars);
        }

        double into = Ticks(bars.OpenTimes[index], time);
        return index >= count - 1
            ? count - 1 + (into / Step(bars))
            : index + (into / Ticks(bars.OpenTimes[index], bars.OpenTimes[index + 1]));
    }

    /// <summary>Time of a place; the kind of the bars' own times. Without bars the earliest time.</summary>
    public static DateTime TimeOf(Bars bars, double index)
    {
        int last = bars.Count - 1;
        if (last < 0)
        {
            return default;
        }

        int whole = (int)Math.Clamp(Math.Floor(index), 0, last);
        double length = whole < last && index >= 0 ? Ticks(bars.OpenTimes[whole], bars.OpenTimes[whole + 1]) : Step(bars);
        return bars.OpenTimes[whole].AddTicks((long)Math.Round((index - whole) * length));
    }

    private static double Step(Bars bars)
    {
        double least = double.PositiveInfinity;
        for (int i = Math.Max(1, bars.Count - BarsForStep); i < bars.Count; i++)
        {
            double distance = Ticks(bars.OpenTimes[i - 1], bars.OpenTimes[i]);
            least = distance > 0 ? Math.Min(least, distance) : least;
        }

        return double.IsFinite(least) ? least : TimeSpan.TicksPerMinute;
    }

    private static double Ticks(DateTime from, DateTime to) => to.Ticks - from.Ticks;
}
