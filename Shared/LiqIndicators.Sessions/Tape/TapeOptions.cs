using LiqIndicators.Analytics;
using LiqIndicators.Analytics.Tape;
using LiqIndicators.Sessions.Following;

namespace LiqIndicators.Sessions.Tape;

/// <summary>Choices of <see cref="TapeSession"/> in the units a user sets; immutable.</summary>
public sealed record TapeOptions
{
    /// <summary>Intensity over baseline from which on a side is in a burst; in [1.5, 100].</summary>
    public double BurstRatio { get; init; } = 4;

    /// <summary>Hours after which the intensity of a print has halved; in [0.05, 48].</summary>
    public double BurstHalfLifeHours { get; init; } = 1;

    /// <summary>Days after which the weight of a bar in the baseline has halved; in [1, 90].</summary>
    public double BaselineDays { get; init; } = 7;

    /// <summary>Share of a drop in open interest that the estimate calls forced; percent, in [0, 100].</summary>
    public double EstimatedSharePct { get; init; } = 12;

    /// <summary>Factor from printed to real; in [1, 10]; 1 for a feed that tells all.</summary>
    public double Reporting { get; init; } = LiquidationReporting.Complete;

    /// <summary>These options with what a preset says instead.</summary>
    /// <param name="preset">Custom changes nothing.</param>
    /// <exception cref="ArgumentOutOfRangeException">The preset is unknown.</exception>
    public TapeOptions With(Preset preset) => preset switch
    {
        Preset.Custom => this,
        Preset.Scalp => this with { BurstHalfLifeHours = 0.25, BaselineDays = 2 },
        Preset.Swing => this with { BurstHalfLifeHours = 1, BaselineDays = 7 },
        Preset.Position => this with { BurstHalfLifeHours = 6, BaselineDays = 30 },
        _ => throw new ArgumentOutOfRangeException(nameof(preset), preset, $"preset is {preset}; expected a known one."),
    };

    /// <summary>Returns these options, checked.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number is NaN or outside its range.</exception>
    public TapeOptions Checked()
    {
        Guard.InRange(BurstRatio, 1.5, 100);
        Guard.InRange(BurstHalfLifeHours, 0.05, 48);
        Guard.InRange(BaselineDays, 1, 90);
        Guard.InRange(EstimatedSharePct, 0, 100);
        Guard.InRange(Reporting, 1, 10);
        return this;
    }

    /// <summary>The kernel's options for bars of a length.</summary>
    internal LiquidationTapeOptions ForBars(TimeSpan barLength) => new()
    {
        BarHours = barLength.TotalHours,
        BurstHalfLifeHours = BurstHalfLifeHours,
        BaselineHalfLifeSamples = BaselineDays * 24 / barLength.TotalHours,
        MinimumSamples = Math.Max(2, (int)Math.Round(48 / barLength.TotalHours)),
        BurstRatio = BurstRatio,
        EstimatedShareOfDrop = EstimatedSharePct / 100,
    };
}
