namespace LiqIndicators.Analytics.Guarding;

/// <summary>Ladders to start from, set on simulated cascades and calm days; docs/leverage-guard.md says how.</summary>
public static class GuardPresets
{
    /// <summary>Acts early and goes down to no leverage to speak of.</summary>
    public static LeverageLadder Conservative { get; } = new(
        [new LadderRung(30, 20, 4, 6), new LadderRung(45, 30, 2, 3), new LadderRung(60, 45, 0.5, 1)],
        TimeSpan.Zero,
        TimeSpan.FromMinutes(30));

    /// <summary>Between the two.</summary>
    public static LeverageLadder Balanced { get; } = new(
        [new LadderRung(50, 35, 5, 8), new LadderRung(60, 45, 3, 4), new LadderRung(70, 55, 1, 1.5)],
        TimeSpan.Zero,
        TimeSpan.FromMinutes(15));

    /// <summary>Acts late and leaves more on.</summary>
    public static LeverageLadder Aggressive { get; } = new(
        [new LadderRung(60, 40, 8, 12), new LadderRung(75, 55, 4, 6), new LadderRung(85, 65, 2, 3)],
        TimeSpan.Zero,
        TimeSpan.FromMinutes(10));
}
