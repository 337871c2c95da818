using LiqIndicators.Analytics.Guarding;

namespace LiqIndicators.Workbench.Scoring.Guard;

/// <summary>The guard that is scored and the rivals beside it; all numbers were set on seeds from 1001.</summary>
internal sealed record GuardScoringOptions
{
    /// <summary>The guard's settings.</summary>
    internal GuardOptions Guard { get; init; } = new() { Ladder = GuardPresets.Balanced };

    /// <summary>Cap of the constant rival, with which it turns over about as much as the guard in cascades.</summary>
    internal double ConstantCap { get; init; } = 10;

    /// <summary>Volatility over equity that volatility targeting allows; fraction per root day, with which it turns over slightly more than the guard in cascades.</summary>
    internal double TargetDailyVolatility { get; init; } = 0.35;

    /// <summary>Half-life of the volatility that it goes by; of one hour to three days none stood out at the same turnover.</summary>
    internal double VolatilityHalfLifeMinutes { get; init; } = 240;
}
