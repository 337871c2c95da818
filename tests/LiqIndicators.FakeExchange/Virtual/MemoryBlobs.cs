using LiqIndicators.MarketData.Ports;

namespace LiqIndicators.FakeExchange.Virtual;

/// <summary>A store that checks keys as the platform does.</summary>
public sealed class MemoryBlobs : IBlobStore
{
    public Dictionary<string, string> Texts { get; } = new(StringComparer.Ordinal);

    public string? Read(string key) => Texts.GetValueOrDefault(BlobKey.Check(key));

    public void Write(string key, string text) => Texts[BlobKey.Check(key)] = text;

    public void Remove(string key) => Texts.Remove(BlobKey.Check(key));
}
