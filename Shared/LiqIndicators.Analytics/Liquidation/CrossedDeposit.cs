namespace LiqIndicators.Analytics.Liquidation;

/// <summary>What becomes of new positions whose liquidation price the bar of their entry has already crossed.</summary>
public enum CrossedDeposit
{
    /// <summary>
    /// They are gone by the close, yet the open interest at the close counts only positions that live: all of it is
    /// deposited beyond the bar's extremes, in the kernel's proportions there. Nothing lies within the bar's range.
    /// </summary>
    BeyondExtremes,

    /// <summary>
    /// As before, with the close as the limit: entries made after the bar's extreme keep the levels it had crossed.
    /// Nothing lies on the wrong side of the close; with <see cref="CrossedCell.Part"/> the close's own cell may hold mass.
    /// </summary>
    BeyondClose,

    /// <summary>
    /// The whole kernel is deposited, also where the bar has been. Mass inside the bar's range is consumed by the first
    /// later bar that reaches it. Kept for comparison with published rules.
    /// </summary>
    WholeKernel,
}
