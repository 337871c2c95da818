using System.Text.Json;
using cAlgo.API;
using LiqIndicators.Terminal.Runtime;

namespace LiqIndicators.Terminal.Platform;

/// <summary>
/// Local storage of one use of an algo. On the desktop and the command line it is written out each minute, on
/// <c>Flush</c> and when the algo is removed; elsewhere it ends with the run.
/// </summary>
internal sealed class TerminalStorage : LocalStorage
{
    private const int LongestKey = 50;
    private static readonly TimeSpan SaveInterval = TimeSpan.FromMinutes(1);

    private readonly TerminalCore _core;
    private readonly Dictionary<LocalStorageScope, string> _files;
    private readonly Dictionary<LocalStorageScope, Dictionary<string, string>> _values = [];
    private readonly HashSet<LocalStorageScope> _dirty = [];

    internal TerminalStorage(TerminalCore core, Type algoType, string instanceId)
    {
        _core = core;
        _files = new Dictionary<LocalStorageScope, string>
        {
            [LocalStorageScope.Instance] = $"{algoType.FullName}/{instanceId}",
            [LocalStorageScope.Type] = $"{algoType.FullName}",
            [LocalStorageScope.Device] = "Device",
        };
        if (IsOnDisk)
        {
            ScheduleSave();
        }
    }

    private bool IsOnDisk => _core.Options.Environment is TerminalEnvironment.Desktop or TerminalEnvironment.Cli;

    public void SetString(string key, string value) => SetString(key, value, LocalStorageScope.Instance);

    public void SetString(string key, string value, LocalStorageScope localStorageScope)
    {
        Values(localStorageScope)[CheckKey(key)] = value;
        _dirty.Add(localStorageScope);
    }

    public void SetObject(string key, object obj) => SetObject(key, obj, LocalStorageScope.Instance);

    public void SetObject(string key, object obj, LocalStorageScope localStorageScope) =>
        SetString(key, JsonSerializer.Serialize(obj), localStorageScope);

    public string? GetString(string key) => GetString(key, LocalStorageScope.Instance);

    public string? GetString(string key, LocalStorageScope localStorageScope) =>
        Values(localStorageScope).GetValueOrDefault(CheckKey(key));

    public T? GetObject<T>(string key) => GetObject<T>(key, LocalStorageScope.Instance);

    public T? GetObject<T>(string key, LocalStorageScope localStorageScope) =>
        GetString(key, localStorageScope) is { } json ? JsonSerializer.Deserialize<T>(json) : default;

    public void Remove(string key) => Remove(key, LocalStorageScope.Instance);

    public void Remove(string key, LocalStorageScope localStorageScope)
    {
        if (Values(localStorageScope).Remove(CheckKey(key)))
        {
            _dirty.Add(localStorageScope);
        }
    }

    public void Flush(LocalStorageScope localStorageScope)
    {
        if (_dirty.Remove(localStorageScope) && IsOnDisk)
        {
            _core.Options.Disk.Write(_files[localStorageScope], _values[localStorageScope]);
        }
    }

    public void Reload(LocalStorageScope localStorageScope)
    {
        _core.CheckThread();
        if (IsOnDisk)
        {
            _dirty.Remove(localStorageScope);
            _values.Remove(localStorageScope);
        }
    }

    /// <summary>Writes everything out that changed.</summary>
    internal void Save()
    {
        foreach (LocalStorageScope scope in _dirty.Order().ToArray())
        {
            Flush(scope);
        }
    }

    /// <summary>The process dies: what was not written out is lost.</summary>
    internal void Forget()
    {
        _dirty.Clear();
        _values.Clear();
    }

    private Dictionary<string, string> Values(LocalStorageScope scope)
    {
        _core.CheckThread();
        if (!_values.TryGetValue(scope, out Dictionary<string, string>? values))
        {
            values = IsOnDisk ? new Dictionary<string, string>(_core.Options.Disk.Read(_files[scope])) : [];
            _values.Add(scope, values);
        }

        return values;
    }

    private void ScheduleSave() => _core.Dispatcher.Schedule(_core.NowUtc + SaveInterval, () =>
    {
        Save();
        ScheduleSave();
    });

    private static string CheckKey(string key)
    {
        bool isValid = key is { Length: > 0 and <= LongestKey }
            && key.All(letter => char.IsLetterOrDigit(letter) || letter == ' ')
            && key[0] != ' '
            && key[^1] != ' ';
        return isValid
            ? key
            : throw new LocalStorageException(
                $"'{key}' is not a key; expected 1 to {LongestKey} letters, digits and inner spaces.");
    }
}
