using MathNet.Numerics;
using MathNet.Numerics.Statistics;

namespace LiqIndicators.Analytics.Scoring;

/// <summary>How two lists of numbers belong together.</summary>
public static class Association
{
    /// <summary>Spearman's rank correlation; equal numbers share the mean of their ranks.</summary>
    /// <param name="first">Finite numbers.</param>
    /// <param name="second">Finite numbers, as many.</param>
    /// <returns>In [-1, 1]; NaN for fewer than two pairs or when a list is constant.</returns>
    /// <exception cref="ArgumentException">The lists differ in length.</exception>
    public static double Spearman(double[] first, double[] second)
    {
        CheckPair(first, second);
        return first.Length < 2 ? double.NaN : Correlation.Pearson(Ranks(first), Ranks(second));
    }

    /// <summary>Straight line of least squares <c>y = intercept + slope x</c>.</summary>
    /// <param name="x">Finite numbers.</param>
    /// <param name="y">Finite numbers, as many.</param>
    /// <returns>NaN for both when there are fewer than two pairs or <paramref name="x"/> is constant.</returns>
    /// <exception cref="ArgumentException">The lists differ in length.</exception>
    public static (double Intercept, double Slope) Line(double[] x, double[] y)
    {
        CheckPair(x, y);
        if (x.Length < 2 || Array.TrueForAll(x, value => value == x[0]))
        {
            return (double.NaN, double.NaN);
        }

        (double intercept, double slope) = Fit.Line(x, y);
        return (intercept, slope);
    }

    /// <summary>Work to turn one distribution over equal cells into another, each taken as a share of its own sum.</summary>
    /// <remarks>On a line this is the sum of the absolute differences of the two cumulative shares, times the cell's width.</remarks>
    /// <param name="first">Masses per cell; &gt;= 0.</param>
    /// <param name="second">Masses of the same cells; &gt;= 0.</param>
    /// <param name="cellWidth">Width of a cell; &gt; 0.</param>
    /// <returns>In units of <paramref name="cellWidth"/>; &gt;= 0; NaN when a distribution has no mass.</returns>
    /// <exception cref="ArgumentException">The lists differ in length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The width is NaN or not above 0.</exception>
    public static double EarthMoverDistance(double[] first, double[] second, double cellWidth)
    {
        CheckPair(first, second);
        Guard.Positive(cellWidth);
        double firstSum = first.Sum();
        double secondSum = second.Sum();
        if (!(firstSum > 0 && secondSum > 0))
        {
            return double.NaN;
        }

        double carried = 0;
        double work = 0;
        for (int i = 0; i < first.Length; i++)
        {
            carried += (first[i] / firstSum) - (second[i] / secondSum);
            work += Math.Abs(carried);
        }

        return work * cellWidth;
    }

    private static double[] Ranks(double[] values) => ArrayStatistics.RanksInplace((double[])values.Clone(), RankDefinition.Average);

    private static void CheckPair(double[] first, double[] second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        if (first.Length != second.Length)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"The lists hold {first.Length} and {second.Length} numbers; expected as many."), nameof(second));
        }
    }
}
