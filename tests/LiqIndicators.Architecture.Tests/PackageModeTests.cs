using System.Text.Json;
using LiqIndicators.TestKit;
using LiqIndicators.Workbench.Packages.Packing;

namespace LiqIndicators.Architecture.Tests;

/// <summary>The same algo sources compile against a package named cTrader.Automate, and then nothing refers to the stand-in.</summary>
public sealed class PackageModeTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("liq-package-mode-").FullName;

    [Fact]
    public void Build_InPackageMode_ReferencesThePackageAndNotTheStandIn()
    {
        string feed = Directory.CreateDirectory(Path.Combine(_folder, "feed")).FullName;
        string artifacts = Path.Combine(_folder, "artifacts");
        ApiPackage.Write(feed, "0.0.1-test", ProductAssemblies.PathOf("cAlgo.API"));

        List<string> outputs = [];
        foreach (string project in ProductAssemblies.AlgoProjects())
        {
            (int exitCode, string output) = DotNetTool.Run(
                Repository.Root,
                [
                    "build",
                    project,
                    "--artifacts-path",
                    artifacts,
                    "-p:CTraderApi=Package",
                    "-p:CTraderAutomateVersion=0.0.1-test",
                    // Everything but the package itself comes from what is already restored: no network, nothing left behind.
                    $"-p:RestoreSources={feed}",
                    $"-p:RestorePackagesPath={Path.Combine(_folder, "packages")}",
                    $"-p:RestoreFallbackFolders={NuGetPackages.Folder}",
                    "-p:RestorePackagesWithLockFile=false",
                    "-nodeReuse:false",
                ]);
            Assert.True(exitCode == 0, output);
            outputs.Add(output);
        }

        string[] assets = Directory.GetFiles(artifacts, "project.assets.json", SearchOption.AllDirectories);
        Assert.Equal(ProductAssemblies.Shipped.Concat(ProductAssemblies.Algos).Order(), assets.Select(ProjectOf).Order());
        Assert.All(assets, path => Assert.DoesNotContain("StandIn", File.ReadAllText(path).Replace("packages.StandIn.lock.json", "", StringComparison.Ordinal), StringComparison.Ordinal));
        Assert.Equal(
            ProductAssemblies.Algos.Append("LiqIndicators.CTrader").Order(),
            assets.Where(path => File.ReadAllText(path).Contains("cTrader.Automate/0.0.1-test", StringComparison.Ordinal)).Select(ProjectOf).Order());
        Assert.Empty(Directory.GetFiles(artifacts, "cAlgo.API.dll", SearchOption.AllDirectories));
        Assert.All(ProductAssemblies.Algos, algo => Assert.Contains(outputs, output => output.Contains($"AlgoName={algo} AlgoPublish=false", StringComparison.Ordinal)));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string ProjectOf(string assets)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(assets));
        return document.RootElement.GetProperty("project").GetProperty("restore").GetProperty("projectName").GetString()!;
    }
}
