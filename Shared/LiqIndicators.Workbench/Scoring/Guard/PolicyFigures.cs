using System.Text.Json.Serialization;

namespace LiqIndicators.Workbench.Scoring.Guard;

/// <summary>What a policy made of many accounts.</summary>
/// <param name="StopOuts">Accounts that the broker stopped out.</param>
/// <param name="MaxDrawdownMedian">Median of the largest falls from an earlier peak; a fraction.</param>
/// <param name="Cvar95">Mean return of the worst 5% of the accounts; a fraction, below 0 for a loss.</param>
/// <param name="Turnover">Mean value closed by the policy over the equity at the start.</param>
/// <param name="Cost">Mean cost of that over the equity at the start.</param>
/// <param name="ReturnMean">Mean return, all costs paid; a fraction of the equity at the start.</param>
/// <param name="ReturnBeforeShock">Mean return until the first shock began, or would have begun.</param>
internal readonly record struct PolicyFigures(
    double StopOuts,
    double MaxDrawdownMedian,
    double Cvar95,
    double Turnover,
    double Cost,
    double ReturnMean,
    [property: JsonIgnore] double ReturnBeforeShock)
{
    /// <summary>Number of figures.</summary>
    internal const int Count = 7;

    /// <summary>Figure by figure, one less another.</summary>
    public static PolicyFigures operator -(in PolicyFigures a, in PolicyFigures b) => new(
        a.StopOuts - b.StopOuts,
        a.MaxDrawdownMedian - b.MaxDrawdownMedian,
        a.Cvar95 - b.Cvar95,
        a.Turnover - b.Turnover,
        a.Cost - b.Cost,
        a.ReturnMean - b.ReturnMean,
        a.ReturnBeforeShock - b.ReturnBeforeShock);

    /// <summary>Writes the figures in their order.</summary>
    internal void Fill(Span<double> figures)
    {
        figures[0] = StopOuts;
        figures[1] = MaxDrawdownMedian;
        figures[2] = Cvar95;
        figures[3] = Turnover;
        figures[4] = Cost;
        figures[5] = ReturnMean;
        figures[6] = ReturnBeforeShock;
    }
}
