namespace LiqIndicators.Analytics.Statistics;

/// <summary>Reproducible pseudo-random numbers (SplitMix64): the seed is part of every result that rests on them.</summary>
public sealed class SeededSequence
{
    private ulong _state;

    /// <summary>Starts a sequence.</summary>
    /// <param name="seed">Any number; equal seeds give equal sequences on every platform.</param>
    public SeededSequence(ulong seed) => _state = seed;

    /// <summary>Next whole number, uniform in [0, <paramref name="limit"/>).</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="limit"/> is below 1.</exception>
    public int Below(int limit) => (int)(Uniform() * Guard.InRange(limit, 1, int.MaxValue));

    /// <summary>Next number, uniform in [0, 1).</summary>
    public double Uniform() => (Next() >> 11) * (1.0 / (1UL << 53));

    private ulong Next()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15;
            ulong mixed = _state;
            mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return mixed ^ (mixed >> 31);
        }
    }
}
