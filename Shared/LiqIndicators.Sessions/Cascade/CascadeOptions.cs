using LiqIndicators.Analytics;
using LiqIndicators.Analytics.Cascade;
using LiqIndicators.Sessions.Following;

namespace LiqIndicators.Sessions.Cascade;

/// <summary>Choices of <see cref="CascadeSession"/> in the units a user sets; immutable.</summary>
public sealed record CascadeOptions
{
    /// <summary>Shock whose end is told; percent of price, in [0.1, 20].</summary>
    public double ShockPct { get; init; } = 2;

    /// <summary>Days behind volume and volatility; in [2, 90].</summary>
    public int WindowDays { get; init; } = 7;

    /// <summary>Strength of price impact, <c>Y</c> of the square-root law; in [0.1, 5].</summary>
    public double Impact { get; init; } = 1;

    /// <summary>Score whose crossing is told; in [1, 99].</summary>
    public double AlertScore { get; init; } = 50;

    /// <summary>Whether the path is drawn on the price chart.</summary>
    public bool ShowsPath { get; init; } = true;

    /// <summary>Decimal places of the symbol's prices; in [0, 10].</summary>
    public int PriceDigits { get; init; } = 2;

    /// <summary>These options with what a preset says instead.</summary>
    /// <param name="preset">Custom changes nothing.</param>
    /// <exception cref="ArgumentOutOfRangeException">The preset is unknown.</exception>
    public CascadeOptions With(Preset preset) => preset switch
    {
        Preset.Custom => this,
        Preset.Scalp => this with { ShockPct = 1, WindowDays = 3 },
        Preset.Swing => this with { ShockPct = 2, WindowDays = 7 },
        Preset.Position => this with { ShockPct = 5, WindowDays = 30 },
        _ => throw new ArgumentOutOfRangeException(nameof(preset), preset, $"preset is {preset}; expected a known one."),
    };

    /// <summary>Returns these options, checked.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number is NaN or outside its range.</exception>
    public CascadeOptions Checked()
    {
        Guard.InRange(ShockPct, 0.1, 20);
        Guard.InRange(WindowDays, 2, 90);
        Guard.InRange(Impact, 0.1, 5);
        Guard.InRange(AlertScore, 1, 99);
        Guard.InRange(PriceDigits, 0, 10);
        return this;
    }

    /// <summary>The kernel's options for bars of a length.</summary>
    internal CascadeRiskOptions ForBars(TimeSpan barLength)
    {
        int window = Math.Max(2, (int)Math.Round(WindowDays * 24 / barLength.TotalHours));
        return new CascadeRiskOptions
        {
            BarHours = barLength.TotalHours,
            WindowSamples = window,
            MinimumSamples = Math.Clamp((int)Math.Round(48 / barLength.TotalHours), 2, window),
            Shock = ShockPct / 100,
            Impact = Impact,
        };
    }
}
