using System.Collections.Concurrent;

namespace LiqIndicators.Terminal.Runtime;

/// <summary>One thread, one clock: actions run in the order of their time, then of their making.</summary>
internal sealed class Dispatcher
{
    private readonly PriorityQueue<ScheduledAction, (DateTime DueUtc, long Sequence)> _queue = new();
    private readonly ConcurrentQueue<Action> _inbox = new();
    private long _sequence;

    internal Dispatcher(DateTime startUtc)
    {
        NowUtc = startUtc;
    }

    /// <summary>Virtual time; moves only forward.</summary>
    internal DateTime NowUtc { get; private set; }

    /// <summary>Runs the action at the given time, or at once when that is past.</summary>
    internal ScheduledAction Schedule(DateTime dueUtc, Action action)
    {
        ScheduledAction scheduled = new(action);
        _queue.Enqueue(scheduled, (dueUtc, _sequence++));
        return scheduled;
    }

    /// <summary>Runs the action after what is due now. The one member that other threads may call.</summary>
    internal void Post(Action action) => _inbox.Enqueue(action);

    /// <summary>Time spent by a call that blocks: nothing else runs meanwhile.</summary>
    internal void Block(TimeSpan duration)
    {
        if (duration > TimeSpan.Zero)
        {
            NowUtc += duration;
        }
    }

    /// <summary>Runs everything due until the given time and leaves the clock there.</summary>
    internal void RunTo(DateTime limitUtc)
    {
        while (RunNext(limitUtc))
        {
        }

        MoveTo(limitUtc);
    }

    private bool RunNext(DateTime limitUtc)
    {
        if (_inbox.TryDequeue(out Action? posted))
        {
            posted();
            return true;
        }

        if (!_queue.TryPeek(out _, out (DateTime DueUtc, long Sequence) next) || next.DueUtc > limitUtc)
        {
            return false;
        }

        ScheduledAction scheduled = _queue.Dequeue();
        if (!scheduled.IsCancelled)
        {
            MoveTo(next.DueUtc);
            scheduled.Action();
        }

        return true;
    }

    private void MoveTo(DateTime timeUtc)
    {
        if (timeUtc > NowUtc)
        {
            NowUtc = timeUtc;
        }
    }
}
