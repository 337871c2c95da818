namespace LiqIndicators.Sessions.Guarding;

/// <summary>How loudly something is said.</summary>
public enum NoticeLevel
{
    /// <summary>For the log.</summary>
    Info,

    /// <summary>For the log and the panel.</summary>
    Warning,

    /// <summary>For the user at once: protection is reduced or an order went out.</summary>
    Alert,
}
