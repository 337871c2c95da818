namespace LiqIndicators.CTrader.Alerts;

/// <summary>How an indicator may make itself heard.</summary>
/// <param name="IsOn">Whether it tells anything at all; it is then at least written to the log.</param>
/// <param name="PlaysSound">Whether a sound is played.</param>
/// <param name="ShowsPopup">Whether a popup is shown, where the platform can.</param>
/// <param name="CoolDownMinutes">Least minutes between two alerts of one kind; at least 0.</param>
public sealed record AlertChoice(bool IsOn, bool PlaysSound, bool ShowsPopup, int CoolDownMinutes)
{
    /// <summary>Says nothing.</summary>
    public static readonly AlertChoice Silent = new(false, false, false, 0);
}
