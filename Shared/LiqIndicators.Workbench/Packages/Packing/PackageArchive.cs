using System.IO.Compression;

namespace LiqIndicators.Workbench.Packages.Packing;

/// <summary>Writes files of a folder into a zip that is the same for the same files, whenever and wherever it is made.</summary>
internal static class PackageArchive
{
    // The earliest time that the format knows.
    private static readonly DateTimeOffset AnyTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    internal static void Write(string path, string folder, IEnumerable<string> names)
    {
        using FileStream file = new(path, FileMode.Create);
        using ZipArchive archive = new(file, ZipArchiveMode.Create);
        foreach (string name in names.Order(StringComparer.Ordinal))
        {
            ZipArchiveEntry entry = archive.CreateEntry(name, CompressionLevel.SmallestSize);
            entry.LastWriteTime = AnyTime;
            using Stream content = entry.Open();
            using FileStream source = File.OpenRead(Path.Combine(folder, name));
            source.CopyTo(content);
        }
    }
}
