namespace LiqIndicators.Analytics.Guarding;

/// <summary>Why a decision does nothing; the first that applies, most telling first.</summary>
public enum HoldReason
{
    /// <summary>It does something.</summary>
    None,

    /// <summary>The account's numbers are not usable.</summary>
    AccountUnknown,

    /// <summary>No position and no pending order is open.</summary>
    NothingOpen,

    /// <summary>A limit is exceeded, and every position that could be cut is outside the scope or blocked.</summary>
    NothingEligible,

    /// <summary>A limit is exceeded, and no tradable cut would lower it.</summary>
    NoUsefulCut,

    /// <summary>There is exposure without usable risk data; only the backstop and the loss limits watch.</summary>
    RiskUnusable,

    /// <summary>The risk is up and waits for its dwell time.</summary>
    Dwelling,

    /// <summary>A rung is armed, and the leverage is within it.</summary>
    WithinLimits,

    /// <summary>No rung is armed.</summary>
    RiskLow,
}
