namespace cAlgo.API.Collections;

public interface IReadonlyList<T> : IEnumerable<T>
{
    int Count { get; }

    T this[int index] { get; }
}
