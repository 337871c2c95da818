using LiqIndicators.Analytics;
using LiqIndicators.Analytics.Liquidation;
using LiqIndicators.Sessions.Following;

namespace LiqIndicators.Sessions.Bands;

/// <summary>Choices of <see cref="LiquidationBandsSession"/>; immutable, checked once.</summary>
public sealed record LiquidationBandsOptions
{
    /// <summary>Objects on a chart, texts included, that no instance ever passes.</summary>
    public const int ObjectCap = 300;

    /// <summary>Where new positions would be liquidated.</summary>
    public BandKernel Kernel { get; init; }

    /// <summary>Share of the open mass that changes hands in an hour of usual activity; in [0, 0.5].</summary>
    public double TurnoverPerHour { get; init; } = LiquidationModel.TurnoverPerHour;

    /// <summary>Whether bands carry what other kernels make of them, at about four times the cost per bar.</summary>
    public bool HasSpread { get; init; } = true;

    /// <summary>How pockets are found.</summary>
    public LiquidationClusterOptions Clusters { get; init; } = new() { MaximumCount = 24, LargestWidth = 0.01 };

    /// <summary>Most objects drawn, bands, traces, cells and labels together; in [1, 300]; 120 by default.</summary>
    public int MaximumObjects { get; init; } = 120;

    /// <summary>Most labels; in [0, 20]; 6 by default. They have half of the objects at most: a label alone says nothing.</summary>
    public int MaximumLabels { get; init; } = 6;

    /// <summary>Labels that there is room for.</summary>
    internal int LabelRoom => Math.Min(MaximumLabels, MaximumObjects / 2);

    /// <summary>Objects that there is room for beside the labels; at least 1.</summary>
    internal int ShapeRoom => MaximumObjects - LabelRoom;

    /// <summary>How long the trace of an eaten band stays, and how far back the map through time reaches, a day at least; in [0, 365 days]; 10 days by default.</summary>
    public TimeSpan TraceTime { get; init; } = TimeSpan.FromDays(10);

    /// <summary>Decimal places of the symbol's prices; in [0, 10].</summary>
    public int PriceDigits { get; init; } = 2;

    /// <summary>These options with what a preset says instead.</summary>
    /// <param name="preset">Custom changes nothing.</param>
    /// <exception cref="ArgumentOutOfRangeException">The preset is unknown.</exception>
    public LiquidationBandsOptions With(Preset preset) => preset switch
    {
        Preset.Custom => this,
        Preset.Scalp => With(range: 0.08, bands: 12, noiseFloor: 0.02, traceDays: 2),
        Preset.Swing => With(range: 0.25, bands: 24, noiseFloor: 0.01, traceDays: 10),
        Preset.Position => With(range: 0.5, bands: 40, noiseFloor: 0.005, traceDays: 45),
        _ => throw new ArgumentOutOfRangeException(nameof(preset), preset, $"preset is {preset}; expected a known one."),
    };

    /// <summary>Returns these options, checked.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number is NaN or outside its range.</exception>
    public LiquidationBandsOptions Checked()
    {
        Guard.InRange((int)Kernel, 0, (int)BandKernel.Fitted, nameof(Kernel));
        Guard.InRange(TurnoverPerHour, 0, 0.5);
        Guard.InRange(MaximumObjects, 1, ObjectCap);
        Guard.InRange(MaximumLabels, 0, 20);
        Guard.InRange(TraceTime.TotalDays, 0, 365, nameof(TraceTime));
        Guard.InRange(PriceDigits, 0, 10);
        Clusters.Checked();
        return this;
    }

    private LiquidationBandsOptions With(double range, int bands, double noiseFloor, int traceDays) => this with
    {
        Clusters = Clusters with { Range = range, MaximumCount = bands, NoiseFloor = noiseFloor },
        TraceTime = TimeSpan.FromDays(traceDays),
    };
}
