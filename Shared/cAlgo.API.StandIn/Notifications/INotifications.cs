namespace cAlgo.API.Internals;

public interface INotifications
{
    void PlaySound(string fileName);
    void PlaySound(SoundType soundType);
    void SendEmail(string from, string to, string subject, string text);
    PopupNotification ShowPopup(string caption, string message, PopupNotificationState initialState);
}
