using LiqIndicators.Analytics.Guarding;

namespace LiqIndicators.Sessions.Guarding;

/// <summary>What a panel shows of a session; updated by each step.</summary>
public sealed class GuardStatus
{
    /// <summary>Time of the last step; UTC; default before the first.</summary>
    public DateTime TimeUtc { get; internal set; }

    /// <summary>Why nothing at all is sent; <see cref="Refusal.None"/> when orders may go out.</summary>
    public Refusal General { get; internal set; }

    /// <summary>The last decision; default before the first.</summary>
    public GuardDecision Decision { get; internal set; }

    /// <summary>What was left alone in the last step, and why.</summary>
    public IReadOnlyList<RefusedAction> Refused => RefusedList;

    /// <summary>The order on its way, in a line; empty when there is none.</summary>
    public string InFlight { get; internal set; } = string.Empty;

    /// <summary>When the last order of this run was sent; UTC; default before the first.</summary>
    public DateTime LastSentUtc { get; internal set; }

    /// <summary>The last order of this run; default before the first.</summary>
    public GuardAction LastSent { get; internal set; }

    /// <summary>Last lines said, oldest first.</summary>
    public IReadOnlyList<string> Lines { get; internal set; } = [];

    internal List<RefusedAction> RefusedList { get; } = [];
}
