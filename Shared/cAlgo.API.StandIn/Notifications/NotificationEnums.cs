namespace cAlgo.API;

public enum SoundType
{
    PositiveNotification,
    NegativeNotification,
    Announcement,
    Doorbell,
    Confirmation,
}

public enum PopupNotificationState
{
    InProgress,
    Success,
    Error,
    Partial,
    Information,
}
