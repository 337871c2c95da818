namespace LiqIndicators.Analytics.Guarding;

/// <summary>What the ladder does about too much leverage. The backstop and the loss limits always reduce.</summary>
public enum LadderResponse
{
    /// <summary>Cuts volume until the leverage is within the rung.</summary>
    Reduce,

    /// <summary>Moves the stops of the endangered side nearer to the market; reduces where a stop cannot be moved.</summary>
    TightenStop,
}
