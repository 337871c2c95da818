using System.Xml.Linq;
using LiqIndicators.TestKit;

namespace LiqIndicators.Architecture.Tests;

/// <summary>Rules about how the repository is built.</summary>
public sealed class BuildTests
{
    public static TheoryData<string> Algos => [.. ProductAssemblies.Algos];

    [Fact]
    public void StandIn_HasTheIdentityOfThePlatformAssembly()
    {
        System.Reflection.AssemblyName identity = ProductAssemblies.Load("cAlgo.API").GetName();

        Assert.Equal("cAlgo.API", identity.Name);
        Assert.Equal(new Version(1, 0, 0, 0), identity.Version);
    }

    [Theory]
    [MemberData(nameof(Algos))]
    public void Algo_BuildOutput_HoldsNoApiAssembly(string algo)
    {
        string project = Assert.Single(ProductAssemblies.AlgoProjects(), path => Path.GetFileNameWithoutExtension(path) == algo);
        string output = Path.Combine(Path.GetDirectoryName(project)!, "bin", ProductAssemblies.Configuration, "net6.0");

        Assert.True(File.Exists(Path.Combine(output, algo + ".dll")), $"{output} holds no {algo}.dll");
        Assert.False(File.Exists(Path.Combine(output, "cAlgo.API.dll")), $"{output} holds cAlgo.API.dll, which would be packed");
    }

    [Fact]
    public void TopLevel_HoldsOnlyTheAgreedNames()
    {
        string[] agreed =
        [
            "LiqIndicators.sln", "Indicators", "cBots", "Shared", "tests", "packaging", "README.md", "docs", "LICENSE", "CONTRIBUTING.md",
            "CHANGELOG.md", "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "global.json",
        ];
        IEnumerable<string> found = Directory.EnumerateFileSystemEntries(Repository.Root)
            .Select(path => Path.GetFileName(path))
            .Where(name => !name.StartsWith('.') && name is not ("out" or "BenchmarkDotNet.Artifacts" or "TestResults"));

        Assert.Empty(found.Except(agreed));
    }

    [Fact]
    public void Projects_NameNoPackageVersionOfTheirOwn()
    {
        IEnumerable<string> wrong = Directory.EnumerateFiles(Repository.Root, "*.csproj", SearchOption.AllDirectories)
            .Where(path => XDocument.Load(path).Descendants("PackageReference").Any(package => package.Attribute("Version") is not null));

        Assert.Empty(wrong);
    }

    [Fact]
    public void Projects_AreAllInTheSolution()
    {
        string solution = File.ReadAllText(Path.Combine(Repository.Root, "LiqIndicators.sln"));
        IEnumerable<string> missing = Directory.EnumerateFiles(Repository.Root, "*.csproj", SearchOption.AllDirectories)
            .Where(path => !solution.Contains($"\\{Path.GetFileName(path)}\"", StringComparison.Ordinal));

        Assert.Empty(missing);
    }
}
