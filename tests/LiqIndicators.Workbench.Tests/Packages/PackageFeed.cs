using LiqIndicators.TestKit;
using LiqIndicators.Workbench.Packages.Algos;

namespace LiqIndicators.Workbench.Tests.Packages;

/// <summary>
/// A NuGet source in a folder of a test, with a package in the place of the official one. After the build of an algo it puts beside it what the test
/// laid ready under the algo's name: the clear part of an .algo, the rest zeros. It is no package and cannot become one.
/// </summary>
internal sealed class PackageFeed
{
    internal const string Version = "0.0.1-test";

    private readonly string _feed;
    private readonly string _restored;
    private readonly string _ready;

    internal PackageFeed(string folder, string version = Version)
    {
        _feed = Directory.CreateDirectory(Path.Combine(folder, "feed")).FullName;
        _restored = Path.Combine(folder, "restored");
        _ready = Directory.CreateDirectory(Path.Combine(folder, "ready")).FullName;
        ApiPackage.Write(
            _feed,
            version,
            Path.Combine(AppContext.BaseDirectory, "cAlgo.API.dll"),
            $"""
            <Copy SourceFiles="{_ready}/$(AlgoName).bytes" DestinationFiles="$(OutDir)$(AlgoName).algo" Condition="Exists('{_ready}/$(AlgoName).bytes')" />
            <Delete Files="$(OutDir)LiqIndicators.Sessions.dll" Condition="Exists('{_ready}/without-sessions')" />
            """);
    }

    /// <summary>MSBuild properties by which a restore knows this source and nothing else: no network, and nothing is left behind where others would find it.</summary>
    internal IReadOnlyDictionary<string, string> Properties => new Dictionary<string, string>
    {
        ["RestoreSources"] = _feed,
        ["RestorePackagesPath"] = _restored,
        ["RestoreFallbackFolders"] = NuGetPackages.Folder,
    };

    /// <summary>Lays ready what the build of an algo will put beside it; as its class says, unless the metadata are given.</summary>
    internal void LayReady(AlgoProject algo, Func<string, string>? change = null, int payload = 1000)
    {
        string metadata = AlgoBytes.MetadataOf(AlgoAssembly.Read(BuiltAlgos.PathOf(algo.Name)));
        File.WriteAllBytes(Path.Combine(_ready, algo.Name + ".bytes"), AlgoBytes.Of(change is null ? metadata : change(metadata), payload));
    }

    /// <summary>Lets builds lose one of the assemblies that belong into a package.</summary>
    internal void LoseAnAssembly() => File.WriteAllText(Path.Combine(_ready, "without-sessions"), "");
}
