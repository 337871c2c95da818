using LiqIndicators.Analytics;
using LiqIndicators.Analytics.Funding;
using LiqIndicators.Sessions.Following;

namespace LiqIndicators.Sessions.Funding;

/// <summary>Choices of <see cref="FundingSession"/> in the units a user sets; immutable.</summary>
public sealed record FundingOptions
{
    /// <summary>Days that scores look back on; in [2, 365].</summary>
    public int WindowDays { get; init; } = 14;

    /// <summary>Pressure at which a side is crowded; in [1, 99].</summary>
    public double CrowdedLevel { get; init; } = 60;

    /// <summary>Pressure at which a crowded side is released; in [0, <see cref="CrowdedLevel"/>].</summary>
    public double ReleasedLevel { get; init; } = 40;

    /// <summary>Rate that counts as full carry; percent per eight hours, in [0.001, 1].</summary>
    public double FullRatePct { get; init; } = 0.03;

    /// <summary>These options with what a preset says instead.</summary>
    /// <param name="preset">Custom changes nothing.</param>
    /// <exception cref="ArgumentOutOfRangeException">The preset is unknown.</exception>
    public FundingOptions With(Preset preset) => preset switch
    {
        Preset.Custom => this,
        Preset.Scalp => this with { WindowDays = 3 },
        Preset.Swing => this with { WindowDays = 14 },
        Preset.Position => this with { WindowDays = 60 },
        _ => throw new ArgumentOutOfRangeException(nameof(preset), preset, $"preset is {preset}; expected a known one."),
    };

    /// <summary>Returns these options, checked.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number is NaN or outside its range.</exception>
    public FundingOptions Checked()
    {
        Guard.InRange(WindowDays, 2, 365);
        Guard.InRange(CrowdedLevel, 1, 99);
        Guard.InRange(ReleasedLevel, 0, CrowdedLevel);
        Guard.InRange(FullRatePct, 0.001, 1);
        return this;
    }

    /// <summary>The kernel's options for bars of a length.</summary>
    internal FundingPressureOptions ForBars(TimeSpan barLength)
    {
        int window = Math.Max(2, (int)Math.Round(WindowDays * 24 / barLength.TotalHours));
        return new FundingPressureOptions
        {
            WindowSamples = window,
            MinimumSamples = Math.Clamp((int)Math.Round(48 / barLength.TotalHours), 2, window),
            SampleHours = barLength.TotalHours,
            StaleAfterHours = Math.Max(9, 2 * barLength.TotalHours),
            FullRatePerEightHours = FullRatePct / 100,
            CrowdedLevel = CrowdedLevel,
            ReleasedLevel = ReleasedLevel,
        };
    }
}
