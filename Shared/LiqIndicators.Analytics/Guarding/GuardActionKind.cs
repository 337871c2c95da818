namespace LiqIndicators.Analytics.Guarding;

/// <summary>What a guard may do. None of these opens or increases a position or moves a stop away.</summary>
public enum GuardActionKind
{
    /// <summary>Cancel a pending order that would add exposure.</summary>
    CancelOrder,

    /// <summary>Close a position in part or whole.</summary>
    Reduce,

    /// <summary>Move a stop loss nearer to the market, or set one where there is none.</summary>
    TightenStop,
}
