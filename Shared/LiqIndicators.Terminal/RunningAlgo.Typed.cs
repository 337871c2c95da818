using cAlgo.API.Internals;

namespace LiqIndicators.Terminal;

/// <summary>An algo on a chart whose type is known.</summary>
/// <typeparam name="TAlgo">Type of the algo.</typeparam>
public sealed class RunningAlgo<TAlgo> : RunningAlgo
    where TAlgo : Algo
{
    internal RunningAlgo(TerminalChart chart, IReadOnlyDictionary<string, object?> parameters, string instanceId)
        : base(chart, typeof(TAlgo), parameters, instanceId)
    {
    }

    /// <inheritdoc cref="RunningAlgo.Instance"/>
    public new TAlgo Instance => (TAlgo)base.Instance;
}
