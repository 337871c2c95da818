using System.Collections;
using cAlgo.API.Collections;

namespace LiqIndicators.Terminal.Charting;

/// <summary>A list in the platform's own interface, fixed when it was asked for.</summary>
internal sealed class Snapshot<T>(IEnumerable<T> items) : IReadonlyList<T>
{
    private readonly T[] _items = [.. items];

    public int Count => _items.Length;

    public T this[int index] => _items[index];

    public IEnumerator<T> GetEnumerator() => _items.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
