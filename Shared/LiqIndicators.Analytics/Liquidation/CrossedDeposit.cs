namespace LiqIndicators.Analytics.Liquidation;

/// <summary>What becomes of new positions whose liquidation price the bar of their entry has already crossed.</summary>
public enum CrossedDeposit
{
    /// <summary>
    /// They are gone by the close, yet the open interest at the close counts only positions that live: all of it is
    /// deposited beyond the bar's extremes, in the kernel's proportions there. Nothing lies on the wrong side of price.
    /// </summary>
    BeyondExtremes,

    /// <summary>
    /// The whole kernel is deposited, also where the bar has been. Mass inside the bar's range is consumed by the first
    /// later bar that reaches it. Kept for comparison with published rules.
    /// </summary>
    WholeKernel,
}
