using System.Reflection;
using LiqIndicators.TestKit;
using LiqIndicators.Workbench.Packages.Algos;

namespace LiqIndicators.Architecture.Tests;

/// <summary>The assemblies of the product as they were built, and the folders of the algos.</summary>
internal static class ProductAssemblies
{
    internal const string Configuration =
#if DEBUG
        "Debug";
#else
        "Release";
#endif

    internal static readonly string[] Shipped =
        ["LiqIndicators.Analytics", "LiqIndicators.MarketData", "LiqIndicators.Sessions", "LiqIndicators.CTrader"];

    internal static readonly string[] Tools = ["LiqIndicators.Simulation", "LiqIndicators.Terminal", "liq"];

    /// <summary>Names of the algo projects, which are also the names of their folders and assemblies.</summary>
    internal static IReadOnlyList<string> Algos { get; } =
        [.. AlgoProjects().Select(project => Path.GetFileNameWithoutExtension(project)).Order(StringComparer.Ordinal)];

    internal static IEnumerable<string> AlgoProjects() => AlgoProject.FindAll(Repository.Root).Select(algo => algo.Path);

    internal static Assembly Load(string name) => Assembly.Load(new AssemblyName(name));

    internal static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, name + ".dll");
}
