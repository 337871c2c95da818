using System.Globalization;
using LiqIndicators.MarketData.Ports;

namespace LiqIndicators.Sessions.Feeds.Cache;

/// <summary>Keeps what is written to a store within a size: the texts written longest ago leave first.</summary>
/// <remarks>A store cannot be listed, so an index of keys, sizes and order is kept in it. A damaged index is begun anew.</remarks>
public sealed class BoundedBlobs : IBlobStore
{
    /// <summary>Key of the index.</summary>
    public const string IndexKey = "LIQ index";

    /// <summary>Most characters of all texts together, about 10 symbols' worth of a month of two venues.</summary>
    public const int DefaultCharacters = 16_000_000;

    private readonly IBlobStore _store;
    private readonly int _mostCharacters;

    /// <summary>Bounds a store.</summary>
    /// <param name="store">The store.</param>
    /// <param name="mostCharacters">Most characters of all texts together; above 0.</param>
    public BoundedBlobs(IBlobStore store, int mostCharacters = DefaultCharacters)
    {
        ArgumentNullException.ThrowIfNull(store);
        _store = store;
        _mostCharacters = mostCharacters;
    }

    /// <inheritdoc/>
    public string? Read(string key) => _store.Read(key);

    /// <inheritdoc/>
    /// <remarks>A text larger than all the room is not kept, nor is what stood under its key.</remarks>
    public void Write(string key, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<(string Key, int Size)> index = ReadIndex();
        index.RemoveAll(entry => entry.Key == key);
        if (text.Length > _mostCharacters)
        {
            _store.Remove(key);
            WriteIndex(index);
            return;
        }

        index.Add((key, text.Length));
        long total = index.Sum(entry => (long)entry.Size);
        while (total > _mostCharacters)
        {
            total -= index[0].Size;
            _store.Remove(index[0].Key);
            index.RemoveAt(0);
        }

        WriteIndex(index);
        _store.Write(key, text);
    }

    /// <inheritdoc/>
    public void Remove(string key)
    {
        List<(string Key, int Size)> index = ReadIndex();
        if (index.RemoveAll(entry => entry.Key == key) > 0)
        {
            WriteIndex(index);
        }

        _store.Remove(key);
    }

    private List<(string Key, int Size)> ReadIndex()
    {
        List<(string, int)> index = [];
        foreach (string line in (_store.Read(IndexKey) ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] parts = line.Split('\t');
            if (parts.Length == 2 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int size))
            {
                index.Add((parts[0], size));
            }
        }

        return index;
    }

    private void WriteIndex(List<(string Key, int Size)> index) =>
        _store.Write(IndexKey, string.Join('\n', index.Select(entry => FormattableString.Invariant($"{entry.Key}\t{entry.Size}"))));
}
