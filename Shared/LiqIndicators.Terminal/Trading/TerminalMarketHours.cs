using cAlgo.API;
using cAlgo.API.Collections;
using cAlgo.API.Internals;
using LiqIndicators.Terminal.Brokerage;
using LiqIndicators.Terminal.Runtime;

namespace LiqIndicators.Terminal.Trading;

/// <summary>When a symbol can be traded.</summary>
internal sealed class TerminalMarketHours : MarketHours
{
    private readonly TerminalCore _core;
    private readonly WeeklyHours _hours;

    internal TerminalMarketHours(TerminalCore core, IReadOnlyList<OpenHours> hours)
    {
        _core = core;
        _hours = new WeeklyHours(hours);
        Sessions = new ReadOnlyItems<TradingSession>(hours.Select(open => new Session(open)));
        Holidays = new ReadOnlyItems<TradingHoliday>([]);
    }

    public IReadonlyList<TradingSession> Sessions { get; }

    public IReadonlyList<TradingHoliday> Holidays { get; }

    public bool IsOpened() => IsOpened(_core.NowUtc);

    public bool IsOpened(DateTime datetime) => _hours.IsOpen(datetime);

    public TimeSpan TimeTillClose() => _hours.TimeTillClose(_core.NowUtc);

    public TimeSpan TimeTillOpen() => _hours.TimeTillOpen(_core.NowUtc);

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
