using LiqIndicators.Terminal.Trading;

namespace LiqIndicators.Terminal.Brokerage;

/// <summary>When in a week a market is open.</summary>
internal sealed class WeeklyHours
{
    private const double MinutesPerWeek = 7 * 24 * 60;

    private readonly IReadOnlyList<OpenHours> _hours;

    internal WeeklyHours(IReadOnlyList<OpenHours> hours)
    {
        _hours = hours;
    }

    /// <summary>Asked at every price, so that most markets answer without a thing to collect.</summary>
    internal bool IsOpen(DateTime time) => _hours.Count == 0 || IsWithin(time);

    internal TimeSpan TimeTillClose(DateTime now) => IsOpen(now) && _hours.Count > 0 ? Nearest(End, now) : TimeSpan.Zero;

    internal TimeSpan TimeTillOpen(DateTime now) => IsOpen(now) ? TimeSpan.Zero : Nearest(Start, now);

    private bool IsWithin(DateTime time)
    {
        double now = Minute(time.DayOfWeek, time.TimeOfDay);
        return _hours.Any(open => Distance(Start(open), now) < Distance(Start(open), End(open)));
    }

    private static double Start(OpenHours open) => Minute(open.StartDay, open.StartTime);

    private static double End(OpenHours open) => Minute(open.EndDay, open.EndTime);

    private static double Minute(DayOfWeek day, TimeSpan time) => ((int)day * 24 * 60) + time.TotalMinutes;

    /// <summary>Minutes from one moment of the week on to another.</summary>
    private static double Distance(double from, double to) => to >= from ? to - from : to - from + MinutesPerWeek;

    /// <summary>Time from a moment on to the nearest edge.</summary>
    private TimeSpan Nearest(Func<OpenHours, double> edge, DateTime time)
    {
        double now = Minute(time.DayOfWeek, time.TimeOfDay);
        return TimeSpan.FromMinutes(_hours.Min(open => Distance(now, edge(open))));
    }
}
