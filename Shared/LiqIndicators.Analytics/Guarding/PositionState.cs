using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Analytics.Guarding;

/// <summary>An open position at one moment.</summary>
/// <param name="Id">Number given by the platform; unique in the account.</param>
/// <param name="Symbol">Name of its symbol.</param>
/// <param name="Side">Long or short.</param>
/// <param name="Volume">Units, &gt; 0.</param>
/// <param name="EntryPrice">Quote currency per unit.</param>
/// <param name="Margin">Margin as reported for this position alone; deposit currency; NaN when not told.</param>
/// <param name="NetProfit">Open profit after swap and commission; deposit currency; NaN when not told.</param>
/// <param name="StopPrice">Stop loss; quote currency per unit; NaN when it has none.</param>
/// <param name="OpenedUtc">Time of entry; UTC.</param>
/// <param name="Label">Label of its opener; empty for manual positions.</param>
/// <param name="IsBlocked">Set by the executing side: leave it alone for now.</param>
/// <param name="IsStopBlocked">Set by the executing side: its stop cannot be moved, so reduce instead.</param>
public readonly record struct PositionState(
    int Id,
    string Symbol,
    PositionSide Side,
    double Volume,
    double EntryPrice,
    double Margin,
    double NetProfit,
    double StopPrice,
    DateTime OpenedUtc,
    string Label,
    bool IsBlocked = false,
    bool IsStopBlocked = false);
