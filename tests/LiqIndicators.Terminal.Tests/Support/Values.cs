using cAlgo.API;

namespace LiqIndicators.Terminal.Tests.Support;

/// <summary>Compares series number by number; NaN equals NaN.</summary>
internal static class Values
{
    internal static void Equal(IReadOnlyList<double> expected, DataSeries actual, double tolerance)
    {
        for (int i = 0; i < expected.Count; i++)
        {
            Assert.True(
                double.IsNaN(expected[i])
                    ? double.IsNaN(actual[i])
                    : Math.Abs(expected[i] - actual[i]) <= tolerance,
                FormattableString.Invariant($"[{i}] expected {expected[i]:R}, found {actual[i]:R}"));
        }
    }
}
