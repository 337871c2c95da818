using System.Reflection;

namespace LiqIndicators.Architecture.Tests;

/// <summary>Arrows point one way: an assembly references what stands below it and nothing else of the product.</summary>
public sealed class LayerTests
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["LiqIndicators.Analytics"] = ["MathNet.Numerics"],
        ["LiqIndicators.MarketData"] = ["LiqIndicators.Analytics", "Newtonsoft.Json"],
        ["LiqIndicators.Sessions"] = ["LiqIndicators.Analytics", "LiqIndicators.MarketData"],
        ["LiqIndicators.CTrader"] = ["LiqIndicators.Analytics", "LiqIndicators.MarketData", "LiqIndicators.Sessions", "cAlgo.API"],
        ["LiqIndicators.Simulation"] = ["LiqIndicators.Analytics"],
        ["LiqIndicators.Terminal"] = ["cAlgo.API", "SkiaSharp"],
        ["cAlgo.API"] = [],
    };

    public static TheoryData<string> Layers => [.. Allowed.Keys];

    public static TheoryData<string> Algos => [.. ProductAssemblies.Algos];

    [Theory]
    [MemberData(nameof(Layers))]
    public void References_OfEachLayer_PointDownOnly(string layer) =>
        Assert.Empty(ReferencesOf(layer).Except(Allowed[layer]));

    [Theory]
    [MemberData(nameof(Algos))]
    public void References_OfEachAlgo_AreTheSharedLayersAndTheApi(string algo) =>
        Assert.Empty(ReferencesOf(algo).Except(Allowed["LiqIndicators.CTrader"].Append("LiqIndicators.CTrader")));

    [Fact]
    public void Simulation_OfTheMarket_KnowsOnlyMarketDataTypes()
    {
        // The referee does not know the players: no map, no kernel, no guard.
        IEnumerable<string> used = Metadata.TypesUsedBy(ProductAssemblies.PathOf("LiqIndicators.Simulation"))
            .Where(type => type.StartsWith("LiqIndicators.Analytics.", StringComparison.Ordinal))
            .Where(type => !type.StartsWith("LiqIndicators.Analytics.Market.", StringComparison.Ordinal) && type != "LiqIndicators.Analytics.Guard");

        Assert.Empty(used);
    }

    [Fact]
    public void Layers_AreAllListed() =>
        Assert.Empty(ProductAssemblies.Shipped.Concat(ProductAssemblies.Tools).Except(Allowed.Keys).Except(["liq"]));

    private static IEnumerable<string> ReferencesOf(string assembly) =>
        ProductAssemblies.Load(assembly).GetReferencedAssemblies()
            .Select((AssemblyName reference) => reference.Name!)
            .Where(name => name is not ("netstandard" or "mscorlib") && !name.StartsWith("System.", StringComparison.Ordinal));
}
