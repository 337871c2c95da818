using System.IO.Compression;
using System.Text.Json;
using LiqIndicators.TestKit;
using LiqIndicators.Workbench.Commands;
using LiqIndicators.Workbench.Packages;
using LiqIndicators.Workbench.Packages.Algos;
using LiqIndicators.Workbench.Packages.Installing;
using LiqIndicators.Workbench.Packages.Packing;
using LiqIndicators.Workbench.Tests.Scoring;

namespace LiqIndicators.Workbench.Tests.Packages;

/// <summary>
/// Packing where a NuGet source has a package of the official name: what is built, collected, checked, written, installed and taken out again. One algo, and
/// all of them and more that is wrong in the deep run. That the official package writes what is read here is not shown by it.
/// </summary>
[Collection(ScoreRuns.Name)]
public sealed class PackEndToEndTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly PackageFeed _feed;
    private readonly AlgoBuild _build;
    private readonly string _output;
    private readonly AlgoProject[] _algos = [.. AlgoProject.FindAll(Repository.Root).Where(algo => DeepRun.IsOn || algo.Name == "FundingPressure")];

    public PackEndToEndTests()
    {
        _feed = new PackageFeed(_folder.PathOf("."));
        _output = _folder.PathOf("packages");
        _build = new AlgoBuild(
            Repository.Root,
            _folder.PathOf("artifacts"),
            [$"-p:CTraderAutomateVersion={PackageFeed.Version}", .. _feed.Properties.Select(property => $"-p:{property.Key}={property.Value}")]);
        Array.ForEach(_algos, algo => _feed.LayReady(algo));
    }

    [Fact]
    public void Run_WithABuildPackage_ReleasesWhatIsAsItShouldBeAndRefusesWhatIsNot()
    {
        PackResult result = PackRun.Run(Repository.Root, _algos, _build, _output, () => { });

        Assert.Null(result.Missing);
        string archive = $"LiqIndicators-{ProductVersion.Text}.zip";
        string[] packages = [.. _algos.Select(algo => algo.Name + ".algo")];
        string[] inside = [.. packages, "RELEASE-NOTES.md", "INPUTS.md", "sbom.cdx.json", "INSTALL.md", "LICENSE", Checksums.FileName];
        Assert.Equal([.. inside.Append(archive).Order(StringComparer.Ordinal)], Names(_output));
        Assert.Equal(result.Files.Order(StringComparer.Ordinal), Names(_output));
        CheckSums([.. inside.Append(archive).Where(name => name != Checksums.FileName)], _output);
        CheckArchive(archive, inside);
        CheckTexts();
        CheckInstalling();
        foreach ((string problem, Action tamper) in Tamperings())
        {
            tamper();
            CommandException refused = Assert.Throws<CommandException>(() => PackRun.Run(Repository.Root, _algos, _build, _output, () => { }));

            Assert.Contains(problem, refused.Message, StringComparison.Ordinal);
            Assert.DoesNotContain(_algos[0].Name + ".algo", Names(_output));
            Assert.DoesNotContain(Checksums.FileName, Names(_output));
        }
    }

    public void Dispose() => _folder.Dispose();

    // The last one stays: it is not undone by laying something else ready.
    private IEnumerable<(string Problem, Action Tamper)> Tamperings()
    {
        AlgoProject algo = _algos[0];
        yield return ("asks for access rights; expected none", () => _feed.LayReady(algo, metadata => metadata.Replace("\"Capabilities\":[]", "\"Capabilities\":[\"FullTrust\"]", StringComparison.Ordinal)));
        yield return ("bytes; expected fewer than 10000000", () => _feed.LayReady(algo, payload: 11_000_000));
        if (DeepRun.IsOn)
        {
            yield return ("lacks the input 'Preset'", () => _feed.LayReady(algo, metadata => metadata.Replace("\"FriendlyName\":\"Preset\"", "\"FriendlyName\":\"Preste\"", StringComparison.Ordinal)));
            yield return ("cannot be read: its metadata are not what was expected", () => _feed.LayReady(algo, metadata => metadata[..^9]));
        }

        yield return ("was built without LiqIndicators.Sessions.dll", () =>
        {
            _feed.LayReady(algo);
            _feed.LoseAnAssembly();
        });
    }

    // As 'sha256sum --check' reads them: every file of the release, and its sum.
    private static void CheckSums(string[] files, string folder)
    {
        (string Sum, string Name)[] sums = [.. File.ReadLines(Path.Combine(folder, Checksums.FileName)).Select(line => line.Split("  ")).Select(parts => (parts[0], parts[1]))];
        Assert.Equal(files.Order(StringComparer.Ordinal), sums.Select(sum => sum.Name));
        Assert.All(sums, sum => Assert.Equal(
            Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(Path.Combine(folder, sum.Name)))), sum.Sum));
    }

    private void CheckArchive(string archive, string[] inside)
    {
        string unpacked = _folder.PathOf("unpacked");
        ZipFile.ExtractToDirectory(Path.Combine(_output, archive), unpacked);
        Assert.Equal(inside.Order(StringComparer.Ordinal), Names(unpacked));
        CheckSums([.. inside.Where(name => name != Checksums.FileName)], unpacked);
        Assert.All(_algos, algo => Assert.Contains("full access  no", CommandRun.Output("inspect", Path.Combine(unpacked, algo.Name + ".algo")), StringComparison.Ordinal));
    }

    private void CheckTexts()
    {
        Assert.StartsWith($"# LiqIndicators {ProductVersion.Text}\n\n- ", File.ReadAllText(Path.Combine(_output, "RELEASE-NOTES.md")), StringComparison.Ordinal);
        Assert.Equal(File.ReadAllText(Path.Combine(Repository.Root, "docs", "install.md")), File.ReadAllText(Path.Combine(_output, "INSTALL.md")));
        Assert.Contains("## Presets", File.ReadAllText(Path.Combine(_output, "INPUTS.md")), StringComparison.Ordinal);
        JsonElement bill = JsonDocument.Parse(File.ReadAllText(Path.Combine(_output, "sbom.cdx.json"))).RootElement;
        Assert.Equal("CycloneDX", bill.GetProperty("bomFormat").GetString());
        JsonElement api = bill.GetProperty("components").EnumerateArray().Single(component => component.GetProperty("name").GetString() == "cTrader.Automate");
        Assert.Equal((PackageFeed.Version, "excluded"), (api.GetProperty("version").GetString(), api.GetProperty("scope").GetString()));
    }

    private void CheckInstalling()
    {
        string user = Directory.CreateDirectory(_folder.PathOf("cAlgo")).FullName;
        CommandRun.Output("install", "--from", _output, "--to", user);
        Assert.All(_algos, algo => Assert.Equal(
            File.ReadAllBytes(Path.Combine(_output, algo.Name + ".algo")),
            File.ReadAllBytes(Path.Combine(user, AlgoFolder.PlaceOf(algo.Name == "LeverageGuard" ? "Robot" : "Indicator", algo.Name + ".algo")))));

        CommandRun.Output("install", "--undo", "--to", user);
        Assert.Empty(Directory.EnumerateFiles(user, "*", SearchOption.AllDirectories));
    }

    private static string[] Names(string folder) => [.. Directory.EnumerateFiles(folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];
}
