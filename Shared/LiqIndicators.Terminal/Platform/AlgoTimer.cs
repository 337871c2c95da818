using LiqIndicators.Terminal.Runtime;

namespace LiqIndicators.Terminal.Platform;

/// <summary>The one timer of an algo: starting it again replaces its interval.</summary>
internal sealed class AlgoTimer : cAlgo.API.Timer
{
    private readonly RunningAlgo _algo;
    private readonly Callbacks<Action> _ticks = new();
    private ScheduledAction? _next;

    internal AlgoTimer(RunningAlgo algo)
    {
        _algo = algo;
    }

    public event Action TimerTick
    {
        add => _ticks.Add(value);
        remove => _ticks.Remove(value);
    }

    public TimeSpan Interval { get; private set; }

    public void Start(int intervalInSeconds) => Start(TimeSpan.FromSeconds(intervalInSeconds));

    public void Start(TimeSpan interval)
    {
        _algo.Core.CheckThread();
        if (interval <= TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(
                nameof(interval), interval, $"interval is {interval}; expected more than zero.");
        }

        Stop();
        Interval = interval;
        Schedule(_algo.Core.NowUtc + interval);
    }

    public void Stop()
    {
        _next?.Cancel();
        _next = null;
    }

    private void Schedule(DateTime dueUtc) => _next = _algo.Core.Dispatcher.Schedule(dueUtc, () =>
    {
        // The next one is due an interval after this one was due, so a blocking call delays ticks without losing any.
        Schedule(dueUtc + Interval);
        _ticks.Raise("Timer.TimerTick", handler => handler());
        _algo.OnTimer();
    });
}
