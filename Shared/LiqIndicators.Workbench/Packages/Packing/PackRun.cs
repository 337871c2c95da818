using LiqIndicators.Workbench.Commands;
using LiqIndicators.Workbench.Packages.Algos;
using LiqIndicators.Workbench.Packages.Bom;
using LiqIndicators.Workbench.Packages.Reading;

namespace LiqIndicators.Workbench.Packages.Packing;

/// <summary>Makes a release: builds every algo, checks what was built, and writes what goes with it.</summary>
internal static class PackRun
{
    private const string Notes = "RELEASE-NOTES.md";
    private const string Inputs = "INPUTS.md";
    private const string Install = "INSTALL.md";
    private const string License = "LICENSE";
    private const string Bill = "sbom.cdx.json";

    /// <summary>Packs into a folder.</summary>
    /// <param name="root">Folder of the solution.</param>
    /// <param name="algos">What to build.</param>
    /// <param name="build">How to build it.</param>
    /// <param name="output">Where files go; what an earlier run left of ours there is removed first.</param>
    /// <param name="advance">Told after each algo.</param>
    /// <exception cref="CommandException">Something does not build, or a built package is not what it should be.</exception>
    internal static PackResult Run(string root, IReadOnlyList<AlgoProject> algos, AlgoBuild build, string output, Action advance)
    {
        string notes = ReleaseNotes.Of(File.ReadAllText(Path.Combine(root, "CHANGELOG.md")), ProductVersion.Text);
        bool official = build.TryRestoreOfficialApi(algos[0]);
        Clear(output, algos);
        List<string> files = [];
        List<AlgoFace> faces = [];
        Dictionary<string, IReadOnlyList<RestoredPackage>> restored = [];
        foreach (AlgoProject algo in algos)
        {
            build.Build(algo, official);
            Refuse(algo, BundledAssemblies.ProblemsIn(build.OutputOf(algo), algo.Name));
            AlgoFace face = AlgoAssembly.Read(Path.Combine(build.OutputOf(algo), algo.Name + ".dll"));
            faces.Add(face);
            restored[algo.Name] = ProjectAssets.Read(build.AssetsOf(algo));
            Refuse(algo, BundledAssemblies.Problems(restored[algo.Name]));
            if (official)
            {
                files.Add(Collect(algo, face, build, output));
            }

            advance();
        }

        Write(output, Notes, notes, files);
        Write(output, Inputs, InputTable.Write(faces), files);
        Write(output, Bill, CycloneDxJson.Write(ProductVersion.Text, restored), files);
        Write(output, Install, File.ReadAllText(Path.Combine(root, "docs", "install.md")), files);
        Write(output, License, File.ReadAllText(Path.Combine(root, "LICENSE")), files);
        return official ? Finish(output, files) : new PackResult(files, MissingApi());
    }

    private static PackResult Finish(string output, List<string> files)
    {
        Checksums.Write(output, files);
        string archive = $"LiqIndicators-{ProductVersion.Text}.zip";
        PackageArchive.Write(Path.Combine(output, archive), output, [.. files, Checksums.FileName]);
        files.Add(archive);
        Checksums.Write(output, files);
        return new PackResult([.. files, Checksums.FileName], null);
    }

    private static string MissingApi() =>
        "cTrader.Automate could not be restored, so no .algo was written: name a NuGet source that has it with 'liq pack --source URL' (everything else was built and checked).";

    private static string Collect(AlgoProject algo, AlgoFace face, AlgoBuild build, string output)
    {
        string built = build.PackageOf(algo)
            ?? throw new CommandException($"{algo.Name} was built against cTrader.Automate, but it wrote no {algo.Name}.algo.");
        Refuse(algo, AlgoCheck.Problems(AlgoFile.Read(built), face));
        string name = algo.Name + ".algo";
        File.Copy(built, Path.Combine(output, name));
        return name;
    }

    private static void Refuse(AlgoProject algo, IEnumerable<string> problems)
    {
        string[] all = [.. problems];
        if (all.Length > 0)
        {
            throw new CommandException($"{algo.Name} {string.Join("; ", all)}.");
        }
    }

    private static void Write(string output, string name, string text, List<string> files)
    {
        File.WriteAllText(Path.Combine(output, name), text);
        files.Add(name);
    }

    // An old package must not pass for a new one; files of others in the same folder are none of our business.
    private static void Clear(string output, IReadOnlyList<AlgoProject> algos)
    {
        Directory.CreateDirectory(output);
        string[] ours = [Checksums.FileName, .. algos.Select(algo => algo.Name + ".algo")];
        foreach (string name in ours)
        {
            File.Delete(Path.Combine(output, name));
        }
    }
}
