using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Simulation.Tests.StylisedFacts;

/// <summary>
/// The simple rule for a liquidation map, written slowly from its definition: one cell per 0.1% of log price; after each
/// bar empty what the price crossed, keep at most 99% and at most the open interest of each side, and deposit what is
/// missing around the typical price with log-normal distances (median 4%, sigma 1).
/// </summary>
internal static class ConservingRule
{
    private const double CellSize = 0.001;
    private const int KernelCells = 1600;

    /// <summary>Dollars predicted to be liquidated in each bar, from the bars before it.</summary>
    public static (double[] Long, double[] Short) Predict(IReadOnlyList<MarketBar> bars)
    {
        double[] kernel = Kernel();
        int offset = Cell(bars.Min(b => b.Low)) - KernelCells - 2;
        int cells = Cell(bars.Max(b => b.High)) + KernelCells + 3 - offset;
        double[] longs = new double[cells];
        double[] shorts = new double[cells];
        double[] predictedLong = new double[bars.Count];
        double[] predictedShort = new double[bars.Count];
        for (int t = 0; t < bars.Count; t++)
        {
            MarketBar bar = bars[t];
            int low = Cell(bar.Low) - offset;
            int high = Cell(bar.High) - offset;
            int open = Cell(bar.Open) - offset;
            predictedLong[t] = bar.Open * longs[low..(open + 1)].Sum();
            predictedShort[t] = bar.Open * shorts[open..(high + 1)].Sum();

            Array.Clear(longs, low, cells - low);
            Array.Clear(shorts, 0, high + 1);
            int typical = Cell((bar.High + bar.Low + bar.Close) / 3) - offset;
            Refill(longs, bar.OpenInterestQuantity, typical, -1, kernel);
            Refill(shorts, bar.OpenInterestQuantity, typical, +1, kernel);
        }

        return (predictedLong, predictedShort);
    }

    private static void Refill(double[] side, double openInterest, int typical, int direction, double[] kernel)
    {
        double total = side.Sum();
        double kept = Math.Min(0.99 * total, openInterest);
        double factor = total > 0 ? kept / total : 0;
        for (int k = 0; k < side.Length; k++)
        {
            side[k] *= factor;
        }

        for (int j = 1; j <= KernelCells; j++)
        {
            side[typical + (direction * j)] += (openInterest - kept) * kernel[j];
        }
    }

    private static double[] Kernel()
    {
        double[] kernel = new double[KernelCells + 1];
        for (int j = 1; j <= KernelCells; j++)
        {
            double below = j == 1 ? 0 : Normal(Math.Log((j - 1) * CellSize / 0.04));
            kernel[j] = Normal(Math.Log(j * CellSize / 0.04)) - below;
        }

        double sum = kernel.Sum();
        return [.. kernel.Select(w => w / sum)];
    }

    private static int Cell(double price) => (int)Math.Floor(Math.Log(price) / CellSize);

    // Abramowitz and Stegun 26.2.17, error below 8e-8.
    private static double Normal(double x)
    {
        double t = 1 / (1 + (0.2316419 * Math.Abs(x)));
        double polynomial = t * (0.319381530 + (t * (-0.356563782 + (t * (1.781477937 + (t * (-1.821255978 + (t * 1.330274429))))))));
        double upper = Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI) * polynomial;
        return x >= 0 ? 1 - upper : upper;
    }
}
