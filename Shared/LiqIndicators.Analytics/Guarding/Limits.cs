using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Analytics.Guarding;

/// <summary>The limits that hold in one decision.</summary>
/// <param name="Equity">Deposit currency.</param>
/// <param name="Loss">Set when a loss limit was reached.</param>
/// <param name="IsBackstopActive">Whether the margin level is too low.</param>
/// <param name="MarginLevelPct">Percent; NaN without margin.</param>
/// <param name="TriggerLevelPct">Where the backstop starts; percent.</param>
/// <param name="ReleaseLevelPct">Where it ends, the target of its cuts; percent.</param>
/// <param name="AccountCap">Tightest cap on the account's leverage.</param>
internal readonly record struct Limits(
    double Equity,
    GuardReason? Loss,
    bool IsBackstopActive,
    double MarginLevelPct,
    double TriggerLevelPct,
    double ReleaseLevelPct,
    AccountCap AccountCap)
{
    /// <summary>Whether a rule holds that needs no market data.</summary>
    public bool IsUrgent => IsBackstopActive || Loss is not null;

    /// <summary>Reason of the backstop: the level against the one it is brought back to.</summary>
    public GuardReason BackstopReason =>
        new(GuardCause.MarginBackstop, string.Empty, default(PositionSide), MarginLevelPct, ReleaseLevelPct, double.NaN);
}
