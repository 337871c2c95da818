using System.Text;
using LiqIndicators.TestKit;
using LiqIndicators.Workbench.Packages.Algos;
using LiqIndicators.Workbench.Packages.Reading;

namespace LiqIndicators.Workbench.Tests.Packages;

/// <summary>The reader of packages answers for every file there can be.</summary>
public sealed class AlgoFileTests
{
    // What a reading allocates beside its room: two unzippers, an answer, an exception with its trace.
    private const long OwnBytes = 16 << 10;

    [Fact]
    public void Read_Version2_GivesWhatTheMetadataSay()
    {
        AlgoReading reading = Read(AlgoBytes.Of(AlgoBytes.Bands, payload: 321));

        Assert.Equal((AlgoFileState.Readable, null, 321L), (reading.State, reading.Reason, reading.PayloadBytes));
        Assert.Equal(("1.0.19", "Indicator", ".NETCoreApp,Version=v6.0"), (reading.Metadata!.ApiVersion, reading.Metadata.Flags, reading.Metadata.TargetFramework));
        AlgoTypeMetadata type = Assert.Single(reading.Metadata.Types!);
        Assert.Equal(("LiquidationBands", "UTC", "true", "60, -60"), (type.FriendlyName, type.TimeZone, type.IsOverlay, type.Levels));
        Assert.Equal("Long cluster price", Assert.Single(type.Lines!).Shown);
        AlgoParameterMetadata input = Assert.Single(type.Parameters!);
        Assert.Equal(("Range (%)", "Bands", "1", "90", "25"), (input.Shown, input.GroupName, input.MinValue, input.MaxValue, input.DefaultValue));
        Assert.False(reading.Metadata.AsksForFullTrust);
    }

    [Theory]
    [InlineData("""{"Types":[{"Capabilities":["FullTrust"]}]}""")]
    [InlineData("""{"Types":[{"Capabilities":"FullTrust, Network"}]}""")]
    [InlineData("""{"Capabilities":{"FullTrust":true},"Types":[]}""")]
    public void Read_FullTrustInAnyForm_IsSeen(string metadata) => Assert.True(Read(AlgoBytes.Of(metadata)).Metadata!.AsksForFullTrust);

