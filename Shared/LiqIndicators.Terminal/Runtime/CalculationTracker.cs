using LiqIndicators.Terminal.Series;

namespace LiqIndicators.Terminal.Runtime;

/// <summary>Knows which indicator calculates now, so that what it reads becomes what it depends on.</summary>
internal sealed class CalculationTracker
{
    private readonly Stack<CalculationNode> _running = new();

    internal void Enter(CalculationNode node) => _running.Push(node);

    internal void Leave() => _running.Pop();

    internal void NoteRead(IVersioned source)
    {
        if (_running.TryPeek(out CalculationNode? node))
        {
            node.DependOn(source);
        }
    }
}
