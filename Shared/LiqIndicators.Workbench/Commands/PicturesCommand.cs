using System.CommandLine;
using LiqIndicators.Workbench.Pictures;
using LiqIndicators.Workbench.Recordings;

namespace LiqIndicators.Workbench.Commands;

/// <summary><c>liq pictures</c>: the pictures of the documents, each indicator in both themes.</summary>
internal static class PicturesCommand
{
    internal static Command Create()
    {
        Option<DirectoryInfo> output = CommonOptions.Out();
        Option<bool> json = CommonOptions.Json();
        Command command = new("pictures", "Draws each indicator by itself in both themes, on the market of the demo; for the documents.") { output, json };
        command.SetAction(parsed => Run(DemoCommand.Market(), parsed.GetValue(output)!, parsed.GetValue(json)));
        return command;
    }

    private static int Run(RecordedMarket market, DirectoryInfo output, bool json)
    {
        output.Create();
        IReadOnlyList<string> pictures = Progress.Run(
            "replaying", market.Bars.Count, advance => PictureRun.Take(market, output.FullName, advance));
        Console.WriteLine(json ? JsonText.Of(pictures) : string.Join(Environment.NewLine, pictures));
        return ExitCode.Done;
    }
}
