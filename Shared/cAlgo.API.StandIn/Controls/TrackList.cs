using System.Collections;
using cAlgo.API.Collections;

namespace cAlgo.API;

/// <summary>Rows or columns of a grid, seen through the interface of one of the two.</summary>
internal sealed class TrackList<T> : IReadonlyList<T>
{
    internal List<GridTrack> Items { get; } = new();

    public int Count => Items.Count;

    public T this[int index] => (T)(object)Items[index];

    public IEnumerator<T> GetEnumerator() => Items.Cast<T>().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
