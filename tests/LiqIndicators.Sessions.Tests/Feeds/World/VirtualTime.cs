using LiqIndicators.MarketData.Ports;

namespace LiqIndicators.Sessions.Tests.Feeds.World;

/// <summary>Time that passes only when told to, and what is to happen in it.</summary>
internal sealed class VirtualTime(DateTime startUtc) : IClock
{
    private readonly PriorityQueue<Action, (DateTime, long)> _events = new();
    private long _order;

    public DateTime UtcNow { get; private set; } = startUtc;

    public void At(DateTime timeUtc, Action action) => _events.Enqueue(action, (timeUtc, _order++));

    public void After(TimeSpan delay, Action action) => At(UtcNow + delay, action);

    /// <summary>Lets time pass, event by event; a pump runs once a second and after every event.</summary>
    public void RunUntil(DateTime untilUtc, Action pump)
    {
        DateTime nextPump = UtcNow;
        while (true)
        {
            bool hasEvent = _events.TryPeek(out _, out (DateTime TimeUtc, long) next) && next.TimeUtc <= untilUtc;
            if (hasEvent && next.TimeUtc <= nextPump)
            {
                Action action = _events.Dequeue();
                UtcNow = next.TimeUtc > UtcNow ? next.TimeUtc : UtcNow;
                action();
                continue;
            }

            if (nextPump > untilUtc)
            {
                UtcNow = untilUtc;
                return;
            }

            UtcNow = nextPump;
            pump();
            nextPump = UtcNow.AddSeconds(1);
        }
    }
}
