namespace LiqIndicators.Analytics.Guarding;

/// <summary>What the estimate of an account's stop-out price in one symbol depends on.</summary>
/// <remarks>All other symbols stand still: their profit is inside the equity, their margin inside <paramref name="OtherMargin"/>.</remarks>
/// <param name="Equity">Equity now; deposit currency.</param>
/// <param name="OtherMargin">Margin of all other symbols; deposit currency, &gt;= 0.</param>
/// <param name="StopOutLevelPct">Margin level at which the broker closes positions; percent, &gt; 0.</param>
/// <param name="Calculation">How the two sides add up.</param>
/// <param name="AccountLeverage">Leverage of the account; dimensionless, &gt; 0.</param>
/// <param name="Tiers">Dynamic leverage of the symbol; empty when it has none.</param>
/// <param name="Price">Price now; quote currency per unit, &gt; 0.</param>
/// <param name="LongVolume">Volume of all longs; units, &gt;= 0.</param>
/// <param name="ShortVolume">Volume of all shorts; units, &gt;= 0.</param>
/// <param name="QuoteToDeposit">Deposit currency per quote currency; &gt; 0, taken as constant.</param>
/// <param name="DepositToUsd">US dollars per deposit currency; &gt; 0, taken as constant.</param>
public readonly record struct StopOutInputs(
    double Equity,
    double OtherMargin,
    double StopOutLevelPct,
    MarginCalculation Calculation,
    double AccountLeverage,
    IReadOnlyList<LeverageTier> Tiers,
    double Price,
    double LongVolume,
    double ShortVolume,
    double QuoteToDeposit,
    double DepositToUsd);
