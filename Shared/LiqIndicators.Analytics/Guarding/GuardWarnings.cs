namespace LiqIndicators.Analytics.Guarding;

/// <summary>What stood in the way of a full decision.</summary>
[Flags]
public enum GuardWarnings
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Some exposure has no risk at all.</summary>
    RiskMissing = 1,

    /// <summary>Some exposure has a risk that is too old, or from the future.</summary>
    RiskStale = 2,

    /// <summary>Some exposure has a risk of too low quality.</summary>
    RiskLowQuality = 4,

    /// <summary>A symbol has no price or no conversion: its ladder cannot be judged.</summary>
    PriceMissing = 8,

    /// <summary>A position or an order names a symbol that is not listed.</summary>
    SymbolMissing = 16,

    /// <summary>The plan does not reach its limit with what may be touched.</summary>
    Shortfall = 32,

    /// <summary>The stop-out level is not told; the assumed one counts.</summary>
    StopOutLevelAssumed = 64,

    /// <summary>Equity or margin is not a number: nothing is decided.</summary>
    AccountUnknown = 128,
}
