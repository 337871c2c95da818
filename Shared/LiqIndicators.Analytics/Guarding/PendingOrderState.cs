using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Analytics.Guarding;

/// <summary>A pending order at one moment.</summary>
/// <param name="Id">Number given by the platform; unique in the account.</param>
/// <param name="Symbol">Name of its symbol.</param>
/// <param name="Side">Side of the position it would open: a buy opens a long.</param>
/// <param name="Volume">Units, &gt; 0.</param>
/// <param name="TargetPrice">Quote currency per unit.</param>
/// <param name="Label">Label of its placer; empty for manual orders.</param>
/// <param name="IsBlocked">Set by the executing side: leave it alone for now.</param>
public readonly record struct PendingOrderState(
    int Id,
    string Symbol,
    PositionSide Side,
    double Volume,
    double TargetPrice,
    string Label,
    bool IsBlocked = false);
