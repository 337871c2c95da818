using cAlgo.API;
using cAlgo.API.Collections;
using cAlgo.API.Internals;
using LiqIndicators.Terminal.Runtime;

namespace LiqIndicators.Terminal.Trading;

/// <summary>When a symbol can be traded.</summary>
internal sealed class TerminalMarketHours : MarketHours
{
    private const double MinutesPerWeek = 7 * 24 * 60;

    private readonly TerminalCore _core;
    private readonly IReadOnlyList<OpenHours> _hours;

    internal TerminalMarketHours(TerminalCore core, IReadOnlyList<OpenHours> hours)
    {
        _core = core;
        _hours = hours;
        Sessions = new ReadOnlyItems<TradingSession>(hours.Select(open => new Session(open)));
        Holidays = new ReadOnlyItems<TradingHoliday>([]);
    }

    public IReadonlyList<TradingSession> Sessions { get; }

    public IReadonlyList<TradingHoliday> Holidays { get; }

    public bool IsOpened() => IsOpened(_core.NowUtc);

    public bool IsOpened(DateTime datetime)
    {
        double now = Minute(datetime.DayOfWeek, datetime.TimeOfDay);
        return _hours.Count == 0 || _hours.Any(open => Distance(Start(open), now) < Distance(Start(open), End(open)));
    }

    public TimeSpan TimeTillClose() => IsOpened() && _hours.Count > 0 ? Nearest(End) : TimeSpan.Zero;

    public TimeSpan TimeTillOpen() => IsOpened() ? TimeSpan.Zero : Nearest(Start);

    private static double Start(OpenHours open) => Minute(open.StartDay, open.StartTime);

    private static double End(OpenHours open) => Minute(open.EndDay, open.EndTime);

    private static double Minute(DayOfWeek day, TimeSpan time) => ((int)day * 24 * 60) + time.TotalMinutes;

    /// <summary>Minutes from one moment of the week on to another.</summary>
    private static double Distance(double from, double to) => to >= from ? to - from : to - from + MinutesPerWeek;

    /// <summary>Time from now on to the nearest edge.</summary>
    private TimeSpan Nearest(Func<OpenHours, double> edge)
    {
        double now = Minute(_core.NowUtc.DayOfWeek, _core.NowUtc.TimeOfDay);
        return TimeSpan.FromMinutes(_hours.Min(open => Distance(now, edge(open))));
    }

    private sealed class Session : TradingSession
    {
        private readonly OpenHours _open;

        internal Session(OpenHours open)
        {
            _open = open;
        }

        public DayOfWeek StartDay => _open.StartDay;

        public DayOfWeek EndDay => _open.EndDay;

        public TimeSpan StartTime => _open.StartTime;

        public TimeSpan EndTime => _open.EndTime;
    }
}
