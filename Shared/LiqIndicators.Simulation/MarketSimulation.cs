using LiqIndicators.Analytics.Market;
using LiqIndicators.Simulation.Randomness;

namespace LiqIndicators.Simulation;

/// <summary>A seeded market with known positions: it publishes what exchanges publish and keeps the truth beside it.</summary>
/// <remarks>The same options give the same market to the last bit on one runtime and machine architecture.</remarks>
public static class MarketSimulation
{
    /// <summary>Simulates a whole market into memory.</summary>
    /// <exception cref="ArgumentException">An option is outside its range.</exception>
    public static SimulatedMarket Run(SimulationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        List<SimulatedHour> hours = [.. Stream(options)];
        List<MarketBar> bars = [];
        foreach (SimulatedHour hour in hours)
        {
            bars.AddRange(hour.Bars);
        }

        return new SimulatedMarket(options, bars, hours, Shocks(options));
    }

    /// <summary>Simulates hour by hour; nothing but the present state is kept in memory.</summary>
    /// <exception cref="ArgumentException">An option is outside its range.</exception>
    public static IEnumerable<SimulatedHour> Stream(SimulationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        return new SimulationEngine(options, Shocks(options)).Run();
    }

    /// <summary>Hidden labels of a market: its exogenous shocks, in time order.</summary>
    /// <exception cref="ArgumentException">An option is outside its range.</exception>
    public static IReadOnlyList<Shock> Shocks(SimulationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        return ShockSchedule.Draw(options, new RandomStream(options.Seed, (int)RandomPart.Shocks));
    }
}
