using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using LiqIndicators.Workbench.Packages.Algos;

namespace LiqIndicators.Workbench.Tests.Packages;

/// <summary>The clear part of an .algo, for a reader to read. The rest is zeros: it is no package and cannot become one.</summary>
internal static class AlgoBytes
{
    /// <summary>Metadata as the platform's documentation lists its fields.</summary>
    internal const string Bands = """
        {"ApiVersion":"1.0.19","Timestamp":"2026-03-30T12:00:00Z","Flags":"Indicator","TargetFramework":".NETCoreApp,Version=v6.0",
         "Types":[{"FriendlyName":"LiquidationBands","TypeName":"LiqIndicators.Indicators.LiquidationBands","AssemblyName":"LiquidationBands",
         "TimeZone":"UTC","IsOverlay":true,"Levels":[60,-60],"Capabilities":[],
         "Lines":[{"PropertyName":"LongPrice","FriendlyName":"Long cluster price"}],
         "Parameters":[{"ParameterType":"Double","PropertyName":"RangePct","FriendlyName":"Range (%)","GroupName":"Bands",
         "MinValue":1,"MaxValue":90,"Step":1,"DefaultValue":25,"Description":"How far."}]}]}
        """;

    /// <summary>Metadata that say what a class says.</summary>
    internal static string MetadataOf(AlgoFace face) => JsonSerializer.Serialize(new
    {
        ApiVersion = "1.0.19",
        Flags = face.Kind,
        TargetFramework = ".NETCoreApp,Version=v6.0",
        Types = new[]
        {
            new
            {
                FriendlyName = face.Name,
                face.TypeName,
                face.TimeZone,
                face.IsOverlay,
                Capabilities = Array.Empty<string>(),
                Lines = face.Outputs.Select(output => new { PropertyName = output.Property, FriendlyName = output.Name }),
                Parameters = face.Inputs.Select(input => new { PropertyName = input.Property, FriendlyName = input.Name, GroupName = input.Group, DefaultValue = input.Default }),
            },
        },
    });

    internal static byte[] Of(string metadata, int payload = 100, byte version = 2) => Of(Gzip(Encoding.UTF8.GetBytes(metadata)), payload, version);

    internal static byte[] Of(byte[] packed, int payload = 100, byte version = 2, uint keyLength = 16)
    {
        byte[] bytes = new byte[9 + packed.Length + 4 + 16 + payload];
        "algo"u8.CopyTo(bytes);
        bytes[4] = version;
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(5), (uint)packed.Length);
        packed.CopyTo(bytes, 9);
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(9 + packed.Length), keyLength);
        return bytes;
    }

    internal static byte[] Gzip(byte[] clear)
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.SmallestSize))
        {
            gzip.Write(clear);
        }

        return packed.ToArray();
    }
}
