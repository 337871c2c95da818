using LiqIndicators.Analytics.Guarding;

namespace LiqIndicators.Sessions.Guarding;

/// <summary>Everything a session must not forget over a restart; one object, written as a whole.</summary>
public sealed class GuardMemory
{
    /// <summary>State of the policy.</summary>
    public GuardState State { get; set; }

    /// <summary>The order on its way; null when there is none.</summary>
    public Flight? Flight { get; set; }

    /// <summary>Orders of the last 60 minutes.</summary>
    public List<SentOrder> Sent { get; } = [];

    /// <summary>Positions and orders that failed lately.</summary>
    public List<BackOff> BackOffs { get; } = [];

    /// <summary>Symbols, or the connection, that actions wait for.</summary>
    public List<Wait> Waits { get; } = [];

    /// <summary>Symbols in which the ladder rests or pauses.</summary>
    public List<Rest> Rests { get; } = [];

    /// <summary>When trading is tried again after a refused permission; default when it was not refused.</summary>
    public DateTime PermissionRetryUtc { get; set; }

    /// <summary>End of a stand-down; default when there is none.</summary>
    public DateTime StandDownUntilUtc { get; set; }

    /// <summary>Last lines said, oldest first.</summary>
    public List<string> Lines { get; } = [];
}
