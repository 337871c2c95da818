namespace LiqIndicators.Sessions.Guarding;

/// <summary>Which ladder a user chose.</summary>
public enum GuardPreset
{
    /// <summary>Acts early and goes far down.</summary>
    Conservative,

    /// <summary>Between the two.</summary>
    Balanced,

    /// <summary>Acts late and leaves more on.</summary>
    Aggressive,

    /// <summary>The user's own rungs.</summary>
    Custom,

    /// <summary>No ladder: only the backstop and the loss limits.</summary>
    BackstopOnly,
}
