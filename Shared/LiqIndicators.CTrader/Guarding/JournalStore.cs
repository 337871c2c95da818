using cAlgo.API;
using LiqIndicators.MarketData.Ports;
using LiqIndicators.Sessions.Guarding;

namespace LiqIndicators.CTrader.Guarding;

/// <summary>The guard's texts in the platform's local storage, shared by all instances of the guard on a machine.</summary>
/// <remarks>
/// Each instance is a process with its own copy, which it writes out whole. So the copy is loaded anew before anything is written to it, and, at
/// most about once a second, before it is read: a second instance is seen, and what it wrote in between is not undone. What cannot be stored is
/// kept in memory and said: the guard goes on, and only a restart would not know of it. What cannot be read is as it was last known: a kill
/// switch must work, and stay on, while the storage fails.
/// </remarks>
internal sealed class JournalStore : IJournalStore
{
    private const LocalStorageScope Scope = LocalStorageScope.Type;

    // Below the time a claim of the lock must stand, so that the look which settles it does not find the own copy.
    private static readonly TimeSpan ReloadTime = 0.9 * InstanceLock.ClaimTime;

    private readonly LocalStorage _storage;
    private readonly bool _isShared;
    private readonly IClock _clock;
    private readonly Action _keep;
    private readonly Action<string> _log;
    private readonly Dictionary<string, string?> _pending = [];
    private readonly Dictionary<string, string?> _known = [];
    private DateTime _loadedUtc;
    private bool _isLost;
    private bool _hasComplainedOfReading;
    private bool _hasComplained;

    /// <param name="storage">The platform's storage.</param>
    /// <param name="isShared">Whether other instances write there too; where the storage is the memory of one run, loading it anew might empty it.</param>
    /// <param name="clock">The platform's clock.</param>
    /// <param name="keep">Writes out what else the robot has put into the storage, before it is loaded anew.</param>
    /// <param name="log">Hears once, until it works again, that the storage fails.</param>
    internal JournalStore(LocalStorage storage, bool isShared, IClock clock, Action keep, Action<string> log)
    {
        _storage = storage;
        _isShared = isShared;
        _clock = clock;
        _keep = keep;
        _log = log;
    }

    /// <inheritdoc/>
    public string? Read(string key)
    {
        if (_pending.TryGetValue(key, out string? pending))
        {
            return pending;
        }

        try
        {
            if ((_clock.NowUtc - _loadedUtc).Duration() >= ReloadTime)
            {
                Load();
            }

            if (!_isLost)
            {
                _known[key] = _storage.GetString(key, Scope);
            }
        }
        catch (Exception e) when (IsOfStorage(e))
        {
            if (!_hasComplainedOfReading)
            {
                _hasComplainedOfReading = true;
                _log($"The storage cannot be read ({e.Message}). The guard goes on with what it knows; other instances are not seen.");
            }
        }

        return _known.GetValueOrDefault(key);
    }

    /// <inheritdoc/>
    public void Write(string key, string text) => Remember(key, text);

    /// <inheritdoc/>
    public void Remove(string key) => Remember(key, null);

    /// <inheritdoc/>
    public void Flush()
    {
        if (_pending.Count == 0)
        {
            return;
        }

        try
        {
            Load();
            foreach ((string key, string? text) in _pending)
            {
                if (text is null)
                {
                    _storage.Remove(key, Scope);
                }
                else
                {
                    _storage.SetString(key, text, Scope);
                }
            }

            _storage.Flush(Scope);
            _pending.Clear();
            _hasComplained = false;
        }
        catch (Exception e) when (IsOfStorage(e))
        {
            if (!_hasComplained)
            {
                _hasComplained = true;
                _log($"The journal cannot be stored ({e.Message}). The guard goes on; a restart would not know what it did since.");
            }
        }
    }

    private static bool IsOfStorage(Exception e) => e is LocalStorageException or IOException or UnauthorizedAccessException;

    private void Remember(string key, string? text)
    {
        _pending[BlobKey.Check(key)] = text;
        _known[key] = text;
    }

    private void Load()
    {
        _loadedUtc = _clock.NowUtc;
        if (_isShared)
        {
            _isLost = true;
            _keep();
            _storage.Reload(Scope);
        }

        _isLost = false;
        _hasComplainedOfReading = false;
    }
}
