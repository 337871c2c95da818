using LiqIndicators.Workbench.Packages.Bom;

namespace LiqIndicators.Workbench.Packages.Packing;

/// <summary>What goes into an .algo beside the algo itself. A new name here is a new thing that users run: it needs its reason in the commit.</summary>
internal static class BundledAssemblies
{
    private static readonly string[] Shared =
    [
        "LiqIndicators.Analytics", "LiqIndicators.CTrader", "LiqIndicators.MarketData", "LiqIndicators.Sessions", "MathNet.Numerics", "Newtonsoft.Json",
    ];

    /// <summary>Says what is wrong with what a restore resolved for an algo: a library too many, or one missing.</summary>
    internal static IEnumerable<string> Problems(IEnumerable<RestoredPackage> restored)
    {
        string[] found = [.. restored.Where(library => !library.IsBuildOnly).Select(library => library.Name)];
        return found.Except(Shared).Order(StringComparer.Ordinal).Select(name => $"bundles {name}, which is not expected")
            .Concat(Shared.Except(found).Order(StringComparer.Ordinal).Select(name => $"lacks {name}"));
    }
}
