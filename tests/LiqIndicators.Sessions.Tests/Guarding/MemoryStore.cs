using LiqIndicators.Sessions.Guarding;

namespace LiqIndicators.Sessions.Tests.Guarding;

/// <summary>Storage in which a crash loses what was not flushed.</summary>
internal sealed class MemoryStore : IJournalStore
{
    private readonly Dictionary<string, string> _kept = [];
    private Dictionary<string, string> _now = [];

    public string? Read(string key)
    {
        Check(key);
        return _now.GetValueOrDefault(key);
    }

    public void Write(string key, string text)
    {
        Check(key);
        _now[key] = text;
    }

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

    /// <summary>The rule of the platform's storage for keys.</summary>
    private static void Check(string key)
    {
        Assert.InRange(key.Length, 1, 50);
        Assert.All(key, c => Assert.True(char.IsAsciiLetterOrDigit(c) || c == ' ', key));
        Assert.Equal(key.Trim(), key);
    }
}
