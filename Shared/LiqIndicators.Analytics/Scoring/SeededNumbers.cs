namespace LiqIndicators.Analytics.Scoring;

/// <summary>Pseudo-random numbers that depend on their seed alone, on every platform: SplitMix64.</summary>
/// <remarks>For resampling and placebos, where a result must be the same for everyone; not for secrets.</remarks>
public sealed class SeededNumbers
{
    private ulong _state;

    /// <summary>A sequence.</summary>
    /// <param name="seed">Any number; neighbouring seeds give unrelated sequences.</param>
    public SeededNumbers(long seed) => _state = unchecked((ulong)seed);

    /// <summary>The next number in [0, 1), a multiple of 2^-53.</summary>
    public double NextDouble() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>The next whole number in [0, <paramref name="count"/>).</summary>
    /// <param name="count">At least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is below 1.</exception>
    public int NextIndex(int count)
    {
        Guard.InRange(count, 1, int.MaxValue);
        return (int)(((Next() >> 32) * (ulong)count) >> 32);
    }

    private ulong Next()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15UL;
            ulong mixed = _state;
            mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9UL;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
            return mixed ^ (mixed >> 31);
        }
    }
}
