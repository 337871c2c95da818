using LiqIndicators.Analytics;

namespace LiqIndicators.Sessions.Guarding;

/// <summary>Settings of the execution. A session checks them once, when it is made.</summary>
public sealed class GuardSessionOptions
{
    /// <summary>Whether orders are sent.</summary>
    public GuardMode Mode { get; init; }

    /// <summary>Second confirmation, needed to act on a live account.</summary>
    public bool IsLiveConfirmed { get; init; }

    /// <summary>Orders of any kind in 60 minutes; in [1, 1000].</summary>
    public int MaxActionsPerHour { get; init; } = 60;

    /// <summary>Exposure closed in 60 minutes; deposit currency, &gt; 0; infinite for no cap.</summary>
    public double MaxNotionalPerHour { get; init; } = double.PositiveInfinity;

    /// <summary>Share of both caps that only the backstop and the loss limits may use; percent, in [0, 100].</summary>
    public double UrgentReservePct { get; init; } = 33;

    /// <summary>Widest spread in which the ladder trades; basis points, &gt; 0.</summary>
    public double MaxSpreadBps { get; init; } = 20;

    /// <summary>Slippage of a fill above which the ladder pauses in the symbol; basis points, &gt; 0.</summary>
    public double MaxSlippageBps { get; init; } = 30;

    /// <summary>Whether the backstop and the loss limits trade through wide spreads and slippage.</summary>
    public bool UrgentIgnoresCosts { get; init; } = true;

    /// <summary>Pause of the ladder in a symbol after too much slippage.</summary>
    public TimeSpan SlippagePause { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Rest of the ladder in a symbol after it was brought to its limit; a higher rung ends it.</summary>
    public TimeSpan CoolDown { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Longest wait for a reply; after it the result counts as unknown.</summary>
    public TimeSpan ReplyTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Time an order of unknown result is given to show up in the account before it counts as not done.</summary>
    public TimeSpan UnknownSettle { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Time a confirmed order is given to show up in the account.</summary>
    public TimeSpan VerifySettle { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Wait after the first failure of a position; doubles with each further one.</summary>
    public TimeSpan BackOffBase { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Longest wait between attempts.</summary>
    public TimeSpan BackOffMax { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How often a closed market or a lost connection is tried again.</summary>
    public TimeSpan ProbeInterval { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long an action waits for a market or a connection before the user is told that it was dropped.</summary>
    public TimeSpan QueueExpiry { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Wait after the platform refused to let the algo trade.</summary>
    public TimeSpan PermissionRetry { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Wait after the platform said that it does not know a symbol.</summary>
    public TimeSpan SymbolRetry { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How often the instance shows that it is alive.</summary>
    public TimeSpan Heartbeat { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Silence after which another instance counts as gone; above <see cref="Heartbeat"/>.</summary>
    public TimeSpan LockStaleAfter { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How long the ladder stands down when somebody else does exactly what it planned.</summary>
    public TimeSpan StandDown { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Checks every setting.</summary>
    /// <exception cref="ArgumentException">A setting is outside its range; the message names it.</exception>
    internal void Check()
    {
        Guard.InRange(MaxActionsPerHour, 1, 1000);
        Guard.InRange(MaxNotionalPerHour, double.Epsilon, double.PositiveInfinity);
        Guard.InRange(UrgentReservePct, 0, 100);
        Guard.Positive(MaxSpreadBps);
        Guard.Positive(MaxSlippageBps);
        Guard.NotNegative(SlippagePause.TotalSeconds, nameof(SlippagePause));
        Guard.NotNegative(CoolDown.TotalSeconds, nameof(CoolDown));
        Guard.Positive(ReplyTimeout.TotalSeconds, nameof(ReplyTimeout));
        Guard.Positive(UnknownSettle.TotalSeconds, nameof(UnknownSettle));
        Guard.Positive(VerifySettle.TotalSeconds, nameof(VerifySettle));
        Guard.Positive(BackOffBase.TotalSeconds, nameof(BackOffBase));
        Guard.InRange(BackOffMax.TotalSeconds, BackOffBase.TotalSeconds, TimeSpan.MaxValue.TotalSeconds, nameof(BackOffMax));
        Guard.Positive(ProbeInterval.TotalSeconds, nameof(ProbeInterval));
        Guard.Positive(QueueExpiry.TotalSeconds, nameof(QueueExpiry));
        Guard.Positive(PermissionRetry.TotalSeconds, nameof(PermissionRetry));
        Guard.Positive(SymbolRetry.TotalSeconds, nameof(SymbolRetry));
        Guard.Positive(Heartbeat.TotalSeconds, nameof(Heartbeat));
        Guard.InRange(LockStaleAfter.TotalSeconds, Heartbeat.TotalSeconds * 1.5, TimeSpan.MaxValue.TotalSeconds, nameof(LockStaleAfter));
        Guard.NotNegative(StandDown.TotalSeconds, nameof(StandDown));
    }
}
