using LiqIndicators.MarketData.Ports;

namespace LiqIndicators.Sessions.Tests.Feeds.World;

/// <summary>A store that checks keys as the platform does.</summary>
internal sealed class MemoryBlobs : IBlobStore
{
    public Dictionary<string, string> Texts { get; } = new(StringComparer.Ordinal);

    public string? Read(string key) => Texts.GetValueOrDefault(BlobKey.Check(key));

    public void Write(string key, string text) => Texts[BlobKey.Check(key)] = text;

    public void Remove(string key) => Texts.Remove(BlobKey.Check(key));
}
