using cAlgo.API.Collections;

namespace cAlgo.API.Internals;

public interface MarketHours
{
    IReadonlyList<TradingSession> Sessions { get; }
    IReadonlyList<TradingHoliday> Holidays { get; }

    bool IsOpened();
    bool IsOpened(DateTime datetime);
    TimeSpan TimeTillClose();
    TimeSpan TimeTillOpen();
}

public interface TradingSession
{
    DayOfWeek StartDay { get; }
    DayOfWeek EndDay { get; }
    TimeSpan StartTime { get; }
    TimeSpan EndTime { get; }
}
