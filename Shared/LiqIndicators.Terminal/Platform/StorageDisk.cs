using cAlgo.API;

namespace LiqIndicators.Terminal.Platform;

/// <summary>What local storage has written out. It outlives terminals: share one to play a restart.</summary>
public sealed class StorageDisk
{
    private readonly Dictionary<string, IReadOnlyDictionary<string, string>> _files = [];

    /// <summary>Why reading and writing fail; null while the disk works.</summary>
    public string? Failure { get; set; }

    /// <summary>Names of what was written, in order.</summary>
    public IReadOnlyList<string> Files => _files.Keys.Order(StringComparer.Ordinal).ToArray();

    /// <summary>Texts by key of a file; empty when there is no such file.</summary>
    public IReadOnlyDictionary<string, string> Read(string file) =>
        Working()._files.TryGetValue(file, out IReadOnlyDictionary<string, string>? values)
            ? values
            : new Dictionary<string, string>();

    /// <summary>Puts a file there as a run before would have, or as a damaged disk would.</summary>
    public void Write(string file, IReadOnlyDictionary<string, string> values) =>
        Working()._files[file] = new Dictionary<string, string>(values);

    private StorageDisk Working() => Failure is null ? this : throw new LocalStorageException(Failure);
}
