using System.Collections.Concurrent;

namespace LiqIndicators.Workbench.Transports;

/// <summary>The one thread that sessions run on: replies and stream messages are posted to it and taken there in order.</summary>
internal sealed class OwnerThread : IDisposable
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(50);

    private readonly BlockingCollection<Action> _posted = new();

    /// <summary>Leaves something to be done on the thread; from any thread. Nothing happens after the end.</summary>
    internal void Post(Action action)
    {
        try
        {
            _posted.Add(action);
        }
        catch (InvalidOperationException) when (_posted.IsAddingCompleted)
        {
            // A reply to a question that nobody waits for any more.
        }
    }

    /// <summary>Makes the calling thread the owner until there is nothing more to do.</summary>
    /// <param name="pump">Does what is due; called about twenty times a second and after whatever was posted.</param>
    /// <param name="isDone">Whether to end; asked after each pump.</param>
    /// <param name="stop">Ends it from outside.</param>
    internal void Run(Action pump, Func<bool> isDone, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            pump();
            if (isDone())
            {
                return;
            }

            if (_posted.TryTake(out Action? first, Beat))
            {
                first();
                while (_posted.TryTake(out Action? next))
                {
                    next();
                }
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _posted.CompleteAdding();
}
