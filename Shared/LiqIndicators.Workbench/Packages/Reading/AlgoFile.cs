using System.Buffers.Binary;
using System.IO.Compression;
using System.Text.Json;

namespace LiqIndicators.Workbench.Packages.Reading;

/// <summary>Reads the clear part of an <c>.algo</c> of format 2. The rest is encrypted, and nobody but Spotware's writer can make one.</summary>
/// <remarks>
/// <c>"algo"</c>, byte 02, uint32 BE N, N bytes of gzip JSON, uint32 BE 16, 16 bytes, payload. A file can come from anywhere: whatever it holds, the reader
/// answers, reads no more of it than its header and metadata, and takes no more memory than the file is long and <see cref="LeastRoom"/>: a package is
/// a hundred times its metadata, so only a bomb needs more.
/// </remarks>
internal static class AlgoFile
{
    /// <summary>Bytes that a reading may take beside as many as the file has, so that metadata can be read without a package around them.</summary>
    internal const int LeastRoom = 64 << 10;

    private const int HeaderBytes = 9;
    private const int KeyBytes = 16;
    // Whole packages are smaller than this.
    private const int MostPackedBytes = 10_000_000;

    /// <summary>Reads a file.</summary>
    /// <exception cref="IOException">The file cannot be read at all.</exception>
    internal static AlgoReading Read(string path)
    {
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1);
        return Read(file);
    }

    /// <summary>Reads from the beginning of a stream that knows its length and can go back.</summary>
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
        Span<byte> after = stackalloc byte[sizeof(uint)];
        file.Position = HeaderBytes + packed;
        if (file.ReadAtLeast(after, after.Length, throwOnEndOfStream: false) < after.Length)
        {
            return Damaged(length, "it became shorter while it was read.");
        }

        uint key = BinaryPrimitives.ReadUInt32BigEndian(after);
        if (key != KeyBytes)
        {
            return Damaged(length, $"the length after the metadata is {key}; expected {KeyBytes}.");
        }

        long room = length + LeastRoom;
        try
        {
            long inflated = LengthOf(file, packed, room);
            if (inflated > room)
            {
                return Damaged(length, $"its {packed} bytes of metadata unpack to more than {room}.");
            }

            byte[] json = new byte[inflated];
            Unpack(file, packed, json);
            AlgoMetadata? metadata = AlgoMetadataReader.Read(json, room - inflated);
            return metadata is null
                ? Damaged(length, "its metadata are null.")
                : new AlgoReading(AlgoFileState.Readable, null, length, payload, metadata);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            return Damaged(length, $"its metadata do not unpack: {e.Message}");
        }
        catch (JsonException e)
        {
            return Damaged(length, $"its metadata are not what was expected, at {(string.IsNullOrEmpty(e.Path) ? "the beginning" : e.Path)}: {e.Message.Split('\n')[0]}");
        }
    }

    /// <summary>How many bytes the metadata unpack to, or anything above the most that may be.</summary>
    private static long LengthOf(Stream file, int packed, long most)
    {
        using GZipStream gzip = Open(file, packed);
        Span<byte> chunk = stackalloc byte[1024];
        long inflated = 0;
        for (int read; inflated <= most && (read = gzip.Read(chunk)) > 0;)
        {
            inflated += read;
        }

        return inflated;
    }

    private static void Unpack(Stream file, int packed, Span<byte> json)
    {
        using GZipStream gzip = Open(file, packed);
        gzip.ReadExactly(json);
    }

    private static GZipStream Open(Stream file, int packed)
    {
        file.Position = HeaderBytes;
        return new GZipStream(new StreamPart(file, packed), CompressionMode.Decompress);
    }

    private static AlgoReading Damaged(long length, string reason) => AlgoReading.Refused(AlgoFileState.Damaged, length, reason);
}
