namespace LiqIndicators.Workbench.Commands;

/// <summary>A command cannot go on; the message says why and what to do.</summary>
public sealed class CommandException : Exception
{
    internal CommandException(string message)
        : base(message)
    {
    }
}
