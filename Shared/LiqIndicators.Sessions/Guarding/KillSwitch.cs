using System.Globalization;

namespace LiqIndicators.Sessions.Guarding;

/// <summary>Stops the orders of every instance on the account, over restarts and crashes, until somebody lifts it.</summary>
/// <remarks>It has a text of its own, so that an instance that stands by, and so must not touch the journal, can still use it.</remarks>
public sealed class KillSwitch
{
    private readonly IJournalStore _store;
    private readonly string _key;

    /// <summary>Keeps the switch of one account.</summary>
    /// <param name="store">Where it is kept.</param>
    /// <param name="account">Number of the account.</param>
    public KillSwitch(IJournalStore store, long account)
    {
        _store = store;
        _key = string.Create(CultureInfo.InvariantCulture, $"LeverageGuard {account} kill");
    }

    /// <summary>Whether it was on at the last look.</summary>
    public bool IsOn { get; private set; }

    /// <summary>Looks whether any instance has used it.</summary>
    public bool Look()
    {
        IsOn = !string.IsNullOrEmpty(_store.Read(_key));
        return IsOn;
    }

    /// <summary>Turns it on, at once and for good.</summary>
    public void TurnOn()
    {
        IsOn = true;
        _store.Write(_key, "on");
        _store.Flush();
    }

    /// <summary>Turns it off.</summary>
    public void TurnOff()
    {
        IsOn = false;
        _store.Write(_key, string.Empty);
        _store.Flush();
    }
}
