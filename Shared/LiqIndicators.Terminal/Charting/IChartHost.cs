using cAlgo.API.Hosting;

namespace LiqIndicators.Terminal.Charting;

/// <summary>What a chart asks of the terminal that shows it.</summary>
internal interface IChartHost
{
    /// <summary>Complains when the calling thread is not the one of the algos.</summary>
    public void CheckAccess();

    /// <summary>Runs a handler as the algo that gave it; null stands for none.</summary>
    /// <param name="algo">Who gave the handler.</param>
    /// <param name="name">What the log calls the event.</param>
    /// <param name="callback">Calls the handler.</param>
    public void Run(IAlgoHost? algo, string name, Action callback);
}
