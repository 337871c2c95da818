namespace LiqIndicators.Simulation;

/// <summary>What kind of market is simulated.</summary>
public enum SimulationScenario
{
    /// <summary>Quiet and restless weeks with shocks of both signs at random times; the market used for scoring.</summary>
    Mixed,

    /// <summary>The same market without shocks.</summary>
    Calm,

    /// <summary>Leverage builds up along a rise, then a fall sets off a chain of long liquidations.</summary>
    Cascade,
}
