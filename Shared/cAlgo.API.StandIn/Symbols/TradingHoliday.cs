namespace cAlgo.API;

public interface TradingHoliday
{
    string Name { get; }
    DateTime StartTime { get; }
    DateTime EndTime { get; }
    bool IsRecurring { get; }
}
