namespace LiqIndicators.Terminal.Platform;

/// <summary>Something that an algo wanted the user to hear or read.</summary>
/// <param name="TimeUtc">Virtual time.</param>
/// <param name="Kind">Sound, e-mail or pop-up.</param>
/// <param name="Text">Name of the sound; subject and text; caption and message.</param>
/// <param name="WasDelivered">Whether the environment passes it on.</param>
public sealed record SentNotification(DateTime TimeUtc, NotificationKind Kind, string Text, bool WasDelivered);
