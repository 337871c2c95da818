namespace LiqIndicators.Simulation.Randomness;

/// <summary>Seeded generator whose numbers never change with the runtime: xoshiro256** started by SplitMix64.</summary>
/// <remarks>
/// Each part of the market draws from its own stream, so taking the traders away leaves the price shocks as they were.
/// Source: Blackman and Vigna, "Scrambled linear pseudorandom number generators", 2018.
/// </remarks>
internal sealed class RandomStream
{
    private ulong _a;
    private ulong _b;
    private ulong _c;
    private ulong _d;
    private double _spareNormal = double.NaN;

    /// <summary>Starts the stream of one part of the market.</summary>
    /// <param name="seed">Seed of the simulation.</param>
    /// <param name="part">Number of the part; different parts of one seed are independent.</param>
    public RandomStream(int seed, int part)
    {
        ulong state = ((ulong)(uint)seed << 32) | (uint)part;
        _a = SplitMix(ref state);
        _b = SplitMix(ref state);
        _c = SplitMix(ref state);
        _d = SplitMix(ref state);
    }

    /// <summary>Uniform in [0, 1).</summary>
    public double NextUniform() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Uniform in [<paramref name="from"/>, <paramref name="to"/>).</summary>
    public double NextUniform(double from, double to) => from + ((to - from) * NextUniform());

    /// <summary>Exponential of mean one.</summary>
    public double NextExponential() => -Math.Log(1 - NextUniform());

    /// <summary>Standard normal, by the polar method.</summary>
    public double NextNormal()
    {
        if (!double.IsNaN(_spareNormal))
        {
            double spare = _spareNormal;
            _spareNormal = double.NaN;
            return spare;
        }

        double x;
        double y;
        double squared;
        do
        {
            x = NextUniform(-1, 1);
            y = NextUniform(-1, 1);
            squared = (x * x) + (y * y);
        }
        while (squared is >= 1 or 0);

        double factor = Math.Sqrt(-2 * Math.Log(squared) / squared);
        _spareNormal = y * factor;
        return x * factor;
    }

    /// <summary>Log-normal with median one: <c>exp(spread * N(0, 1))</c>.</summary>
    public double NextLogNormal(double spread) => Math.Exp(spread * NextNormal());

    private static ulong SplitMix(ref ulong state)
    {
        state += 0x9E3779B97F4A7C15;
        ulong mixed = state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }

    private ulong NextBits()
    {
        ulong result = ulong.RotateLeft(_b * 5, 7) * 9;
        ulong shifted = _b << 17;
        _c ^= _a;
        _d ^= _b;
        _b ^= _c;
        _a ^= _d;
        _c ^= shifted;
        _d = ulong.RotateLeft(_d, 45);
        return result;
    }
}
