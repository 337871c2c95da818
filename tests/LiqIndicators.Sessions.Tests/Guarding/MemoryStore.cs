using LiqIndicators.MarketData.Ports;
using LiqIndicators.Sessions.Guarding;

namespace LiqIndicators.Sessions.Tests.Guarding;

/// <summary>Storage in which a crash loses what was not flushed.</summary>
internal sealed class MemoryStore : IJournalStore
{
    private readonly Dictionary<string, string> _kept = [];
    private Dictionary<string, string> _now = [];

    public string? Read(string key) => _now.GetValueOrDefault(key);

    public void Write(string key, string text) => _now[BlobKey.Check(key)] = text;

    public void Remove(string key) => _now.Remove(key);

    public void Flush()
    {
        foreach ((string key, string text) in _now)
        {
            _kept[key] = text;
        }
    }

    /// <summary>What a crash leaves.</summary>
    public void Crash() => _now = new Dictionary<string, string>(_kept);

    /// <summary>A store that holds what a crash at this moment would leave.</summary>
    public MemoryStore AfterCrash()
    {
        MemoryStore store = new();
        foreach ((string key, string text) in _kept)
        {
            store.Write(key, text);
        }

        return store;
    }
}
