namespace LiqIndicators.Analytics.Guarding;

/// <summary>Outcome of one look at an account.</summary>
/// <param name="State">State for the next decision.</param>
/// <param name="Actions">Plan in the order of execution; empty to hold.</param>
/// <param name="Hold">Why nothing is done; <see cref="HoldReason.None"/> with a plan.</param>
/// <param name="Warnings">What stood in the way.</param>
/// <param name="AccountLeverage">Sum of the symbols' net exposures over equity; dimensionless; NaN when not known.</param>
/// <param name="MarginLevelPct">Percent; NaN without margin.</param>
/// <param name="BackstopLevelPct">Margin level below which the backstop acts; percent; NaN without backstop.</param>
public readonly record struct GuardDecision(
    GuardState State,
    IReadOnlyList<GuardAction> Actions,
    HoldReason Hold,
    GuardWarnings Warnings,
    double AccountLeverage,
    double MarginLevelPct,
    double BackstopLevelPct);
