namespace LiqIndicators.Terminal.Runtime;

/// <summary>An action that waits for its time and can be called off.</summary>
internal sealed class ScheduledAction
{
    internal ScheduledAction(Action action)
    {
        Action = action;
    }

    internal Action Action { get; }

    internal bool IsCancelled { get; private set; }

    internal void Cancel() => IsCancelled = true;
}
