namespace LiqIndicators.Analytics.Liquidation;

/// <summary>What was out of the ordinary in one step of a map.</summary>
[Flags]
public enum LiquidationMapNotes
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>No open interest has been seen so far: the map is empty.</summary>
    NotStarted = 1,

    /// <summary>The bar has no open interest: crossed mass was consumed, nothing was opened or closed.</summary>
    OpenInterestMissing = 2,

    /// <summary>The first open interest: all of it was placed as if it had been opened in this bar.</summary>
    Seeded = 4,

    /// <summary>The bar is wider than the whole kernel of longs: their new mass went off-grid.</summary>
    KernelCrossedLongs = 8,

    /// <summary>The bar is wider than the whole kernel of shorts: their new mass went off-grid.</summary>
    KernelCrossedShorts = 16,

    /// <summary>Open interest grew by more than trading explains: the growth was laid over what stands and counts as seeded.</summary>
    OpenInterestJump = 32,

    /// <summary>Prices moved by a power of ten between two bars: another unit of price. The map was recounted in it.</summary>
    PriceUnitChanged = 64,
}
