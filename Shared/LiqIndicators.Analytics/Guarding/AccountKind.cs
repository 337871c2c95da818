namespace LiqIndicators.Analytics.Guarding;

/// <summary>Whether an account may hold both sides of a symbol.</summary>
public enum AccountKind
{
    /// <summary>Every fill is a position of its own; both sides may be open at once.</summary>
    Hedged,

    /// <summary>One position per symbol; a fill of the other side reduces it.</summary>
    Netted,
}
