using System.Security.Cryptography;
using System.Text;
using LiqIndicators.Workbench.Commands;

namespace LiqIndicators.Workbench.Packages.Packing;

/// <summary>SHA-256 sums of files as <c>sha256sum --check</c> reads them.</summary>
internal static class Checksums
{
    internal const string FileName = "SHA256SUMS";

    internal static string Of(string path)
    {
        using FileStream file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }

    /// <summary>Writes the sums of files of one folder.</summary>
    internal static void Write(string folder, IEnumerable<string> names)
    {
        StringBuilder text = new();
        foreach (string name in names.Order(StringComparer.Ordinal))
        {
            text.Append(Of(Path.Combine(folder, name))).Append("  ").Append(name).Append('\n');
        }

        File.WriteAllText(Path.Combine(folder, FileName), text.ToString());
    }

    /// <summary>The sum that a folder's list holds for a file.</summary>
    /// <exception cref="CommandException">There is no list, or the file is not in it.</exception>
    internal static string Listed(string folder, string name)
    {
        string path = Path.Combine(folder, FileName);
        string? line = File.Exists(path) ? File.ReadLines(path).FirstOrDefault(line => line.EndsWith("  " + name, StringComparison.Ordinal)) : null;
        return line?.Split(' ')[0] ?? throw new CommandException($"{path} holds no sum of {name}; expected the folder that 'liq pack' wrote.");
    }
}
