namespace LiqIndicators.Analytics.Liquidation;

/// <summary>The map that this product shows: one place that says which kernel, which turnover, which entries.</summary>
/// <remarks>
/// Entries stand at the low, the high and the close of a bar; positions turn over with activity and the path that price ran
/// in their favour, at most 6% per usual hour; distances to liquidation follow <see cref="LeverageKernels.Wide"/>, close to
/// the measured books. Chosen for a plateau, not a peak: the score changes little around each number. Source: docs/model.md, F4.
/// </remarks>
public static class LiquidationModel
{
    /// <summary>Version of the choices below; a change of any of them raises it.</summary>
    public const string Version = "3";

    /// <summary>Rate at which open mass changes hands per hour of usual activity, on the side that price runs for.</summary>
    public const double TurnoverPerHour = 0.06;

    /// <summary>An empty map of the model for bars of a length.</summary>
    /// <param name="barLength">Length of a bar; above zero.</param>
    /// <param name="kernel">Where new positions would be liquidated; null for the model's own.</param>
    /// <param name="turnoverPerHour">Rate at which open mass changes hands per hour of usual activity; in [0, 1].</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is NaN or outside its range.</exception>
    public static LiquidationMap CreateMap(
        TimeSpan barLength, LeverageKernel? kernel = null, double turnoverPerHour = TurnoverPerHour) =>
        new(kernel ?? LeverageKernels.Wide(), LiquidationMapOptions.Calibrated(barLength, turnoverPerHour));
}
