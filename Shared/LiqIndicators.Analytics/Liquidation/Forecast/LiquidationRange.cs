namespace LiqIndicators.Analytics.Liquidation.Forecast;

/// <summary>The range in which four of five outcomes fell, given what was expected; one side, fitted as time goes on.</summary>
/// <remarks>
/// Keeps <c>ln((1000 + realised) / (1000 + expected))</c> in a histogram per size of the expectation, forgotten with a
/// half-life of 1,000 bars, on top of a prior of 20 bars of a normal with deviation 1.8. The range is its 10th and 90th
/// percentile around the expectation. Source: docs/model.md, F5.
/// </remarks>
public sealed class LiquidationRange
{
    private const int Bins = 200;
    private const double Lowest = -10;
    private const double BinWidth = 0.1;
    private const double Floor = 1e3;
    private const double PriorWeight = 20;
    private const double PriorDeviation = 1.8;

    // Edges between sizes of the expectation, in quote currency per bar: quiet hours err differently from violent ones.
    private static readonly double[] SizeEdges = [3e3, 3e4, 3e5, 3e6];
    private static readonly double KeepPerBar = Math.Pow(0.5, 1.0 / 1000);

    private readonly double[][] _histograms;

    /// <summary>Knows nothing but the prior.</summary>
    public LiquidationRange()
    {
        _histograms = new double[SizeEdges.Length + 1][];
        for (int size = 0; size < _histograms.Length; size++)
        {
            _histograms[size] = PriorHistogram();
        }
    }

    /// <summary>The expectation with its range.</summary>
    /// <param name="expectedNotional">Quote currency; &gt;= 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="expectedNotional"/> is NaN, negative or infinite.</exception>
    public LiquidationEstimate Around(double expectedNotional)
    {
        Guard.NotNegative(expectedNotional);
        double[] histogram = _histograms[SizeOf(expectedNotional)];
        double total = 0;
        foreach (double weight in histogram)
        {
            total += weight;
        }

        return new LiquidationEstimate(
            expectedNotional,
            Math.Max(0, (Math.Exp(Quantile(histogram, 0.1 * total)) * (Floor + expectedNotional)) - Floor),
            Math.Max(0, (Math.Exp(Quantile(histogram, 0.9 * total)) * (Floor + expectedNotional)) - Floor));
    }

    /// <summary>Takes what became of an expectation.</summary>
    /// <param name="expectedNotional">What was expected of a bar before it; quote currency; &gt;= 0.</param>
    /// <param name="realisedNotional">What was printed; quote currency; &gt;= 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is NaN, negative or infinite.</exception>
    public void Update(double expectedNotional, double realisedNotional)
    {
        double ratio = Math.Log((Floor + Guard.NotNegative(realisedNotional)) / (Floor + Guard.NotNegative(expectedNotional)));
        double[] histogram = _histograms[SizeOf(expectedNotional)];
        for (int bin = 0; bin < Bins; bin++)
        {
            histogram[bin] *= KeepPerBar;
        }

        histogram[Math.Clamp((int)((ratio - Lowest) / BinWidth), 0, Bins - 1)]++;
    }

    private static int SizeOf(double expectedNotional)
    {
        int size = 0;
        while (size < SizeEdges.Length && expectedNotional > SizeEdges[size])
        {
            size++;
        }

        return size;
    }

    /// <summary>Where a cumulative weight is reached, even within a bin.</summary>
    private static double Quantile(double[] histogram, double weight)
    {
        double below = 0;
        for (int bin = 0; bin < Bins; bin++)
        {
            if (below + histogram[bin] >= weight)
            {
                return Lowest + (BinWidth * (bin + ((weight - below) / histogram[bin])));
            }

            below += histogram[bin];
        }

        return -Lowest;
    }

    private static double[] PriorHistogram()
    {
        double[] histogram = new double[Bins];
        double sum = 0;
        for (int bin = 0; bin < Bins; bin++)
        {
            double z = (Lowest + (BinWidth * (bin + 0.5))) / PriorDeviation;
            histogram[bin] = Math.Exp(-0.5 * z * z);
            sum += histogram[bin];
        }

        for (int bin = 0; bin < Bins; bin++)
        {
            histogram[bin] *= PriorWeight / sum;
        }

        return histogram;
    }
}
