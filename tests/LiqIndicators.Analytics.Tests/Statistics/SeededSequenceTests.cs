using LiqIndicators.Analytics.Statistics;

namespace LiqIndicators.Analytics.Tests.Statistics;

public sealed class SeededSequenceTests
{
    // SplitMix64 of seed 1234567 gives 6457827717110365317, 3203168211198807973, 9817491932198370423; the top 53 bits over 2^53.
    [Fact]
    public void Uniform_OfTheReferenceSeed_GivesTheReferenceNumbers()
    {
        SeededSequence numbers = new(1234567);

        Assert.Equal(0.3500795420214081, numbers.Uniform(), tolerance: 1e-16);
        Assert.Equal(0.17364409667091263, numbers.Uniform(), tolerance: 1e-16);
        Assert.Equal(0.5322073040624192, numbers.Uniform(), tolerance: 1e-16);
    }

    [Fact]
    public void Below_ManyDraws_HitsEveryPlaceEquallyOften()
    {
        SeededSequence numbers = new(7);
        int[] hits = new int[10];
        for (int i = 0; i < 100_000; i++)
        {
            hits[numbers.Below(10)]++;
        }

        // Binomial(100,000, 0.1): standard deviation 95; five of them.
        Assert.All(hits, count => Assert.InRange(count, 10_000 - 475, 10_000 + 475));
    }

    [Fact]
    public void Below_WithoutPlaces_NamesTheArgument() =>
        Assert.Contains("limit", Assert.Throws<ArgumentOutOfRangeException>(() => new SeededSequence(1).Below(0)).Message, StringComparison.Ordinal);
}
