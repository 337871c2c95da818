using System.CommandLine;
using LiqIndicators.Analytics.Liquidation;
using LiqIndicators.Analytics.Scoring.Map;
using LiqIndicators.Sessions.Bands;

namespace LiqIndicators.Workbench.Scoring;

/// <summary>Which of the kernels a user may choose is scored.</summary>
internal static class ScoredKernel
{
    internal static Option<BandKernel> Option() => new("--kernel")
    {
        Description = "Score the map under another kernel than the one shown.",
        DefaultValueFactory = _ => BandKernel.Model,
    };

    /// <summary>The product's map under a kernel, for hourly bars; without bars.</summary>
    internal static IMapRule Rule(BandKernel kernel) =>
        MapRules.Ours(BandBooks.Make(kernel, TimeSpan.FromHours(1), LiquidationModel.TurnoverPerHour));
}
