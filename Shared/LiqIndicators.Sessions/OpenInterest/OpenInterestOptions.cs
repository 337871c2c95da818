using LiqIndicators.Analytics;
using LiqIndicators.Analytics.OpenInterest;
using LiqIndicators.Sessions.Following;

namespace LiqIndicators.Sessions.OpenInterest;

/// <summary>Choices of <see cref="OpenInterestSession"/> in the units a user sets; immutable.</summary>
public sealed record OpenInterestOptions
{
    /// <summary>Hours over which regime and divergence look back; in [1, 720].</summary>
    public int LookbackHours { get; init; } = 24;

    /// <summary>Half width of the dead bands; robust deviations, in [0, 5].</summary>
    public double DeadBandZ { get; init; } = 0.5;

    /// <summary>Bars of the market on either side that make a swing; in [1, 50].</summary>
    public int SwingBars { get; init; } = 5;

    /// <summary>Whether confirmed divergences are drawn on the price chart.</summary>
    public bool ShowsArrows { get; init; } = true;

    /// <summary>These options with what a preset says instead.</summary>
    /// <param name="preset">Custom changes nothing.</param>
    /// <exception cref="ArgumentOutOfRangeException">The preset is unknown.</exception>
    public OpenInterestOptions With(Preset preset) => preset switch
    {
        Preset.Custom => this,
        Preset.Scalp => this with { LookbackHours = 4, SwingBars = 3 },
        Preset.Swing => this with { LookbackHours = 24, SwingBars = 5 },
        Preset.Position => this with { LookbackHours = 168, SwingBars = 10 },
        _ => throw new ArgumentOutOfRangeException(nameof(preset), preset, $"preset is {preset}; expected a known one."),
    };

    /// <summary>Returns these options, checked.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number is NaN or outside its range.</exception>
    public OpenInterestOptions Checked()
    {
        Guard.InRange(LookbackHours, 1, 720);
        Guard.InRange(DeadBandZ, 0, 5);
        Guard.InRange(SwingBars, 1, 50);
        return this;
    }

    /// <summary>The kernel's options for bars of a length.</summary>
    internal OpenInterestDivergenceOptions ForBars(TimeSpan barLength)
    {
        return new OpenInterestDivergenceOptions
        {
            LookbackSamples = Samples(LookbackHours, 1),
            WindowSamples = Samples(168, 48),
            MinimumSamples = Samples(48, 12),
            DeadBandZ = DeadBandZ,
            PivotReach = SwingBars,
            PivotMemorySamples = Samples(120, 24),
            VolumeSamples = Samples(24, 1),
        };

        int Samples(double hours, int least) => Math.Clamp((int)Math.Round(hours / barLength.TotalHours), least, 10_000);
    }
}
