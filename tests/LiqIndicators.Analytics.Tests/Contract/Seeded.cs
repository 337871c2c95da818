using CsCheck;

namespace LiqIndicators.Analytics.Tests.Contract;

/// <summary>Properties over a fixed sequence of samples: the same ones in every run.</summary>
internal static class Seeded
{
    /// <summary>Checks <paramref name="count"/> samples and names the first that fails.</summary>
    public static void Check<T>(Gen<T> generator, Action<T> check, int count = 100, uint seed = 1)
    {
        PCG random = new(stream: 1, seed);
        for (int i = 0; i < count; i++)
        {
            T sample = generator.Generate(random, null, out _);
            try
            {
                check(sample);
            }
            catch (Exception error) when (error is not OutOfMemoryException)
            {
                throw new InvalidOperationException($"Sample {i} of seed {seed} fails: {Describe(sample)}", error);
            }
        }
    }

    private static string Describe<T>(T sample) => CsCheck.Check.Print(sample);
}
