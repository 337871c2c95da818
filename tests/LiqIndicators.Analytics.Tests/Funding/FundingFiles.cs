using System.Globalization;
using System.IO.Compression;
using LiqIndicators.TestKit;

namespace LiqIndicators.Analytics.Tests.Funding;

/// <summary>Reads the funding histories of the reference material: time in milliseconds, rate.</summary>
internal static class FundingFiles
{
    public static IEnumerable<(DateTime PaidUtc, double Rate)> Read(string relative)
    {
        using FileStream file = File.OpenRead(SharedMaterial.PathOf(relative));
        using Stream plain = relative.EndsWith(".gz", StringComparison.Ordinal)
            ? new GZipStream(file, CompressionMode.Decompress)
            : file;
        using StreamReader reader = new(plain);
        reader.ReadLine();
        while (reader.ReadLine() is string line)
        {
            string[] fields = line.Split(',');
            DateTime paidUtc = DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(fields[0], CultureInfo.InvariantCulture)).UtcDateTime;
            yield return (paidUtc, double.Parse(fields[1], CultureInfo.InvariantCulture));
        }
    }
}
