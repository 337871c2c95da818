using System.CommandLine;
using LiqIndicators.Workbench.Packages;
using LiqIndicators.Workbench.Packages.Installing;
using LiqIndicators.Workbench.Packages.Packing;

namespace LiqIndicators.Workbench.Commands;

/// <summary>The command <c>liq</c> and all below it.</summary>
internal static class LiqCommand
{
    internal static RootCommand Create() => new(
        "Liquidation risk of crypto derivatives on price charts: runs the real indicators on recorded or simulated markets.")
    {
        DemoCommand.Create(),
        ReplayCommand.Create(),
        SimulateCommand.Create(),
        ScoreCommand.Create(),
        InspectCommand.Create(),
        PackCommand.Create(),
        InstallCommand.Create(),
    };
}
