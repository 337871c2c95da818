namespace LiqIndicators.Workbench.Scoring.Guard;

/// <summary>What looks after the accounts.</summary>
internal enum PolicyKind
{
    /// <summary>Nobody.</summary>
    Nothing,

    /// <summary>A highest leverage, at all times.</summary>
    ConstantCap,

    /// <summary>A highest leverage that falls as realised volatility rises.</summary>
    VolatilityTarget,

    /// <summary>The guard's cuts of the same account, at random times.</summary>
    RandomCuts,

    /// <summary>LeverageGuard.</summary>
    LeverageGuard,
}
