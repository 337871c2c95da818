using LiqIndicators.TestKit;
using LiqIndicators.Workbench.Packages.Algos;
using LiqIndicators.Workbench.Packages.Packing;
using LiqIndicators.Workbench.Tests.Scoring;

namespace LiqIndicators.Workbench.Tests.Packages;

/// <summary>Packing where no NuGet source has the official build package: one line says so, the rest is done, and nothing is faked.</summary>
[Collection(ScoreRuns.Name)]
public sealed class PackRunTests
{
    [Fact]
    public void Run_WithoutTheOfficialPackage_DoesTheRestAndWritesNoAlgo()
    {
        using TemporaryFolder folder = new();
        string feed = Directory.CreateDirectory(folder.PathOf("no-packages")).FullName;
        string output = Directory.CreateDirectory(folder.PathOf("packages")).FullName;
        File.WriteAllText(Path.Combine(output, "FundingPressure.algo"), "left by an earlier run");
        File.WriteAllText(Path.Combine(output, "Other.algo"), "somebody else's");
        AlgoProject algo = AlgoProject.FindAll(Repository.Root).Single(project => project.Name == "FundingPressure");

        // Everything but the package that is missing comes from what is already restored: no network.
        AlgoBuild build = new(
            Repository.Root,
            folder.PathOf("artifacts"),
            $"-p:RestoreSources={feed}",
            $"-p:RestorePackagesPath={folder.PathOf("restored")}",
            $"-p:RestoreFallbackFolders={NuGetPackages.Folder}");
        int built = 0;
        PackResult result = PackRun.Run(Repository.Root, [algo], build, output, () => built++);

        Assert.Equal(1, built);
        Assert.StartsWith("cTrader.Automate could not be restored", result.Missing, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', result.Missing!);
        Assert.Contains("'liq pack --source URL'", result.Missing, StringComparison.Ordinal);
        Assert.Equal(
            ["INPUTS.md", "INSTALL.md", "LICENSE", "Other.algo", "RELEASE-NOTES.md", "sbom.cdx.json"],
            Directory.EnumerateFiles(output).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));
        Assert.Contains("## Funding Pressure", File.ReadAllText(Path.Combine(output, "INPUTS.md")), StringComparison.Ordinal);
        Assert.Contains("pkg:nuget/MathNet.Numerics@", File.ReadAllText(Path.Combine(output, "sbom.cdx.json")), StringComparison.Ordinal);
        Assert.Single(Directory.EnumerateFiles(folder.PathOf(""), "*.algo", SearchOption.AllDirectories));
    }
}
