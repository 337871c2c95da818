namespace LiqIndicators.Sessions.Bands;

/// <summary>Turns what a user sets, in percent and days, into options.</summary>
public static class LiquidationBandsInputs
{
    /// <summary>Options from the inputs of the indicator.</summary>
    /// <param name="turnoverPct">Percent of open positions that change hands per hour.</param>
    /// <param name="rangePct">Percent of the price to either side.</param>
    /// <param name="maximumBands">Most bands that stand at a time.</param>
    /// <param name="noiseFloorPct">Percent of all positions in range.</param>
    /// <param name="traceDays">Days that traces stay.</param>
    /// <param name="maximumObjects">Most objects on the chart.</param>
    /// <param name="maximumLabels">Most labels.</param>
    /// <param name="kernel">Distance from entries to their liquidation prices.</param>
    /// <param name="hasSpread">Whether bands carry what other kernels make of them.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is NaN or outside its range, or the kernel is unknown.</exception>
    public static LiquidationBandsOptions Options(
        double turnoverPct,
        double rangePct,
        int maximumBands,
        double noiseFloorPct,
        int traceDays,
        int maximumObjects,
        int maximumLabels,
        BandKernel kernel = BandKernel.Model,
        bool hasSpread = true) =>
        new LiquidationBandsOptions
        {
            Kernel = kernel,
            TurnoverPerHour = turnoverPct / 100,
            HasSpread = hasSpread,
            Clusters = new LiquidationBandsOptions().Clusters with
            {
                Range = rangePct / 100,
                MaximumCount = maximumBands,
                NoiseFloor = noiseFloorPct / 100,
            },
            TraceTime = TimeSpan.FromDays(traceDays),
            MaximumObjects = maximumObjects,
            MaximumLabels = maximumLabels,
        }.Checked();
}
