namespace LiqIndicators.Workbench.Packages.Algos;

/// <summary>An algo of the repository: a project file named after its folder, directly below <c>Indicators</c> or <c>cBots</c>.</summary>
/// <param name="Name">Name of folder, project, assembly and package.</param>
/// <param name="Path">Path of the project file.</param>
internal sealed record AlgoProject(string Name, string Path)
{
    private static readonly string[] Kinds = ["Indicators", "cBots"];

    internal string Folder => System.IO.Path.GetDirectoryName(Path)!;

    /// <summary>All algos below a repository's root, indicators first, in the order of their names.</summary>
    internal static IReadOnlyList<AlgoProject> FindAll(string root) =>
    [
        .. Kinds
            .Select(kind => System.IO.Path.Combine(root, kind))
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal))
            .Select(folder => new AlgoProject(System.IO.Path.GetFileName(folder), System.IO.Path.Combine(folder, System.IO.Path.GetFileName(folder) + ".csproj")))
            .Where(project => File.Exists(project.Path)),
    ];
}
