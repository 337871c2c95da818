using System.Globalization;
using LiqIndicators.Workbench.Commands;
using LiqIndicators.Workbench.Packages.Algos;

namespace LiqIndicators.Workbench.Packages.Packing;

/// <summary>Builds algos into a folder of its own: neither the build outputs nor the lock files of the checkout are touched.</summary>
internal sealed class AlgoBuild
{
    private static readonly string[] Official = ["-p:CTraderApi=Package", "-p:RestorePackagesWithLockFile=false", "-p:RestoreLockedMode=false"];
    private static readonly string[] StandIn = ["-p:CTraderApi=StandIn", "-p:RestoreLockedMode=true"];

    private readonly string _root;
    private readonly string _artifacts;
    private readonly string[] _settings;

    /// <summary>Chooses where and how to build.</summary>
    /// <param name="root">Folder of the solution.</param>
    /// <param name="artifacts">Where everything built goes.</param>
    /// <param name="settings">Further arguments to every restore and build.</param>
    internal AlgoBuild(string root, string artifacts, params string[] settings)
    {
        _root = root;
        _artifacts = artifacts;
        _settings = settings;
    }

    /// <summary>Restores against the official package.</summary>
    /// <returns>False when no NuGet source has it.</returns>
    /// <exception cref="CommandException">The restore failed for another reason.</exception>
    internal bool TryRestoreOfficialApi(AlgoProject algo)
    {
        (int code, string output) = Run("restore", algo, official: true);
        if (code == 0)
        {
            return true;
        }

        string[] missing = [.. output.Split('\n').Where(line => line.Contains("cTrader.Automate", StringComparison.Ordinal) || line.Contains("NU1301", StringComparison.Ordinal))];
        return missing.Length > 0 ? false : throw Failed("restore", algo, output);
    }

    /// <summary>Builds an algo in Release.</summary>
    /// <param name="algo">The algo.</param>
    /// <param name="official">Against the official package, which also writes the .algo; else against the stand-in.</param>
    /// <exception cref="CommandException">It does not build.</exception>
    internal void Build(AlgoProject algo, bool official)
    {
        (int code, string output) = Run("build", algo, official);
        if (code != 0)
        {
            throw Failed("build", algo, output);
        }
    }

    /// <summary>Folder with the assemblies of a built algo.</summary>
    internal string OutputOf(AlgoProject algo) => Path.Combine(_artifacts, "bin", algo.Name, "release");

    /// <summary>What its restore resolved.</summary>
    internal string AssetsOf(AlgoProject algo) => Path.Combine(_artifacts, "obj", algo.Name, "project.assets.json");

    /// <summary>The package that the official build wrote; null when it wrote none.</summary>
    internal string? PackageOf(AlgoProject algo) =>
        Directory.EnumerateFiles(_artifacts, algo.Name + ".algo", SearchOption.AllDirectories).Order(StringComparer.Ordinal).FirstOrDefault();

    private (int ExitCode, string Output) Run(string verb, AlgoProject algo, bool official)
    {
        string[] configuration = verb == "build" ? ["--configuration", "Release"] : [];
        return DotNetTool.Run(
            _root,
            [
                verb,
                algo.Path,
                .. configuration,
                "--artifacts-path",
                _artifacts,
                "--verbosity",
                "quiet",
                "--nologo",
                "-nodeReuse:false",
                // Packages of the stand-in mode are locked by files of the checkout; the official package has no such file to hold or to leave behind.
                .. official ? Official : StandIn,
                .. _settings,
            ]);
    }

    private static CommandException Failed(string verb, AlgoProject algo, string output) =>
        new(string.Create(CultureInfo.InvariantCulture, $"'dotnet {verb}' of {algo.Name} failed:{Environment.NewLine}{output.Trim()}"));
}
