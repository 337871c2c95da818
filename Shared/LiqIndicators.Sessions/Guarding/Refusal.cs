namespace LiqIndicators.Sessions.Guarding;

/// <summary>Why a wanted action is not sent now.</summary>
public enum Refusal
{
    /// <summary>It is not refused.</summary>
    None,

    /// <summary>The kill switch was used.</summary>
    Killed,

    /// <summary>The mode is Monitor.</summary>
    MonitorMode,

    /// <summary>The account is live and arming was not confirmed for live accounts.</summary>
    LiveNotConfirmed,

    /// <summary>Another instance guards this account.</summary>
    OtherInstance,

    /// <summary>The account cannot be read.</summary>
    Offline,

    /// <summary>An error inside broke off the last step.</summary>
    Failed,

    /// <summary>An order is on its way or its result is not yet known.</summary>
    InFlight,

    /// <summary>The platform does not let the algo trade.</summary>
    NoPermission,

    /// <summary>The market of the symbol is closed; the action waits.</summary>
    MarketClosed,

    /// <summary>The platform does not know the symbol.</summary>
    UnknownSymbol,

    /// <summary>The position or order failed lately and waits before the next attempt.</summary>
    BackOff,

    /// <summary>No volume is left that the platform might accept.</summary>
    NoAcceptableVolume,

    /// <summary>The spread is too wide.</summary>
    SpreadTooWide,

    /// <summary>The last fill in the symbol slipped too far.</summary>
    SlippagePause,

    /// <summary>The symbol was brought to its limit a moment ago.</summary>
    CoolDown,

    /// <summary>The number of orders per hour is used up.</summary>
    ActionCap,

    /// <summary>The volume per hour is used up.</summary>
    VolumeCap,
}
