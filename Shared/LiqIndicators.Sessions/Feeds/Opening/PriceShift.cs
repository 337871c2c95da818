namespace LiqIndicators.Sessions.Feeds.Opening;

/// <summary>Whether levels of the venues are moved to where they stand on the broker's chart.</summary>
public enum PriceShift
{
    /// <summary>By the measured ratio of the two prices.</summary>
    Automatic,

    /// <summary>Not at all: levels are the venues' own prices.</summary>
    Off,
}
