using System.CommandLine;
using LiqIndicators.Workbench.Scoring.Cascade;
using LiqIndicators.Workbench.Scoring.Guard;
using LiqIndicators.Workbench.Scoring.Map;
using LiqIndicators.Workbench.Scoring.Sim;

namespace LiqIndicators.Workbench.Commands;

/// <summary><c>liq score</c>: how right the model is, against rules that are simpler.</summary>
internal static class ScoreCommand
{
    internal static Command Create() => new("score", "Measure how right the model is, beside simpler rules.")
    {
        MapScoreCommand.Create(),
        CascadeScoreCommand.Create(),
        SimScoreCommand.Create(),
        GuardScoreCommand.Create(),
    };
}
