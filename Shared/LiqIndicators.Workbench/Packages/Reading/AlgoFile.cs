using System.Buffers.Binary;
using System.IO.Compression;
using System.Text.Json;

namespace LiqIndicators.Workbench.Packages.Reading;

/// <summary>Reads the clear part of an <c>.algo</c> of format 2. The rest is encrypted, and nobody but Spotware's writer can make one.</summary>
/// <remarks>
/// <c>"algo"</c>, byte 02, uint32 BE N, N bytes of gzip JSON, uint32 BE 16, 16 bytes, payload. A file can come from anywhere: whatever it holds, the reader
/// answers, reads no more of it than its header and metadata, and unpacks at most <see cref="MostInflatedRatio"/> bytes for one.
/// </remarks>
internal static class AlgoFile
{
    /// <summary>Text as regular as metadata packs 10 to 30 times; deflate can do 1,032, which only a bomb needs.</summary>
    internal const int MostInflatedRatio = 64;

    private const int HeaderBytes = 9;
    private const int KeyBytes = 16;
    // Whole packages are smaller than this.
    private const int MostPackedBytes = 10_000_000;
    private const int MostInflatedBytes = 8 << 20;

    private static readonly JsonSerializerOptions Json = new() { PropertyNameCaseInsensitive = true, MaxDepth = 32 };

    /// <summary>Reads a file.</summary>
    /// <exception cref="IOException">The file cannot be read at all.</exception>
    internal static AlgoReading Read(string path)
    {
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1);
        return Read(file);
    }

    /// <summary>Reads from the beginning of a stream that knows its length.</summary>
    internal static AlgoReading Read(Stream file)
    {
        long length = file.Length;
        Span<byte> header = stackalloc byte[HeaderBytes];
        int got = file.ReadAtLeast(header, HeaderBytes, throwOnEndOfStream: false);
        if (!header[..Math.Min(got, 4)].SequenceEqual("algo"u8[..Math.Min(got, 4)]) || got == 0)
        {
            return AlgoReading.Refused(AlgoFileState.NotAnAlgo, length, got == 0 ? "the file is empty." : "it does not begin with the letters 'algo'.");
        }

        if (got < HeaderBytes)
        {
            return Damaged(length, $"it ends after {got} bytes; expected a header of {HeaderBytes}.");
        }

        if (header[4] != 2)
        {
            return header[4] == 1
                ? AlgoReading.Refused(AlgoFileState.Version1, length, "it is of format 1, which holds no metadata in clear; expected format 2.")
                : Damaged(length, $"its format is {header[4]}; expected 2.");
        }

        uint packed = BinaryPrimitives.ReadUInt32BigEndian(header[5..]);
        long payload = length - HeaderBytes - packed - sizeof(uint) - KeyBytes;
        if (packed > MostPackedBytes)
        {
            return Damaged(length, $"its metadata should take {packed} bytes; expected at most {MostPackedBytes}.");
        }

        return payload < 0
            ? Damaged(length, $"its metadata should take {packed} bytes and {sizeof(uint) + KeyBytes} more follow; the file has {length}.")
            : ReadMetadata(file, length, (int)packed, payload);
    }

    private static AlgoReading ReadMetadata(Stream file, long length, int packed, long payload)
    {
        byte[] body = new byte[packed + sizeof(uint)];
        if (file.ReadAtLeast(body, body.Length, throwOnEndOfStream: false) < body.Length)
        {
            return Damaged(length, "it became shorter while it was read.");
        }

        uint key = BinaryPrimitives.ReadUInt32BigEndian(body.AsSpan(packed));
        if (key != KeyBytes)
        {
            return Damaged(length, $"the length after the metadata is {key}; expected {KeyBytes}.");
        }

        int most = (int)Math.Min(MostInflatedBytes, (long)packed * MostInflatedRatio);
        byte[] inflated = new byte[Math.Min(most + 1, Math.Max(packed * 4, 256))];
        try
        {
            using GZipStream gzip = new(new MemoryStream(body, 0, packed, writable: false), CompressionMode.Decompress);
            int filled = 0;
            for (int read; (read = gzip.Read(inflated, filled, inflated.Length - filled)) > 0;)
            {
                filled += read;
                if (filled > most)
                {
                    return Damaged(length, $"its {packed} bytes of metadata unpack to more than {most}.");
                }

                if (filled == inflated.Length)
                {
                    Array.Resize(ref inflated, Math.Min(most + 1, inflated.Length * 2));
                }
            }

            AlgoMetadata? metadata = JsonSerializer.Deserialize<AlgoMetadata>(inflated.AsSpan(0, filled), Json);
            return metadata is null
                ? Damaged(length, "its metadata are null.")
                : new AlgoReading(AlgoFileState.Readable, null, length, payload, metadata);
        }
        catch (InvalidDataException e)
        {
            return Damaged(length, $"its metadata do not unpack: {e.Message}");
        }
        catch (JsonException e)
        {
            return Damaged(length, $"its metadata are not what was expected, at {(string.IsNullOrEmpty(e.Path) ? "the beginning" : e.Path)}: {FirstLine(e)}");
        }
    }

    private static string FirstLine(JsonException e) => (e.InnerException?.Message ?? e.Message).Split('\n')[0];

    private static AlgoReading Damaged(long length, string reason) => AlgoReading.Refused(AlgoFileState.Damaged, length, reason);
}
