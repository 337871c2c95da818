using System.CommandLine;
using LiqIndicators.Workbench.Check;
using LiqIndicators.Workbench.Live;
using LiqIndicators.Workbench.Packages;
using LiqIndicators.Workbench.Packages.Installing;
using LiqIndicators.Workbench.Packages.Packing;
using LiqIndicators.Workbench.Record;

namespace LiqIndicators.Workbench.Commands;

/// <summary>The command <c>liq</c> and all below it.</summary>
internal static class LiqCommand
{
    internal static RootCommand Create() => new(
        "Liquidation risk of crypto derivatives on price charts: runs the real indicators on recorded or simulated markets.")
    {
        DemoCommand.Create(),
        PicturesCommand.Create(),
        ReplayCommand.Create(),
        SimulateCommand.Create(),
        ScoreCommand.Create(),
        LiveCommand.Create(),
        RecordCommand.Create(),
        ExportCommand.Create(),
        CheckCommand.Create(),
        InspectCommand.Create(),
        PackCommand.Create(),
        InstallCommand.Create(),
    };
}
