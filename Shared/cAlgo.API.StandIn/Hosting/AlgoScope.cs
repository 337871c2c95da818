namespace cAlgo.API.Hosting;

/// <summary>
/// The algo whose code runs now on this thread. Objects that an algo creates itself (a web socket) find their terminal here.
/// </summary>
internal static class AlgoScope
{
    [ThreadStatic]
    private static IAlgoHost _current;

    internal static IAlgoHost Current
    {
        get => _current;
        set => _current = value;
    }

    internal static InvalidOperationException NoHost(string member) => new(
        $"{member} needs a platform: this cAlgo.API only stands in for the real one at compile time; "
        + "run the algo in cTrader or in the headless terminal.");
}
