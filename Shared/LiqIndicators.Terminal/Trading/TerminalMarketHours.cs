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

    public bool IsOpened(DateTime datetime) => _hours.Count == 0
        || _hours.Any(open => MinutesUntil(Start(open), datetime) is var toStart
            && MinutesUntil(End(open), datetime) < toStart + (toStart == 0 ? MinutesPerWeek : 0));

    public TimeSpan TimeTillClose() => IsOpened() && _hours.Count > 0 ? Nearest(End) : TimeSpan.Zero;

    public TimeSpan TimeTillOpen() => IsOpened() ? TimeSpan.Zero : Nearest(Start);

    private static double Start(OpenHours open) => Minute(open.StartDay, open.StartTime);

    private static double End(OpenHours open) => Minute(open.EndDay, open.EndTime);

    private static double Minute(DayOfWeek day, TimeSpan time) => ((int)day * 24 * 60) + time.TotalMinutes;

    private static double MinutesUntil(double minute, DateTime time)
    {
        double distance = minute - Minute(time.DayOfWeek, time.TimeOfDay);
        return distance >= 0 ? distance : distance + MinutesPerWeek;
    }

    private TimeSpan Nearest(Func<OpenHours, double> edge) =>
        TimeSpan.FromMinutes(_hours.Min(open => MinutesUntil(edge(open), _core.NowUtc)));

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
