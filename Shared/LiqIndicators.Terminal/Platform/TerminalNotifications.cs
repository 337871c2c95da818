using cAlgo.API;
using cAlgo.API.Internals;
using LiqIndicators.Terminal.Runtime;

namespace LiqIndicators.Terminal.Platform;

/// <summary>Keeps what algos wanted the user to hear or read, and whether the environment passes it on.</summary>
internal sealed class TerminalNotifications : INotifications
{
    private readonly TerminalCore _core;

    internal TerminalNotifications(TerminalCore core)
    {
        _core = core;
    }

    internal List<SentNotification> Sent { get; } = [];

    public void PlaySound(string fileName) => Send(NotificationKind.Sound, fileName);

    public void PlaySound(SoundType soundType) => Send(NotificationKind.Sound, soundType.ToString());

    public void SendEmail(string from, string to, string subject, string text) =>
        Send(NotificationKind.Email, $"{subject}\n{text}");

    public PopupNotification ShowPopup(string caption, string message, PopupNotificationState initialState)
    {
        Send(NotificationKind.Popup, $"{caption}\n{message}");
        return new Popup(initialState);
    }

    private void Send(NotificationKind kind, string text)
    {
        _core.CheckThread();
        Sent.Add(new SentNotification(_core.NowUtc, kind, text, IsDelivered(kind)));
    }

    // E-mail from the cloud is the one that no document rules out; the command line has no mail settings of its own.
    private bool IsDelivered(NotificationKind kind) => _core.Options.Environment switch
    {
        TerminalEnvironment.Desktop => true,
        TerminalEnvironment.Cloud => kind == NotificationKind.Email,
        _ => false,
    };

    private sealed class Popup : PopupNotification
    {
        internal Popup(PopupNotificationState state)
        {
            State = state;
        }

        public PopupNotificationState State { get; private set; }

        public void Complete(PopupNotificationState state) => State = state;
    }
}
