using LiqIndicators.Analytics.Scoring;

namespace LiqIndicators.Workbench.Scoring.Guard;

/// <summary>Guard and rivals over many seeds.</summary>
/// <param name="Cascade">Days with shocks.</param>
/// <param name="Calm">The same days of the same seeds without shocks.</param>
internal sealed record GuardScoreReport(ScenarioScore Cascade, ScenarioScore Calm);

/// <summary>Guard and rivals in one kind of days.</summary>
/// <param name="Accounts">How many accounts each policy looked after.</param>
/// <param name="Policies">Figures of each.</param>
/// <param name="GuardMinus">Figures of the guard less those of each rival, paired by seed.</param>
/// <param name="ForgoneBpsPerDay">Mean return without a policy less that of the guard, per day from entry to end; basis points of equity.</param>
/// <param name="ForgoneBeforeShockBpsPerDay">The same per day from entry to the time of the first shock.</param>
internal sealed record ScenarioScore(
    int Accounts,
    IReadOnlyDictionary<PolicyKind, PolicyFigures> Policies,
    IReadOnlyDictionary<PolicyKind, PairedFigures> GuardMinus,
    Interval ForgoneBpsPerDay,
    Interval ForgoneBeforeShockBpsPerDay);

/// <summary>Differences with their intervals; the figures are those of <see cref="PolicyFigures"/>.</summary>
internal sealed record PairedFigures(
    Interval StopOuts,
    Interval MaxDrawdownMedian,
    Interval Cvar95,
    Interval Turnover,
    Interval Cost,
    Interval ReturnMean);
