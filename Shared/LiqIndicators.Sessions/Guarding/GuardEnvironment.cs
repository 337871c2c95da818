namespace LiqIndicators.Sessions.Guarding;

/// <summary>Where the algo runs.</summary>
public enum GuardEnvironment
{
    /// <summary>On a user's machine against the market.</summary>
    Desktop,

    /// <summary>Against recorded prices.</summary>
    Backtest,

    /// <summary>On the platform's servers.</summary>
    Cloud,

    /// <summary>On a user's machine without a window.</summary>
    CommandLine,
}
