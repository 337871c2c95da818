using System.Text.Json;
using LiqIndicators.Workbench.Commands;

namespace LiqIndicators.Workbench.Packages.Installing;

/// <summary>A package put into the user's folder.</summary>
/// <param name="Place">Where, relative to the folder.</param>
/// <param name="Sha256">What was put there.</param>
/// <param name="Previous">Where the file that stood there before was moved; null when there was none.</param>
internal sealed record InstalledFile(string Place, string Sha256, string? Previous);

/// <summary>Remembers beside the packages what was put there, so that it can be undone and nothing else is touched.</summary>
internal static class InstallJournal
{
    private const string FileName = "LiqIndicators.installed.json";

    internal static IReadOnlyList<InstalledFile> Read(string folder)
    {
        string path = Path.Combine(folder, FileName);
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize<List<InstalledFile>>(File.ReadAllText(path), JsonSerializerOptions.Web) ?? [] : [];
        }
        catch (JsonException e)
        {
            throw new CommandException($"{path} cannot be read ({e.Message}); remove the packages by hand, then this file.");
        }
    }

    internal static void Write(string folder, IReadOnlyList<InstalledFile> files)
    {
        string path = Path.Combine(folder, FileName);
        if (files.Count == 0)
        {
            File.Delete(path);
            return;
        }

        File.WriteAllText(path, JsonText.Of(files));
    }
}
