using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Analytics.Cascade;

/// <summary>The parameters that ship: one model per side and horizon, each with the score of its fit.</summary>
/// <remarks>
/// Fitted to hourly BTC (price of Binance spot, open interest of Binance, funding over venues, liquidations of Binance, Bybit and
/// OKX) from 2025-12-04 to 2026-03-31. Scores are walk-forward on the same months, intervals over 1,000 resamples of
/// days. Model features ship only where the low end of their skill over volatility alone is above zero, which is so for longs
/// within one hour. Both sides share their weights. Another market needs a fit of its own.
/// </remarks>
public static class ShippedCascadeModels
{
    /// <summary>What was fitted and on what.</summary>
    public const string Version = "cascade-1 BTC hourly 2025-12-04..2026-03-31";

    /// <summary>All models, by horizon and then by side.</summary>
    public static IReadOnlyList<CascadeProbabilityModel> All { get; } =
    [
        new(
            Version,
            PositionSide.Long,
            1,
            -4.09105,
            [-0.117304, 0.0130186, -0.462798, -0.00159531, 0, -0.0350233],
            [0.310662, 0.112033, 0.937993, 0.0530133, 0.409663, 0.501679],
            [-0.259231, 0.312451, 0.95175, 0.169092, 0.0836253, 0.234025],
            new(2100, 53, 26, 0.024187, 0.02708, 0.006923, 0.04368)),
        new(
            Version,
            PositionSide.Short,
            1,
            -3.76861,
            [-0.117304, 0.0130186],
            [0.310662, 0.112033],
            [0.375113, 0.0618092],
            new(2100, 52, 29, 0.0237921, 0, 0, 0)),
        new(
            Version,
            PositionSide.Long,
            4,
            -2.57668,
            [-0.117619, 0.0131608],
            [0.310695, 0.112017],
            [0.15628, 0.0739715],
            new(2097, 157, 29, 0.0708921, 0, 0, 0)),
        new(
            Version,
            PositionSide.Short,
            4,
            -2.57668,
            [-0.117619, 0.0131608],
            [0.310695, 0.112017],
            [0.15628, 0.0739715],
            new(2097, 148, 32, 0.0642945, 0, 0, 0)),
        new(
            Version,
            PositionSide.Long,
            24,
            -1.23306,
            [-0.118599, 0.0142424],
            [0.31145, 0.111747],
            [0.0391857, -0.0821933],
            new(2077, 535, 40, 0.19455, 0, 0, 0)),
        new(
            Version,
            PositionSide.Short,
            24,
            -1.23306,
            [-0.118599, 0.0142424],
            [0.31145, 0.111747],
            [0.0391857, -0.0821933],
            new(2077, 417, 35, 0.16323, 0, 0, 0)),
    ];

    /// <summary>The model of a side and horizon.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No model has that horizon.</exception>
    public static CascadeProbabilityModel Of(PositionSide side, int horizonHours)
    {
        foreach (CascadeProbabilityModel model in All)
        {
            if (model.Side == side && model.HorizonHours == horizonHours)
            {
                return model;
            }
        }

        throw new ArgumentOutOfRangeException(
            nameof(horizonHours), horizonHours, FormattableString.Invariant($"horizonHours is {horizonHours}; expected 1, 4 or 24."));
    }
}
