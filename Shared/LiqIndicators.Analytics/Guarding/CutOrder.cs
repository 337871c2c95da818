namespace LiqIndicators.Analytics.Guarding;

/// <summary>Order of the cuts among positions that are otherwise alike.</summary>
public enum CutOrder
{
    /// <summary>The largest margin first: fewest orders.</summary>
    LargestMarginFirst,

    /// <summary>The oldest first, as accounts under a first-in-first-out rule require.</summary>
    OldestFirst,
}
