namespace cAlgo.API;

public static class Functions
{
    public static bool IsRising(this DataSeries series) => series.Last(0) > series.Last(1);

    public static bool IsFalling(this DataSeries series) => series.Last(0) < series.Last(1);

    public static double Maximum(this DataSeries series, int period) => LastValues(series, period).Max();

    public static double Minimum(this DataSeries series, int period) => LastValues(series, period).Min();

    public static double Sum(this DataSeries series, int period) => LastValues(series, period).Sum();

    public static bool HasCrossedAbove(this DataSeries crossingSeries, DataSeries crossedSeries, int period) =>
        HasCrossed(period, i => crossingSeries.Last(i) - crossedSeries.Last(i));

    public static bool HasCrossedAbove(this DataSeries crossingSeries, double value, int period) =>
        HasCrossed(period, i => crossingSeries.Last(i) - value);

    public static bool HasCrossedBelow(this DataSeries crossingSeries, DataSeries crossedSeries, int period) =>
        HasCrossed(period, i => crossedSeries.Last(i) - crossingSeries.Last(i));

    public static bool HasCrossedBelow(this DataSeries crossingSeries, double value, int period) =>
        HasCrossed(period, i => value - crossingSeries.Last(i));

    private static IEnumerable<double> LastValues(DataSeries series, int period) =>
        Enumerable.Range(0, period).Select(series.Last);

    private static bool HasCrossed(int period, Func<int, double> distance) =>
        distance(0) > 0 && Enumerable.Range(1, period).Any(i => distance(i) <= 0);
}
