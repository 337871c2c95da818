using LiqIndicators.Indicators;
using LiqIndicators.Sessions.Bands;

namespace LiqIndicators.Workbench.Pictures;

/// <summary>An indicator as it is pictured in the documents.</summary>
/// <param name="Name">Name of the file without theme and ending.</param>
/// <param name="Algo">The indicator; null for all of them together.</param>
/// <param name="Moment">Which moment of the replay shows it best.</param>
/// <param name="Parameters">Inputs that differ from their standard.</param>
internal sealed record PictureSubject(string Name, Type? Algo, string Moment, IReadOnlyDictionary<string, object?> Parameters)
{
    private static readonly Dictionary<string, object?> Standard = [];

    /// <summary>All of them.</summary>
    internal static readonly IReadOnlyList<PictureSubject> All =
    [
        new("demo", null, "before-fall", Standard),
        new("liquidation-bands", typeof(LiquidationBands), "end", Standard),
        new("liquidation-bands-heatmap", typeof(LiquidationBands), "end", new Dictionary<string, object?> { ["Mode"] = BandMode.Heatmap }),
        new("liquidation-bands-histogram", typeof(LiquidationBands), "end", new Dictionary<string, object?> { ["Mode"] = BandMode.Histogram }),
        new("funding-pressure", typeof(FundingPressure), "end", Standard),
        new("open-interest-divergence", typeof(OpenInterestDivergence), "end", Standard),
        new("liquidation-tape", typeof(LiquidationTape), "after-fall", Standard),
        new("cascade-risk", typeof(CascadeRisk), "after-fall", Standard),
    ];
}
