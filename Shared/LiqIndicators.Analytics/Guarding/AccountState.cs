namespace LiqIndicators.Analytics.Guarding;

/// <summary>An account as the platform reports it at one moment.</summary>
/// <param name="Balance">Deposit currency.</param>
/// <param name="Equity">Balance with open profit and credit; deposit currency; may be negative.</param>
/// <param name="Margin">Margin in use; deposit currency, &gt;= 0.</param>
/// <param name="MarginLevelPct">Percent; NaN when the platform gives none (no positions).</param>
/// <param name="StopOutLevelPct">Margin level at which the broker closes positions; percent; NaN or 0 when not told.</param>
/// <param name="Leverage">Leverage of the account; dimensionless, &gt; 0.</param>
/// <param name="Kind">Hedged or netted.</param>
/// <param name="Calculation">How the sides of a symbol add up to its margin.</param>
/// <param name="IsLive">Whether real money is at stake.</param>
/// <param name="TransfersTotal">
/// Deposits less withdrawals over the account's life; deposit currency; NaN when not known. Only its changes count:
/// they keep a withdrawal from looking like a loss.
/// </param>
public readonly record struct AccountState(
    double Balance,
    double Equity,
    double Margin,
    double MarginLevelPct,
    double StopOutLevelPct,
    double Leverage,
    AccountKind Kind,
    MarginCalculation Calculation,
    bool IsLive,
    double TransfersTotal);
