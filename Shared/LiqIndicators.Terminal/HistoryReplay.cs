namespace LiqIndicators.Terminal;

/// <summary>What happens to an indicator when bars appear before its first one. The platform's answer is not established.</summary>
public enum HistoryReplay
{
    /// <summary>The same instance calculates all bars again, with emptied outputs.</summary>
    SameInstance,

    /// <summary>The instance is destroyed and a new one is initialised.</summary>
    NewInstance,
}
