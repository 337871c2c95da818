namespace LiqIndicators.Terminal.Rendering.Layout;

/// <summary>Round numbers for an axis: multiples of 1, 2 or 5 times a power of ten.</summary>
internal static class NiceTicks
{
    /// <summary>The least round step that keeps neighbours apart.</summary>
    /// <param name="span">Length of the axis in its unit; &gt; 0.</param>
    /// <param name="pixels">Length of the axis in pixels; &gt; 0.</param>
    /// <param name="leastGap">Pixels between neighbours; &gt; 0.</param>
    public static double Step(double span, double pixels, double leastGap)
    {
        double raw = span / Math.Max(1, Math.Floor(pixels / leastGap));
        double power = Math.Pow(10, Math.Floor(Math.Log10(raw)));
        foreach (double factor in (ReadOnlySpan<double>)[1, 2, 5])
        {
            if (factor * power >= raw * (1 - 1e-9))
            {
                return factor * power;
            }
        }

        return 10 * power;
    }

    /// <summary>Multiples of the step from <paramref name="low"/> to <paramref name="high"/>.</summary>
    public static IEnumerable<double> Between(double low, double high, double step)
    {
        for (double k = Math.Ceiling((low / step) - 1e-9); k * step <= high + (step * 1e-9); k++)
        {
            yield return k * step;
        }
    }

    /// <summary>Digits after the point that tell multiples of the step apart; in [0, 10].</summary>
    public static int Digits(double step) => (int)Math.Clamp(-Math.Floor(Math.Log10(step) + 1e-9), 0, 10);
}
