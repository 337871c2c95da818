namespace LiqIndicators.MarketData.Ports;

/// <summary>Keeps texts by key from one run to the next, within the rules of <see cref="BlobKey"/>.</summary>
public interface IBlobStore
{
    /// <summary>The text under a key; null when there is none.</summary>
    public string? Read(string key);

    /// <summary>Puts a text under a key, replacing what is there.</summary>
    public void Write(string key, string text);

    /// <summary>Forgets a key; nothing happens when it is not there.</summary>
    public void Remove(string key);
}
