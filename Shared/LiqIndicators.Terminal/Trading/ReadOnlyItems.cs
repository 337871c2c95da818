using System.Collections;
using cAlgo.API.Collections;

namespace LiqIndicators.Terminal.Trading;

/// <summary>A fixed list in the words of the API.</summary>
internal sealed class ReadOnlyItems<T> : IReadonlyList<T>
{
    private readonly T[] _items;

    internal ReadOnlyItems(IEnumerable<T> items)
    {
        _items = items.ToArray();
    }

    public int Count => _items.Length;

    public T this[int index] => _items[index];

    public IEnumerator<T> GetEnumerator() => _items.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
