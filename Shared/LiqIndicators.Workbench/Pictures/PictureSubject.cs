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

    /// <summary>Bars in the picture, the room at the right included.</summary>
    internal int BarsInSight { get; init; } = 200;

    /// <summary>How far from the last price the picture reaches; fraction of it; NaN for what the candles need.</summary>
    internal double Reach { get; init; } = double.NaN;

    /// <summary>Whether the account holds a leveraged long in it.</summary>
    internal bool HoldsPosition { get; init; }

    /// <summary>Whether the card is asked for all its lines.</summary>
    internal bool ShowsDetails { get; init; }

    /// <summary>All of them; those with a position last, because all charts are of one account.</summary>
    internal static readonly IReadOnlyList<PictureSubject> All =
    [
        new("demo", null, "end", Standard),
        new("liquidation-bands", typeof(LiquidationBands), "end", Standard) { Reach = 0.055 },
        new("liquidation-bands-card", typeof(LiquidationBands), "end", Standard) { Reach = 0.055, ShowsDetails = true },
        new("liquidation-bands-many", typeof(LiquidationBands), "end", Many) { Reach = 0.15, BarsInSight = 300 },
        new("liquidation-bands-heatmap", typeof(LiquidationBands), "end", Of(BandMode.Heatmap)),
        new("liquidation-bands-histogram", typeof(LiquidationBands), "end", Of(BandMode.Histogram)),
        new("funding-pressure", typeof(FundingPressure), "end", Standard),
        new("open-interest-divergence", typeof(OpenInterestDivergence), "end", Standard),
        new("liquidation-tape", typeof(LiquidationTape), "after-fall", Standard),
        new("cascade-risk", typeof(CascadeRisk), "after-fall", Standard),
        new("liquidation-bands-stop-out", typeof(LiquidationBands), "end", Standard) { Reach = 0.055, HoldsPosition = true },
    ];

    /// <summary>All that there is, from far away and however small, and a label for each band that has room.</summary>
    private static Dictionary<string, object?> Many => new()
    {
        ["Kernel"] = BandKernel.Textbook,
        ["Range (%)"] = 30.0,
        ["Bands"] = 40,
        ["Noise floor (%)"] = 0.0,
        ["Objects"] = LiquidationBandsOptions.ObjectCap,
        ["Labels"] = 20,
    };

    private static Dictionary<string, object?> Of(BandMode mode) => new() { ["Mode"] = mode, ["Objects"] = LiquidationBandsOptions.ObjectCap };
}
