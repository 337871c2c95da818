using System.CommandLine;
using LiqIndicators.Workbench.Commands;

namespace LiqIndicators.Workbench.Packages.Installing;

/// <summary><c>liq install</c>: copies packages to where cTrader finds them, and undoes it.</summary>
internal static class InstallCommand
{
    internal static Command Create()
    {
        Option<DirectoryInfo> from = new("--from")
        {
            Description = "Folder that 'liq pack' wrote.",
            HelpName = "DIR",
            DefaultValueFactory = _ => new DirectoryInfo(Path.Combine("out", "packages")),
        };
        Option<DirectoryInfo?> to = new("--to")
        {
            Description = "cTrader's algo folder; Documents\\cAlgo on Windows and ~/cAlgo on macOS by default.",
            HelpName = "DIR",
        };
        Option<bool> undo = new("--undo") { Description = "Remove what was installed, and put back what stood there before." };
        Command command = new("install", "Copies the packages to cTrader's algo folder, or undoes that.") { from, to, undo };
        command.SetAction(parsed => Run(
            parsed.GetValue(from)!.FullName, FolderOf(parsed.GetValue(to)), parsed.GetValue(undo), parsed.InvocationConfiguration.Output));
        return command;
    }

    private static int Run(string from, string folder, bool undo, TextWriter output)
    {
        foreach (string line in undo ? Installer.Undo(folder) : Installer.Install(from, folder))
        {
            output.WriteLine(line);
        }

        return ExitCode.Done;
    }

    private static string FolderOf(DirectoryInfo? given) => given?.FullName
        ?? AlgoFolder.Standard()
        ?? throw new CommandException("cTrader has no desktop program for this system; name its algo folder with --to DIR.");
}
