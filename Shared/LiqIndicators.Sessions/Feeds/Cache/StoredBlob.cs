using LiqIndicators.MarketData.Ports;

namespace LiqIndicators.Sessions.Feeds.Cache;

/// <summary>Writes a versioned blob to a store and reads it back; what cannot be read is dropped with a line.</summary>
internal static class StoredBlob
{
    /// <summary>Writes a blob.</summary>
    public static void Write(IBlobStore store, string key, int version, Action<BinaryWriter> write)
    {
        using MemoryStream stream = new();
        using (BinaryWriter writer = new(stream))
        {
            write(writer);
        }

        store.Write(key, BlobCodec.Encode(version, stream.ToArray()));
    }

    /// <summary>Reads a blob.</summary>
    /// <param name="store">Where it was written to.</param>
    /// <param name="key">Its key.</param>
    /// <param name="version">The version wanted.</param>
    /// <param name="kind">What it is, for the line.</param>
    /// <param name="log">Hears why it was dropped.</param>
    /// <param name="read">Takes the payload; gives the reason when it cannot, else null.</param>
    /// <returns>Whether there was one and it was read.</returns>
    public static bool TryRead(
        IBlobStore store, string key, int version, string kind, Action<string> log, Func<BinaryReader, string?> read)
    {
        if (store.Read(key) is not { Length: > 0 } text)
        {
            return false;
        }

        string? reason = BlobCodec.TryDecode(version, text, out byte[] payload, out string refusal) ? Take(payload, read) : refusal;
        if (reason is null)
        {
            return true;
        }

        store.Remove(key);
        log($"{kind} {key} {reason}: dropped.");
        return false;
    }

    private static string? Take(byte[] payload, Func<BinaryReader, string?> read)
    {
        using BinaryReader reader = new(new MemoryStream(payload));
        try
        {
            return read(reader);
        }
        catch (Exception e) when (e is IOException or ArgumentException or FormatException)
        {
            return $"is corrupt ({e.Message})";
        }
    }
}
