namespace cAlgo.API;

public interface TimeSeries : IEnumerable<DateTime>
{
    DateTime this[int index] { get; }
    DateTime LastValue { get; }
    int Count { get; }

    DateTime Last(int index);
    int GetIndexByExactTime(DateTime dateTime);
    int GetIndexByTime(DateTime dateTime);
}
