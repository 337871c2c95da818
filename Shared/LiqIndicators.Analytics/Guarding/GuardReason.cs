using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Analytics.Guarding;

/// <summary>Why an action is asked for, in numbers; <see cref="ToString"/> says it in a line.</summary>
/// <param name="Cause">Rule that asks.</param>
/// <param name="Symbol">Symbol of the action.</param>
/// <param name="Side">Side of the position or order.</param>
/// <param name="Observed">What was seen: leverage, margin level in percent, loss in percent, or equity, by the cause.</param>
/// <param name="Limit">What was allowed, in the same unit.</param>
/// <param name="RiskPct">Cascade risk at the time; NaN when it plays no part.</param>
public readonly record struct GuardReason(
    GuardCause Cause, string Symbol, PositionSide Side, double Observed, double Limit, double RiskPct)
{
    /// <summary>Whether the reason holds without market data and may override the guards on spread and cool-down.</summary>
    public bool IsUrgent => Cause is GuardCause.MarginBackstop or GuardCause.DailyLoss or GuardCause.EquityFloor;

    /// <summary>One line for a log or a panel.</summary>
    public override string ToString() => Cause switch
    {
        GuardCause.SymbolLadder => Line($"{Symbol} {Side} leverage {Observed:0.00} > {Limit:0.00} at cascade risk {RiskPct:0}"),
        GuardCause.AccountLadder => Line($"account leverage {Observed:0.00} > {Limit:0.00} at cascade risk {RiskPct:0}"),
        GuardCause.MarginBackstop => Line($"margin level {Observed:0.0}% < {Limit:0.0}%"),
        GuardCause.DailyLoss => Line($"loss of the day {Observed:0.00}% >= {Limit:0.00}%"),
        GuardCause.EquityFloor => Line($"equity {Observed:0.00} < floor {Limit:0.00}"),
        _ => Cause.ToString(),
    };

    private static string Line(FormattableString text) => FormattableString.Invariant(text);
}
