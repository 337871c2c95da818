namespace LiqIndicators.Simulation.Randomness;

/// <summary>Quantiles of the standard normal distribution.</summary>
internal static class NormalQuantile
{
    /// <summary>Quantile with an error below 4.5e-4, which is ample for drawing sizes.</summary>
    /// <remarks>Source: Abramowitz and Stegun, 26.2.23.</remarks>
    /// <param name="probability">In [0, 1); values next to the ends are held at 1e-9.</param>
    public static double Of(double probability)
    {
        double tail = Math.Clamp(Math.Min(probability, 1 - probability), 1e-9, 0.5);
        double t = Math.Sqrt(-2 * Math.Log(tail));
        double above = 2.515517 + (t * (0.802853 + (t * 0.010328)));
        double below = 1 + (t * (1.432788 + (t * (0.189269 + (t * 0.001308)))));
        double quantile = t - (above / below);
        return probability < 0.5 ? -quantile : quantile;
    }
}
