using LiqIndicators.Workbench.Packages.Bom;

namespace LiqIndicators.Workbench.Packages.Packing;

/// <summary>What goes into an .algo beside the algo itself. A new name here is a new thing that users run: it needs its reason in the commit.</summary>
internal static class BundledAssemblies
{
    private static readonly string[] Own = ["LiqIndicators.Analytics", "LiqIndicators.CTrader", "LiqIndicators.MarketData", "LiqIndicators.Sessions"];

    private static readonly string[] Shared = [.. Own, "MathNet.Numerics", "Newtonsoft.Json"];

    /// <summary>Says what is wrong with what a restore resolved for an algo: a library too many, or one missing.</summary>
    internal static IEnumerable<string> Problems(IEnumerable<RestoredPackage> restored)
    {
        string[] found = [.. restored.Where(library => !library.IsBuildOnly).Select(library => library.Name)];
        return found.Except(Shared).Order(StringComparer.Ordinal).Select(name => $"bundles {name}, which is not expected")
            .Concat(Shared.Except(found).Order(StringComparer.Ordinal).Select(name => $"lacks {name}"));
    }

    /// <summary>Says what is wrong with the assemblies that a build put beside an algo. Those of packages may be missing there: a library's build leaves them in their packages.</summary>
    /// <param name="folder">Output of the build.</param>
    /// <param name="algo">Name of the algo.</param>
    internal static IEnumerable<string> ProblemsIn(string folder, string algo)
    {
        string[] found = [.. Directory.EnumerateFiles(folder, "*.dll").Select(path => Path.GetFileNameWithoutExtension(path))];
        return found.Except([.. Shared, algo]).Order(StringComparer.Ordinal).Select(name => $"was built with {name}.dll, which is not expected")
            .Concat(Own.Append(algo).Except(found).Order(StringComparer.Ordinal).Select(name => $"was built without {name}.dll"));
    }
}
