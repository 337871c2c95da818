using LiqIndicators.TestKit;
using LiqIndicators.Workbench.Packages.Algos;

namespace LiqIndicators.Workbench.Tests.Packages;

/// <summary>The algos as they were built together with these tests.</summary>
internal static class BuiltAlgos
{
    // The tests lie in bin/CONFIGURATION/FRAMEWORK, the algos in the same configuration.
    private static readonly string Configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    internal static string FolderOf(string algo) => Path.Combine(
        AlgoProject.FindAll(Repository.Root).Single(project => project.Name == algo).Folder, "bin", Configuration, "net6.0");

    internal static string PathOf(string algo) => Path.Combine(FolderOf(algo), algo + ".dll");
}
