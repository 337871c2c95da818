namespace cAlgo.API;

public interface DataSeries : IEnumerable<double>
{
    double this[int index] { get; }
    double LastValue { get; }
    int Count { get; }

    double Last(int index);
}
