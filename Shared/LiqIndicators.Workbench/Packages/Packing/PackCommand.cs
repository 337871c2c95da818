using System.CommandLine;
using LiqIndicators.Workbench.Commands;
using LiqIndicators.Workbench.Packages.Algos;

namespace LiqIndicators.Workbench.Packages.Packing;

/// <summary><c>liq pack</c>: builds, checks and collects everything that a release holds.</summary>
internal static class PackCommand
{
    internal static Command Create()
    {
        Option<DirectoryInfo> output = new("--out")
        {
            Description = "Folder for the packages and what goes with them.",
            HelpName = "DIR",
            DefaultValueFactory = _ => new DirectoryInfo(Path.Combine("out", "packages")),
        };
        Option<DirectoryInfo?> root = new("--root") { Description = "Folder that holds LiqIndicators.sln; found above the current folder by default.", HelpName = "DIR" };
        Option<string?> source = new("--source") { Description = "A further NuGet source, for the package cTrader.Automate.", HelpName = "URL" };
        Command command = new("pack", "Builds every algo with Spotware's own build package, checks the .algo files and writes sums, notes, bill of materials and a zip.")
        {
            output, root, source,
        };
        command.SetAction(parsed => Run(
            RootOf(parsed.GetValue(root)), parsed.GetValue(output)!, parsed.GetValue(source), parsed.InvocationConfiguration));
        return command;
    }

    private static int Run(string root, DirectoryInfo output, string? source, InvocationConfiguration streams)
    {
        IReadOnlyList<AlgoProject> algos = AlgoProject.FindAll(root);
        using TemporaryArtifacts artifacts = new();
        AlgoBuild build = new(root, artifacts.Path, source is null ? [] : [$"-p:RestoreAdditionalProjectSources={source}"]);
        PackResult result = Progress.Run(
            "packing", algos.Count, advance => PackRun.Run(root, algos, build, output.FullName, () => advance(1)));
        streams.Output.WriteLine($"LiqIndicators {ProductVersion.Text}, {algos.Count} algos, in {output.FullName}:");
        foreach (string file in result.Files)
        {
            streams.Output.WriteLine($"  {file}");
        }

        if (result.Missing is null)
        {
            return ExitCode.Done;
        }

        streams.Error.WriteLine($"liq: {result.Missing}");
        return ExitCode.Incomplete;
    }

    private static string RootOf(DirectoryInfo? given)
    {
        for (DirectoryInfo? folder = given ?? new DirectoryInfo("."); folder is not null; folder = given is null ? folder.Parent : null)
        {
            if (File.Exists(Path.Combine(folder.FullName, "LiqIndicators.sln")))
            {
                return folder.FullName;
            }
        }

        throw new CommandException($"{(given ?? new DirectoryInfo(".")).FullName} is not a checkout; expected the folder that holds LiqIndicators.sln, or one within it.");
    }
}
