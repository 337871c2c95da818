using LiqIndicators.Simulation.Randomness;

namespace LiqIndicators.Simulation;

/// <summary>When news arrives and how large it is: drawn from the seed before the market starts, and hidden from it.</summary>
internal static class ShockSchedule
{
    /// <summary>Draws the shocks of a scenario, in time order.</summary>
    public static IReadOnlyList<Shock> Draw(SimulationOptions options, RandomStream random) => options.Scenario switch
    {
        SimulationScenario.Calm => [],
        SimulationScenario.Mixed => DrawMixed(options, random),
        SimulationScenario.Cascade => DrawCascade(options, random),
        _ => throw new ArgumentOutOfRangeException(nameof(options), options.Scenario, "Unknown scenario."),
    };

    private static List<Shock> DrawMixed(SimulationOptions options, RandomStream random)
    {
        double meanDays = random.NextUniform(4, 10);
        List<Shock> shocks = [];
        for (double day = meanDays * random.NextExponential(); day < options.Days; day += meanDays * random.NextExponential())
        {
            double size = Math.Min(0.06, 0.02 * random.NextLogNormal(0.5));
            double sign = random.NextUniform() < 0.55 ? -1 : 1;
            int minutes = (int)random.NextUniform(20, 150);
            shocks.Add(new Shock(Minute(options, day), minutes, sign * size));
        }

        return shocks;
    }

    private static List<Shock> DrawCascade(SimulationOptions options, RandomStream random)
    {
        double crashDay = options.Days * random.NextUniform(0.70, 0.76);
        return
        [
            new Shock(Minute(options, crashDay), 90, -0.030 * random.NextUniform(0.9, 1.1)),
            new Shock(Minute(options, crashDay + 0.40), 60, -0.045 * random.NextUniform(0.9, 1.1)),
            new Shock(Minute(options, crashDay + 0.75), 120, -0.035 * random.NextUniform(0.9, 1.1)),
            new Shock(Minute(options, crashDay + 1.3), 360, 0.015),
        ];
    }

    private static DateTime Minute(SimulationOptions options, double day) =>
        options.StartUtc.AddMinutes(Math.Floor(day * 24 * 60));
}
