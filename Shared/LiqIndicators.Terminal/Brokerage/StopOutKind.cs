namespace LiqIndicators.Terminal.Brokerage;

/// <summary>What the broker does when the margin level falls below the stop-out level.</summary>
public enum StopOutKind
{
    /// <summary>Closes the position of the largest margin in the smallest tradable steps until the level is reached again.</summary>
    Smart,

    /// <summary>Closes the position of the largest margin whole, then the next, until the level is reached again.</summary>
    Fair,
}
