namespace LiqIndicators.Sessions.Following;

/// <summary>A set of inputs for how long positions are held.</summary>
public enum Preset
{
    /// <summary>The inputs as they are set.</summary>
    Custom,

    /// <summary>Minutes to hours: near and fast.</summary>
    Scalp,

    /// <summary>Days: the standard values.</summary>
    Swing,

    /// <summary>Weeks: far and slow.</summary>
    Position,
}
