namespace LiqIndicators.Analytics.Guarding;

/// <summary>Turns a wished cut into one the market accepts: what is cut and what stays are tradable, or nothing stays.</summary>
public static class VolumeRounding
{
    // A double carries about 16 digits; volumes are told with far fewer, so this only absorbs representation noise.
    private const double Noise = 1e-9;

    /// <summary>Smallest valid cut that is at least the wished one.</summary>
    /// <remarks>
    /// A valid cut is the whole volume, or a multiple of the step that is at least the minimum and leaves at least the
    /// minimum. When only the whole volume is large enough, that is the answer.
    /// </remarks>
    /// <param name="volume">Volume of the position; units, &gt; 0.</param>
    /// <param name="wished">Wished cut; units; everything up to 0 wishes nothing.</param>
    /// <param name="volumeMin">Smallest tradable volume; units, &gt; 0.</param>
    /// <param name="volumeStep">Step between volumes; units, &gt; 0.</param>
    /// <returns>Units in [0, volume].</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is NaN or outside its range.</exception>
    public static double CutAtLeast(double volume, double wished, double volumeMin, double volumeStep)
    {
        Check(volume, wished, volumeMin, volumeStep);
        if (wished <= volume * Noise)
        {
            return 0;
        }

        double cut = OnGrid(Math.Ceiling((Math.Max(wished, volumeMin) / volumeStep) - Noise), volumeStep);
        return cut < volume && volume - cut >= volumeMin - (volumeStep * Noise) ? cut : volume;
    }

    /// <summary>Largest valid cut that is at most the wished one; see <see cref="CutAtLeast"/>.</summary>
    /// <param name="volume">Volume of the position; units, &gt; 0.</param>
    /// <param name="wished">Wished cut; units.</param>
    /// <param name="volumeMin">Smallest tradable volume; units, &gt; 0.</param>
    /// <param name="volumeStep">Step between volumes; units, &gt; 0.</param>
    /// <returns>Units in [0, volume]; 0 when no valid cut is small enough.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is NaN or outside its range.</exception>
    public static double CutAtMost(double volume, double wished, double volumeMin, double volumeStep)
    {
        Check(volume, wished, volumeMin, volumeStep);
        if (wished >= volume * (1 - Noise))
        {
            return volume;
        }

        double largest = Math.Min(wished, volume - volumeMin);
        double cut = OnGrid(Math.Floor((largest / volumeStep) + Noise), volumeStep);
        return cut >= volumeMin - (volumeStep * Noise) ? cut : 0;
    }

    /// <summary>A whole number of steps without the tail of binary fractions: 3 steps of 0.1 are 0.3.</summary>
    private static double OnGrid(double steps, double step) =>
        steps < 1e12 && step is > 1e-12 and < 1e12 ? (double)((decimal)steps * (decimal)step) : steps * step;

    private static void Check(double volume, double wished, double volumeMin, double volumeStep)
    {
        Guard.Positive(volume);
        Guard.InRange(wished, double.MinValue, double.MaxValue);
        Guard.Positive(volumeMin);
        Guard.Positive(volumeStep);
    }
}
