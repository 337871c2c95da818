using System.Globalization;
using System.IO.Compression;
using LiqIndicators.Sessions.Memory;

namespace LiqIndicators.Sessions.Feeds.Cache;

/// <summary>Packs bytes into a text with version, length and checksum, and takes nothing else back.</summary>
public static class BlobCodec
{
    /// <summary>Most bytes of a packed payload.</summary>
    public const int MaximumBytes = 16_000_000;

    private const string Mark = "LIQ";

    /// <summary>Packs a payload.</summary>
    /// <param name="version">Version of the payload's format.</param>
    /// <param name="payload">The bytes.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are more than <see cref="MaximumBytes"/>.</exception>
    public static string Encode(int version, byte[] payload)
    {
        ArgumentNullException.ThrowIfNull(payload);
        if (payload.Length > MaximumBytes)
        {
            throw new ArgumentOutOfRangeException(nameof(payload), payload.Length, $"A blob has at most {MaximumBytes} bytes.");
        }

        using MemoryStream packed = new();
        using (DeflateStream deflate = new(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            deflate.Write(payload, 0, payload.Length);
        }

        string head = string.Create(CultureInfo.InvariantCulture, $"{Mark}:{version}:{payload.Length}:{Checksum.Of(payload):x16}:");
        return head + Convert.ToBase64String(packed.GetBuffer(), 0, (int)packed.Length);
    }

    /// <summary>Unpacks a payload.</summary>
    /// <param name="version">The version wanted.</param>
    /// <param name="text">What was packed, or anything else.</param>
    /// <param name="payload">The bytes; empty when they cannot be had.</param>
    /// <param name="reason">Why they cannot be had; empty when they can.</param>
    /// <returns>Whether the text holds an intact payload of the version.</returns>
    public static bool TryDecode(int version, string text, out byte[] payload, out string reason)
    {
        ArgumentNullException.ThrowIfNull(text);
        payload = Array.Empty<byte>();
        string[] parts = text.Split(':', 5);
        if (parts.Length != 5 || parts[0] != Mark
            || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int found)
            || !int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out int length)
            || length > MaximumBytes)
        {
            reason = "is not a blob of this program";
            return false;
        }

        if (found != version)
        {
            reason = string.Create(CultureInfo.InvariantCulture, $"has version {found}; expected {version}");
            return false;
        }

        try
        {
            byte[] bytes = Unpack(Convert.FromBase64String(parts[4]), length);
            if (Checksum.Of(bytes).ToString("x16", CultureInfo.InvariantCulture) == parts[3])
            {
                payload = bytes;
                reason = "";
                return true;
            }

            reason = "has a wrong checksum";
        }
        catch (Exception e) when (e is FormatException or InvalidDataException or EndOfStreamException)
        {
            reason = $"is corrupt ({e.Message})";
        }

        return false;
    }

    private static byte[] Unpack(byte[] packed, int length)
    {
        using MemoryStream stream = new(packed);
        using DeflateStream inflate = new(stream, CompressionMode.Decompress);
        byte[] bytes = new byte[length];
        int done = 0;
        while (done < length)
        {
            int read = inflate.Read(bytes, done, length - done);
            if (read == 0)
            {
                throw new EndOfStreamException("The blob ends early.");
            }

            done += read;
        }

        return inflate.ReadByte() < 0 ? bytes : throw new InvalidDataException("The blob goes on after its end.");
    }
}
