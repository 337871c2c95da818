using cAlgo.API;
using LiqIndicators.MarketData.Ports;

namespace LiqIndicators.CTrader.Feeds;

/// <summary>Texts in the platform's local storage, shared by all charts of the device.</summary>
/// <remarks>
/// Charts are processes of their own and each holds a copy of the shared storage, which it writes out as a whole. So a copy is refreshed
/// before it is read or written, and written out at once: what another chart wrote in between is not undone. There is no lock; of two that
/// write in the same moment one may lose its text, which costs a later start some requests.
/// </remarks>
internal sealed class ChartBlobs : IBlobStore
{
    private readonly LocalStorage _storage;
    private readonly Action<string> _log;
    private bool _hasComplained;

    /// <param name="storage">The platform's storage; nothing else of the algo may write to its shared part.</param>
    /// <param name="log">Hears once that the storage fails.</param>
    internal ChartBlobs(LocalStorage storage, Action<string> log)
    {
        _storage = storage;
        _log = log;
    }

    public string? Read(string key)
    {
        string? text = null;
        Try(() =>
        {
            _storage.Reload(LocalStorageScope.Device);
            text = _storage.GetString(BlobKey.Check(key), LocalStorageScope.Device);
        });
        return text;
    }

    public void Write(string key, string text) => Try(() =>
    {
        _storage.Reload(LocalStorageScope.Device);
        _storage.SetString(BlobKey.Check(key), text, LocalStorageScope.Device);
        _storage.Flush(LocalStorageScope.Device);
    });

    public void Remove(string key) => Try(() =>
    {
        _storage.Reload(LocalStorageScope.Device);
        _storage.Remove(BlobKey.Check(key), LocalStorageScope.Device);
        _storage.Flush(LocalStorageScope.Device);
    });

    // A cache that cannot be kept costs requests and nothing else: it is said once, and the feed goes on.
    private void Try(Action action)
    {
        try
        {
            action();
        }
        catch (LocalStorageException e)
        {
            if (!_hasComplained)
            {
                _hasComplained = true;
                _log($"Local storage: {e.Message} Market data are not kept for the next start.");
            }
        }
    }
}
