namespace cAlgo.API;

public interface PopupNotification
{
    PopupNotificationState State { get; }

    void Complete(PopupNotificationState state);
}
