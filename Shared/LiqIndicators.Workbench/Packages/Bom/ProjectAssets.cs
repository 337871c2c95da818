using System.Text.Json;
using System.Xml.Linq;
using LiqIndicators.Workbench.Commands;

namespace LiqIndicators.Workbench.Packages.Bom;

/// <summary>Reads what a restore resolved from the list it leaves, <c>project.assets.json</c>.</summary>
internal static class ProjectAssets
{
    // The platform brings its own API; what algos compile against stays behind.
    private static readonly string[] PlatformApi = ["cTrader.Automate", "cAlgo.API"];

    /// <summary>Everything resolved for the one framework of a project, in the order of names.</summary>
    /// <exception cref="CommandException">The list is not one of a restore.</exception>
    internal static IReadOnlyList<RestoredPackage> Read(string path)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllText(path));
            JsonElement root = document.RootElement;
            JsonElement libraries = root.GetProperty("libraries");
            string[] folders = [.. root.GetProperty("packageFolders").EnumerateObject().Select(folder => folder.Name)];
            JsonProperty framework = OnlyOne(root.GetProperty("targets").EnumerateObject().ToArray(), path);
            return
            [
                .. framework.Value.EnumerateObject()
                    .Select(resolved => Read(resolved, libraries.GetProperty(resolved.Name), folders))
                    .OrderBy(package => package.Name, StringComparer.Ordinal),
            ];
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new CommandException($"{path} is not the asset list of a restore: {e.Message}");
        }
    }

    private static JsonProperty OnlyOne(JsonProperty[] targets, string path) => targets.Length == 1
        ? targets[0]
        : throw new CommandException($"{path} holds {targets.Length} frameworks; expected 1.");

    private static RestoredPackage Read(JsonProperty resolved, JsonElement library, string[] folders)
    {
        string[] identity = resolved.Name.Split('/');
        bool isProject = library.GetProperty("type").GetString() == "project";
        return new RestoredPackage(
            identity[0],
            identity[1],
            isProject,
            PlatformApi.Contains(identity[0]) || (!isProject && !HasRuntimeFiles(resolved.Value)),
            library.TryGetProperty("sha512", out JsonElement hash) ? Convert.ToHexStringLower(Convert.FromBase64String(hash.GetString()!)) : null,
            isProject ? "MIT" : LicenseOf(library, folders),
            resolved.Value.TryGetProperty("dependencies", out JsonElement needs) ? [.. needs.EnumerateObject().Select(need => need.Name)] : []);
    }

    // A package without files for run time says so by none at all, or by a placeholder.
    private static bool HasRuntimeFiles(JsonElement resolved) =>
        resolved.TryGetProperty("runtime", out JsonElement files) && files.EnumerateObject().Any(file => !file.Name.EndsWith("_._", StringComparison.Ordinal));

    private static string? LicenseOf(JsonElement library, string[] folders)
    {
        string folder = library.GetProperty("path").GetString()!;
        string? file = library.GetProperty("files").EnumerateArray().Select(name => name.GetString()!).FirstOrDefault(name => name.EndsWith(".nuspec", StringComparison.Ordinal));
        string? nuspec = file is null ? null : folders.Select(root => Path.Combine(root, folder, file)).FirstOrDefault(File.Exists);
        return nuspec is null
            ? null
            : XDocument.Load(nuspec).Descendants()
                .Where(element => element.Name.LocalName == "license" && (string?)element.Attribute("type") == "expression")
                .Select(element => element.Value)
                .FirstOrDefault();
    }
}