    [Theory]
    [InlineData("", AlgoFileState.NotAnAlgo, "empty")]
    [InlineData("MZ", AlgoFileState.NotAnAlgo, "'algo'")]
    [InlineData("PK\u0003\u0004 a zip that somebody renamed", AlgoFileState.NotAnAlgo, "'algo'")]
    [InlineData("algo", AlgoFileState.Damaged, "ends after 4 bytes")]
    [InlineData("algo\u0001 whatever format 1 holds", AlgoFileState.Version1, "format 1")]
    [InlineData("algo\u0003 whatever comes next", AlgoFileState.Damaged, "format is 3; expected 2")]
    [InlineData("algo\u0002\u007f\u007f\u007f\u007f a length beyond all files", AlgoFileState.Damaged, "2139062143 bytes; expected at most 10000000")]
    [InlineData("algo\u0002\u0000\u0000\u0001\u0000 a length beyond the file", AlgoFileState.Damaged, "256 bytes and 20 more follow; the file has 34")]
    public void Read_SomethingElse_SaysWhatItIs(string file, object state, string reason)
    {
        AlgoReading reading = Read(Encoding.Latin1.GetBytes(file));

        Assert.Equal(state, reading.State);
        Assert.Contains(reason, reading.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("null", "null")]
    [InlineData("{\"Types\":3}", "$.Types")]
    [InlineData("{\"Flags\":\"\\ud800\"}", "$.Flags")]
    [InlineData("{\"Flags\":", "not what was expected")]
    public void Read_MetadataOfAnotherShape_NamesTheField(string metadata, string reason) =>
        Assert.Contains(reason, Read(AlgoBytes.Of(metadata)).Reason, StringComparison.Ordinal);

    [Fact]
    public void Read_OtherKeyLength_IsDamaged() => Assert.Contains(
        "is 17; expected 16", Read(AlgoBytes.Of(AlgoBytes.Gzip("{}"u8.ToArray()), keyLength: 17)).Reason, StringComparison.Ordinal);

    // Spaces pack a thousand times: 6 MB to 6 kB, 64 MB to 65 kB.
    [Theory]
    [InlineData(6 << 20)]
    [InlineData(64 << 20)]
    public void Read_GzipBomb_StopsAtABoundSetByTheFile(int bytes)
    {
        byte[] bomb = AlgoBytes.Of(AlgoBytes.Gzip(Enumerable.Repeat((byte)' ', bytes).ToArray()));
        (AlgoReading reading, long allocated) = Measure(bomb);

        Assert.Equal(AlgoFileState.Damaged, reading.State);
        Assert.Contains("unpack to more than", reading.Reason, StringComparison.Ordinal);
        Assert.InRange(allocated, 0, Allowance(bomb));
    }

    [Fact]
    public void Read_DeepNesting_IsRefused() => Assert.Equal(
        AlgoFileState.Damaged, Read(AlgoBytes.Of("{\"Flags\":" + new string('[', 100_000) + new string(']', 100_000) + "}")).State);

    [Fact]
    public void Read_MutatedFiles_AlwaysAnswersWithinABound()
    {
        byte[] whole = AlgoBytes.Of(AlgoBytes.Bands);
        _ = Measure(whole);
        Dictionary<AlgoFileState, int> seen = [];
        for (int seed = 0; seed < DeepRun.Count(1000, 50_000); seed++)
        {
            // Every other file is whole outside and mutated inside.
            byte[] file = seed % 2 == 0 ? Mutate(whole, seed) : AlgoBytes.Of(AlgoBytes.Gzip(Mutate(Encoding.UTF8.GetBytes(AlgoBytes.Bands), seed)));
            (AlgoReading reading, long allocated) = Measure(file);

            Assert.True((reading.State == AlgoFileState.Readable) == (reading.Reason is null), $"seed {seed}: {reading}");
            Assert.True(allocated <= Allowance(file), $"seed {seed}: {allocated} bytes allocated for a file of {file.Length}");
            seen[reading.State] = seen.GetValueOrDefault(reading.State) + 1;
        }

        // A mutation that never got past the header would show nothing.
        Assert.True(seen.GetValueOrDefault(AlgoFileState.Readable) > 50 && seen.GetValueOrDefault(AlgoFileState.Damaged) > 200, string.Join(", ", seen));
    }

    private static long Allowance(byte[] file) => file.Length + AlgoFile.LeastRoom + OwnBytes;

    // The bar, taken by the word: of a package as large as real ones are, no reading allocates more than the file has.
    [Fact]
    public void Read_MutatedPackagesOfRealSize_NeverAllocateMoreThanTheFile()
    {
        byte[] metadata = Encoding.UTF8.GetBytes(AlgoBytes.MetadataOf(AlgoAssembly.Read(BuiltAlgos.PathOf("LiquidationBands"))));
        byte[] whole = AlgoBytes.Of(AlgoBytes.Gzip(metadata), payload: 200_000);
        _ = Measure(whole);
        long most = Measure(whole).Allocated;
        for (int seed = 0; seed < DeepRun.Count(1000, 20_000); seed++)
        {
            byte[] file = seed % 2 == 0 ? Mutate(whole, seed) : AlgoBytes.Of(AlgoBytes.Gzip(Mutate(metadata, seed)), payload: 200_000);
            long allocated = Measure(file).Allocated;

            Assert.True(allocated <= Math.Max(file.Length, OwnBytes), $"seed {seed}: {allocated} bytes allocated for a file of {file.Length}");
            most = Math.Max(most, allocated);
        }

        Assert.InRange(most, metadata.Length, whole.Length);
    }

    // Names by the ten thousand, values of every kind, lists of lists: all asked for, and none of it in room that the file does not have.
    [Theory]
    [InlineData("{\"Types\":[{\"Parameters\":[", "{},", "{}]}]}")]
    [InlineData("{\"Types\":[", "null,", "null]}")]
    [InlineData("{\"Flags\":[", "\"x\",", "1]}")]
    [InlineData("{\"Flags\":[", "[[1]],", "1]}")]
    [InlineData("{", "\"unknown\":{\"a\":[1,2]},", "\"Flags\":1}")]
    [InlineData("{", "\"Flags\":\"0123456789\",", "\"Flags\":1}")]
    public void Read_MetadataOfManyParts_StayWithinTheRoom(string before, string part, string after)
    {
        foreach (int parts in new[] { 100, 1_000, 10_000 })
        {
            byte[] file = AlgoBytes.Of(before + string.Concat(Enumerable.Repeat(part, parts)) + after);
            _ = Measure(file);
            (AlgoReading reading, long allocated) = Measure(file);

            Assert.True(allocated <= Allowance(file), $"{parts} parts: {allocated} bytes allocated for a file of {file.Length}");
            Assert.True(reading.State == AlgoFileState.Readable || reading.Reason!.Contains("more", StringComparison.Ordinal), reading.Reason);
        }
    }

    [Fact]
    public void Read_NamesInAnotherSpelling_AreStillSeen() => Assert.True(
        Read(AlgoBytes.Of("""{"Types":[{"\u0043apabilit\u0069ES":["FullTrust"]}]}""")).Metadata!.AsksForFullTrust);

    private static AlgoReading Read(byte[] file) => AlgoFile.Read(new MemoryStream(file));

    private static (AlgoReading Reading, long Allocated) Measure(byte[] file)
    {
        MemoryStream stream = new(file);
        AlgoReading? reading = null;
        long allocated = Allocations.Once(() => reading = AlgoFile.Read(stream));
        return (reading!, allocated);
    }

    /// <summary>One to four changes: a byte flipped or set, a piece cut out, doubled, or the end lost.</summary>
    private static byte[] Mutate(byte[] file, int seed)
    {
        Random random = new(seed);
        List<byte> bytes = [.. file];
        for (int changes = random.Next(1, 5); changes > 0 && bytes.Count > 1; changes--)
        {
            int at = random.Next(random.Next(2) == 0 ? Math.Min(bytes.Count, 12) : bytes.Count);
            int length = random.Next(1, Math.Min(40, bytes.Count - at + 1));
            switch (random.Next(6))
            {
                case 0: bytes[at] ^= (byte)(1 << random.Next(8)); break;
                case 1: bytes[at] = (byte)random.Next(256); break;
                case 2: bytes.RemoveRange(at, Math.Min(length, bytes.Count - at)); break;
                case 3: bytes.InsertRange(at, bytes.GetRange(at, Math.Min(length, bytes.Count - at))); break;
                case 4: bytes.RemoveRange(at, bytes.Count - at); break;
                default: bytes.InsertRange(at, "[{\"\\ud800"u8.ToArray()); break;
            }
        }

        return [.. bytes];
    }
}
