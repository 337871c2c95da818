using System.CommandLine;
using LiqIndicators.Workbench.Commands;
using LiqIndicators.Workbench.Packages.Reading;

namespace LiqIndicators.Workbench.Packages;

/// <summary><c>liq inspect</c>: says what an <c>.algo</c> says of itself, without running it.</summary>
internal static class InspectCommand
{
    internal static Command Create()
    {
        Argument<FileInfo> file = new("FILE") { Description = "An .algo package." };
        Option<bool> json = CommonOptions.Json();
        Command command = new("inspect", "Prints what an .algo package says of itself: names, inputs, outputs, rights. Nothing is run.") { file, json };
        command.SetAction(parsed => Run(parsed.GetValue(file)!, parsed.GetValue(json), parsed.InvocationConfiguration.Output));
        return command;
    }

    private static int Run(FileInfo file, bool json, TextWriter output)
    {
        AlgoReading reading = AlgoFile.Read(file.FullName);
        output.Write(json ? JsonText.Of(InspectJson.Of(file.Name, reading)) + Environment.NewLine : InspectText.Write(file.Name, reading));
        return reading.State == AlgoFileState.Readable ? ExitCode.Done : ExitCode.Failed;
    }
}
