namespace LiqIndicators.Analytics.Tests.Contract;

/// <summary>Seeded noise for series of tests.</summary>
internal sealed class SeededNoise
{
    private readonly Random _random;

    public SeededNoise(int seed) => _random = new Random(seed);

    /// <summary>Uniform in [0, 1).</summary>
    public double Uniform() => _random.NextDouble();

    /// <summary>Standard normal.</summary>
    public double Normal() =>
        Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());
}
