using System.Text.Json;
using System.Text.RegularExpressions;
using LiqIndicators.TestKit;
using LiqIndicators.Workbench.Packages.Algos;
using LiqIndicators.Workbench.Packages.Bom;
using LiqIndicators.Workbench.Packages.Packing;

namespace LiqIndicators.Workbench.Tests.Packages;

/// <summary>The bill of materials is a CycloneDX document and lists what the restore resolved, no more and no less.</summary>
public sealed class BillOfMaterialsTests
{
    private static readonly AlgoProject[] Algos = [.. AlgoProject.FindAll(Repository.Root)];

    private static readonly Dictionary<string, IReadOnlyList<RestoredPackage>> Restored = Algos.ToDictionary(
        algo => algo.Name, algo => ProjectAssets.Read(Path.Combine(algo.Folder, "obj", "project.assets.json")));

    public static TheoryData<string> Names => [.. Algos.Select(algo => algo.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Restore_OfAnAlgo_BundlesWhatIsExpected(string algo) => Assert.Empty(BundledAssemblies.Problems(Restored[algo]));

    [Fact]
    public void Problems_OneTooManyAndOneMissing_AreNamed()
    {
        RestoredPackage[] other = [.. Restored[Algos[0].Name].Where(library => library.Name != "MathNet.Numerics"), new("Evil", "1.0.0", false, false, null, null, [])];

        Assert.Equal(["bundles Evil, which is not expected", "lacks MathNet.Numerics"], BundledAssemblies.Problems(other));
    }

    // Required fields and patterns as in bom-1.6.schema.json of cyclonedx.org.
    [Fact]
    public void Write_AllAlgos_HasTheStructureOfTheSchema()
    {
        JsonElement bill = Bill("1.2.3");

        Assert.Equal(("CycloneDX", "1.6", 1), (Text(bill, "bomFormat"), Text(bill, "specVersion"), bill.GetProperty("version").GetInt32()));
        Assert.Matches("^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$", Text(bill, "serialNumber"));
        JsonElement product = bill.GetProperty("metadata").GetProperty("component");
        Assert.Equal(("application", "LiqIndicators", "1.2.3"), (Text(product, "type"), Text(product, "name"), Text(product, "version")));
        JsonElement[] components = [.. bill.GetProperty("components").EnumerateArray()];
        Assert.All(components, component =>
        {
            Assert.Equal("library", Text(component, "type"));
            Assert.NotEmpty(Text(component, "name"));
            Assert.Contains(Text(component, "scope"), (string[])["required", "optional", "excluded"]);
        });
        string[] references = [Text(product, "bom-ref"), .. components.Select(component => Text(component, "bom-ref"))];
        Assert.Equal(references.Length, references.Distinct().Count());
        JsonElement[] dependencies = [.. bill.GetProperty("dependencies").EnumerateArray()];
        Assert.Equal(references.Order(), dependencies.Select(dependency => Text(dependency, "ref")).Order());
        Assert.Empty(dependencies.SelectMany(dependency => dependency.GetProperty("dependsOn").EnumerateArray()).Select(need => need.GetString()!).Except(references));
    }

    [Fact]
    public void Write_AllAlgos_ListsPackagesWithHashLicenseAndAddress()
    {
        JsonElement[] packages = [.. Bill("1.2.3").GetProperty("components").EnumerateArray().Where(component => component.TryGetProperty("purl", out _))];

        JsonElement json = Assert.Single(packages, package => Text(package, "name") == "Newtonsoft.Json");
        Assert.Matches(new Regex("^pkg:nuget/Newtonsoft\\.Json@13\\.[0-9.]+$"), Text(json, "purl"));
        Assert.Equal("SHA-512", Text(json.GetProperty("hashes")[0], "alg"));
        Assert.Matches("^[0-9a-f]{128}$", Text(json.GetProperty("hashes")[0], "content"));
        Assert.Equal("MIT", Text(json.GetProperty("licenses")[0], "expression"));
        Assert.DoesNotContain(packages, package => Text(package, "name").Contains("StandIn", StringComparison.Ordinal));
    }

    [Fact]
    public void Write_SameMaterials_IsTheSameText() => Assert.Equal(CycloneDxJson.Write("1.2.3", Restored), CycloneDxJson.Write("1.2.3", Restored));

    [Fact]
    public void Write_OtherVersion_HasAnotherSerialNumber() => Assert.NotEqual(Text(Bill("1.2.3"), "serialNumber"), Text(Bill("1.2.4"), "serialNumber"));

    private static JsonElement Bill(string version) => JsonDocument.Parse(CycloneDxJson.Write(version, Restored)).RootElement;

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
