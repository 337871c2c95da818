using LiqIndicators.Analytics.Guarding;

namespace LiqIndicators.Workbench.Scoring.Guard;

/// <summary>The guard that is scored and the rivals beside it; all numbers were set on seeds from 1001.</summary>
internal sealed record GuardScoringOptions
{
    /// <summary>The guard's settings.</summary>
    internal GuardOptions Guard { get; init; } = new() { Ladder = GuardPresets.Balanced, MaxRiskAge = TimeSpan.FromMinutes(15) };

    /// <summary>Cap of the constant rival, with which it turns over as much as the guard in cascades.</summary>
    internal double ConstantCap { get; init; } = 4;

    /// <summary>Volatility over equity that volatility targeting allows; fraction per root day, set like the constant cap.</summary>
    internal double TargetDailyVolatility { get; init; } = 0.1;

    /// <summary>Half-life of the volatility that it goes by; the best of those tried for its tail loss.</summary>
    internal double VolatilityHalfLifeMinutes { get; init; } = 60;
}
