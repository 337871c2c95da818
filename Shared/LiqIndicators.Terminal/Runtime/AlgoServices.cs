using LiqIndicators.Terminal.Platform;

namespace LiqIndicators.Terminal.Runtime;

/// <summary>What one instance of an algo and the indicators nested in it have in common; it ends with the instance.</summary>
internal sealed class AlgoServices
{
    private readonly List<Action> _onEnd = [];

    internal AlgoServices(RunningAlgo root, TerminalStorage storage)
    {
        Storage = storage;
        Timer = new AlgoTimer(root);
        Http = new TerminalHttp(root);
        MarketData = new TerminalMarketData(root);
    }

    internal bool IsAlive { get; private set; } = true;

    internal AlgoTimer Timer { get; }

    internal TerminalHttp Http { get; }

    internal TerminalMarketData MarketData { get; }

    internal TerminalStorage Storage { get; }

    internal void AtEnd(Action action) => _onEnd.Add(action);

    /// <summary>Ends without a word to the algo, as when its process dies.</summary>
    internal void Die()
    {
        IsAlive = false;
        End();
    }

    internal void End()
    {
        foreach (Action action in _onEnd)
        {
            action();
        }

        Timer.Stop();
        IsAlive = false;
    }
}
