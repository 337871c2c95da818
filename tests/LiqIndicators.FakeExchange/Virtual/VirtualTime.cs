using LiqIndicators.MarketData.Ports;

namespace LiqIndicators.FakeExchange.Virtual;

/// <summary>Time that passes only when told to, and what is to happen in it.</summary>
public sealed class VirtualTime(DateTime startUtc) : IClock
{
    private readonly PriorityQueue<Action, (DateTime, long)> _events = new();
    private long _order;

    public DateTime NowUtc { get; private set; } = startUtc;

    public void At(DateTime timeUtc, Action action) => _events.Enqueue(action, (timeUtc, _order++));

    public void After(TimeSpan delay, Action action) => At(NowUtc + delay, action);

    /// <summary>Lets time pass, event by event; a pump runs once a second and after every event.</summary>
    public void RunUntil(DateTime untilUtc, Action pump)
    {
        DateTime nextPump = NowUtc;
        while (true)
        {
            bool hasEvent = _events.TryPeek(out _, out (DateTime TimeUtc, long) next) && next.TimeUtc <= untilUtc;
            if (hasEvent && next.TimeUtc <= nextPump)
            {
                Action action = _events.Dequeue();
                NowUtc = next.TimeUtc > NowUtc ? next.TimeUtc : NowUtc;
                action();
                continue;
            }

            if (nextPump > untilUtc)
            {
                NowUtc = untilUtc;
                return;
            }

            NowUtc = nextPump;
            pump();
            nextPump = NowUtc.AddSeconds(1);
        }
    }
}
