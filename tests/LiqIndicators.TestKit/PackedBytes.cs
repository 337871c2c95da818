using System.IO.Compression;
using System.Text.RegularExpressions;

namespace LiqIndicators.TestKit;

/// <summary>What is hidden from a plain search of a text: bytes that were deflated and written in base64.</summary>
/// <remarks>Knows nothing of the product's own format, so that it goes on finding what that format packs.</remarks>
public static partial class PackedBytes
{
    private const int MostBytes = 64_000_000;

    /// <summary>The bytes behind every run of base64 that inflates, without those that hold nothing.</summary>
    public static IReadOnlyList<byte[]> In(string text) =>
        [.. Base64().Matches(text).Select(match => Unpacked(match.Value)).OfType<byte[]>()];

    private static byte[]? Unpacked(string base64)
    {
        byte[] packed = new byte[base64.Length];
        if (!Convert.TryFromBase64String(base64, packed, out int length))
        {
            return null;
        }

        using DeflateStream inflate = new(new MemoryStream(packed, 0, length), CompressionMode.Decompress);
        using MemoryStream bytes = new();
        try
        {
            byte[] part = new byte[81_920];
            for (int read = inflate.Read(part); read > 0 && bytes.Length < MostBytes; read = inflate.Read(part))
            {
                bytes.Write(part, 0, read);
            }
        }
        catch (InvalidDataException)
        {
            // Some other text in these letters.
            return null;
        }

        return bytes.Length > 0 ? bytes.ToArray() : null;
    }

    [GeneratedRegex("[A-Za-z0-9+/]{12,}={0,2}")]
    private static partial Regex Base64();
}
