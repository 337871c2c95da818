namespace LiqIndicators.Terminal.Platform;

/// <summary>How the user is told.</summary>
public enum NotificationKind
{
    /// <summary>A sound.</summary>
    Sound,

    /// <summary>An e-mail.</summary>
    Email,

    /// <summary>A pop-up window.</summary>
    Popup,
}
