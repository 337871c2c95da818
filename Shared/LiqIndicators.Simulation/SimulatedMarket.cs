using LiqIndicators.Analytics.Market;
using LiqIndicators.Simulation.Truth;

namespace LiqIndicators.Simulation;

/// <summary>A whole simulated market in memory.</summary>
/// <param name="Options">What was asked for.</param>
/// <param name="Bars">Published bars, in time order without gaps.</param>
/// <param name="Hours">The same market hour by hour, with the truth.</param>
/// <param name="Shocks">Hidden labels: exogenous shocks, in time order; empty in a calm market.</param>
public sealed record SimulatedMarket(
    SimulationOptions Options,
    IReadOnlyList<MarketBar> Bars,
    IReadOnlyList<SimulatedHour> Hours,
    IReadOnlyList<Shock> Shocks)
{
    /// <summary>Open positions at a time: the newest snapshot not after it.</summary>
    /// <param name="timeUtc">UTC.</param>
    /// <returns>The snapshot, or null before the first one.</returns>
    public TruthSnapshot? TruthAsOf(DateTime timeUtc)
    {
        for (int i = Hours.Count - 1; i >= 0; i--)
        {
            if (Hours[i].Truth is TruthSnapshot truth && truth.AsOfUtc <= timeUtc)
            {
                return truth;
            }
        }

        return null;
    }
}
