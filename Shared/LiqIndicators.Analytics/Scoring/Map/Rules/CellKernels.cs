using MathNet.Numerics.Distributions;

namespace LiqIndicators.Analytics.Scoring.Map.Rules;

/// <summary>Kernels as whole cells of 0.1% of log price from the entry, the same on both sides.</summary>
internal static class CellKernels
{
    /// <summary>Height of a cell in log price.</summary>
    public const double CellLogWidth = 0.001;

    private const int Cells = 1600;
    private const int SingleCells = 40;
    private const double GroupShare = 0.025;

    /// <summary>A log-normal of log distance over 1,600 cells: the first 40 alone, then groups of 2.5% of their distance.</summary>
    public static IReadOnlyList<(int Cells, double Weight)> LogNormal(double median, double sigma)
    {
        double[] weights = new double[Cells + 1];
        double below = 0;
        for (int j = 1; j <= Cells; j++)
        {
            double upTo = Normal.CDF(0, 1, Math.Log(j * CellLogWidth / median) / sigma);
            weights[j] = upTo - below;
            below = upTo;
        }

        double total = weights.Sum();
        List<(int, double)> nodes = new();
        int end = 0;
        while (end < Cells)
        {
            int width = end < SingleCells ? 1 : Math.Max(1, (int)Math.Round(GroupShare * end));
            int next = Math.Min(Cells, end + width);
            double weight = 0;
            double moment = 0;
            for (int j = end + 1; j <= next; j++)
            {
                weight += weights[j];
                moment += weights[j] * j;
            }

            nodes.Add(((int)Math.Round(moment / weight), weight / total));
            end = next;
        }

        return nodes;
    }

    /// <summary>The textbook mix of leverages at 0.4% maintenance, in log distances of longs.</summary>
    public static IReadOnlyList<(int Cells, double Weight)> Textbook()
    {
        (double Leverage, double Share)[] mix = { (100, 0.10), (50, 0.20), (25, 0.25), (10, 0.30), (5, 0.15) };
        return Array.ConvertAll(mix, tier => (
            (int)Math.Round(-Math.Log((1 - (1 / tier.Leverage)) / (1 - 0.004)) / CellLogWidth), tier.Share));
    }
}
