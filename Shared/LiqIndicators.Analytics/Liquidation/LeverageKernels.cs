using System.Globalization;
using LiqIndicators.Analytics.Market;
using MathNet.Numerics.Distributions;

namespace LiqIndicators.Analytics.Liquidation;

/// <summary>Ways to make a <see cref="LeverageKernel"/>, and kernels of published figures.</summary>
public static class LeverageKernels
{
    /// <summary>Shares of the public "textbook" mix: 5x 15%, 10x 30%, 25x 25%, 50x 20%, 100x 10%.</summary>
    public static IReadOnlyList<LeverageShare> TextbookShares { get; } = Array.AsReadOnly(new LeverageShare[]
    {
        new(5, 0.15), new(10, 0.30), new(25, 0.25), new(50, 0.20), new(100, 0.10),
    });

    /// <summary>Hyperliquid longs, isolated, weighted by notional: 10, 50 and 90% at 5.32, 22.34 and 47.24%.</summary>
    public static IReadOnlyList<DistanceQuantile> HyperliquidLongs { get; } = Array.AsReadOnly(new DistanceQuantile[]
    {
        new(0.1, 0.0532), new(0.5, 0.2234), new(0.9, 0.4724),
    });

    /// <summary>Hyperliquid shorts, isolated, weighted by notional: 10, 50 and 90% at 1.93, 7.93 and 32.46%.</summary>
    public static IReadOnlyList<DistanceQuantile> HyperliquidShorts { get; } = Array.AsReadOnly(new DistanceQuantile[]
    {
        new(0.1, 0.0193), new(0.5, 0.0793), new(0.9, 0.3246),
    });

    /// <summary>The textbook mix under one maintenance rate of 0.4%, the same on both sides.</summary>
    public static LeverageKernel Textbook() =>
        Tiers("textbook", "1", "any", TextbookShares, MarginTiers.Flat(0.004, 125), assumedNotional: 1);

    /// <summary>The one measured book: Hyperliquid isolated positions, 40 equal shares a side.</summary>
    public static LeverageKernel Hyperliquid() =>
        MeasuredQuantiles("measured", "1", "Hyperliquid", HyperliquidLongs, HyperliquidShorts, points: 40);

    /// <summary>
    /// Log-normal log distances with a median of 14% and a sigma of 1.2: a little below the whole book measured
    /// at Hyperliquid (15.7%), and wide enough to explain realised liquidations. Fine enough (2.5% of the distance) that its own grain does not show.
    /// </summary>
    public static LeverageKernel Wide() => LogNormalGraded(0.14, 1.2, 0.001, cells: 1600, singles: 40, growth: 0.025);

    /// <summary>Leverage shares turned into exact distances through a margin table.</summary>
    /// <remarks>
    /// A map sees no position sizes, so one notional is assumed for all. A larger one lies in a higher bracket, whose
    /// higher maintenance rate moves the liquidation price nearer to the entry, and admits less leverage.
    /// </remarks>
    /// <param name="name">What the kernel is; not empty.</param>
    /// <param name="version">Version of its numbers; not empty.</param>
    /// <param name="venue">Venue it speaks of; not empty.</param>
    /// <param name="shares">Leverages and their shares, which sum to 1.</param>
    /// <param name="tiers">The venue's margin table.</param>
    /// <param name="assumedNotional">Notional at entry assumed for every position; quote currency; &gt; 0.</param>
    /// <exception cref="ArgumentException">A word is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A leverage is not admissible for the assumed notional, or the shares do not sum to 1.
    /// </exception>
    public static LeverageKernel Tiers(
        string name,
        string version,
        string venue,
        IReadOnlyList<LeverageShare> shares,
        MarginTiers tiers,
        double assumedNotional)
    {
        ArgumentNullException.ThrowIfNull(shares);
        Guard.Positive(assumedNotional);

        KernelPoint[] Side(PositionSide side)
        {
            KernelPoint[] points = new KernelPoint[shares.Count];
            for (int i = 0; i < points.Length; i++)
            {
                double relative = LiquidationPrice.Linear(side, 1, assumedNotional, shares[i].Leverage, tiers);
                points[i] = new KernelPoint(Math.Log(relative), shares[i].Share);
            }

            return points;
        }

        return new LeverageKernel(name, version, venue, Side(PositionSide.Long), Side(PositionSide.Short));
    }

    /// <summary>Equal shares at the quantiles of a log-normal distance, the same on both sides.</summary>
    /// <remarks>
    /// Share <c>i</c> of <c>n</c> lies at <c>x_i = median exp(sigma z((i - 1/2)/n))</c>: longs at <c>1 - x_i</c> of the
    /// entry, shorts at <c>1 + x_i</c>. Longs with <c>x_i &gt;= 1</c> cannot be liquidated.
    /// </remarks>
    /// <param name="median">Median distance; fraction of the entry price; in (0, 1).</param>
    /// <param name="sigma">Standard deviation of the logarithm of the distance; in (0, 5].</param>
    /// <param name="points">Number of shares <c>n</c>; in [1, 10,000].</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is NaN or outside its range.</exception>
    public static LeverageKernel LogNormalQuantiles(double median, double sigma, int points)
    {
        CheckLogNormal(median, sigma);
        Guard.InRange(points, 1, 10_000);
        double[] distances = new double[points];
        for (int i = 0; i < points; i++)
        {
            distances[i] = median * Math.Exp(sigma * Normal.InvCDF(0, 1, (i + 0.5) / points));
        }

        return new LeverageKernel(
            Describe("log-normal", median, sigma, points),
            "1",
            "any",
            EqualShares(distances, PositionSide.Long),
            EqualShares(distances, PositionSide.Short));
    }

    /// <summary>A log-normal log distance over many cells of a grid, cut at the last one, the same on both sides.</summary>
    /// <remarks>
    /// Slice <c>j = 1..n</c> carries the probability of log distances in <c>((j - 1) G, j G]</c>, divided by that of all
    /// slices, and lies at its far end <c>j G</c>.
    /// </remarks>
    /// <param name="median">Median of the log distance; in (0, 1).</param>
    /// <param name="sigma">Standard deviation of its logarithm; in (0, 5].</param>
    /// <param name="cellLogWidth">Height of a slice in log price, <c>G</c>: that of the map's cells; in [0.00001, 0.1].</param>
    /// <param name="cells">Number of slices <c>n</c>; in [1, 20,000].</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is NaN or outside its range.</exception>
    public static LeverageKernel LogNormalCells(double median, double sigma, double cellLogWidth, int cells)
    {
        CheckLogNormal(median, sigma);
        Guard.InRange(cellLogWidth, 0.00001, 0.1);
        Guard.InRange(cells, 1, 20_000);

        double total = Normal.CDF(0, 1, Math.Log(cells * cellLogWidth / median) / sigma);
        KernelPoint[] longs = new KernelPoint[cells];
        KernelPoint[] shorts = new KernelPoint[cells];
        double below = 0;
        for (int j = 1; j <= cells; j++)
        {
            double distance = j * cellLogWidth;
            double upTo = Normal.CDF(0, 1, Math.Log(distance / median) / sigma);
            double weight = (upTo - below) / total;
            longs[j - 1] = new KernelPoint(-distance, weight);
            shorts[j - 1] = new KernelPoint(distance, weight);
            below = upTo;
        }

        return new LeverageKernel(Describe("log-normal cells", median, sigma, cells), "1", "any", longs, shorts);
    }

    /// <summary><see cref="LogNormalCells"/> in few points: single slices near the entry, then slices wider with distance.</summary>
    /// <remarks>
    /// A slice that starts behind cell <c>e</c> is <c>max(1, round(growth e))</c> cells high and lies at the whole cell
    /// nearest to its mean. Far levels keep their mass and lose only position, by at most half of <c>growth</c>.
    /// </remarks>
    /// <param name="median">Median of the log distance; in (0, 1).</param>
    /// <param name="sigma">Standard deviation of its logarithm; in (0, 5].</param>
    /// <param name="cellLogWidth">Height of a cell in log price: that of the map; in [0.00001, 0.1].</param>
    /// <param name="cells">Number of cells that the distribution is cut at; in [1, 20,000].</param>
    /// <param name="singles">Cells next to the entry that stay single; in [0, cells].</param>
    /// <param name="growth">Height of a slice over its distance; in [0, 1].</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is NaN or outside its range.</exception>
    public static LeverageKernel LogNormalGraded(
        double median, double sigma, double cellLogWidth, int cells, int singles, double growth)
    {
        LeverageKernel full = LogNormalCells(median, sigma, cellLogWidth, cells);
        Guard.InRange(singles, 0, cells);
        Guard.InRange(growth, 0, 1);

        ReadOnlySpan<KernelPoint> slices = full.Points(PositionSide.Short);
        List<KernelPoint> longs = new();
        List<KernelPoint> shorts = new();
        int start = 0;
        while (start < slices.Length)
        {
            int height = start < singles ? 1 : Math.Max(1, (int)Math.Round(growth * start));
            int end = Math.Min(slices.Length, start + height);
            double weight = 0;
            double moment = 0;
            for (int i = start; i < end; i++)
            {
                weight += slices[i].Weight;
                moment += slices[i].Weight * slices[i].LogDistance;
            }

            if (weight > 0)
            {
                double distance = Math.Round(moment / weight / cellLogWidth) * cellLogWidth;
                longs.Add(new KernelPoint(-distance, weight));
                shorts.Add(new KernelPoint(distance, weight));
            }

            start = end;
        }

        return new LeverageKernel(Describe("log-normal graded", median, sigma, shorts.Count), "1", "any", longs, shorts);
    }

    /// <summary>Equal shares at the quantiles of measured distances, with their own figures per side.</summary>
    /// <remarks>
    /// Between the measured quantiles, and beyond them with the nearest slope, the logarithm of the distance is linear
    /// in the normal score of the probability: a log-normal that passes through every measured quantile. Longs at a
    /// distance of 1 or more cannot be liquidated.
    /// </remarks>
    /// <param name="name">What the kernel is; not empty.</param>
    /// <param name="version">Version of its numbers; not empty.</param>
    /// <param name="venue">Venue the distances were measured at; not empty.</param>
    /// <param name="longs">At least two quantiles with rising probabilities and distances.</param>
    /// <param name="shorts">At least two quantiles with rising probabilities and distances.</param>
    /// <param name="points">Number of shares a side; in [1, 10,000].</param>
    /// <exception cref="ArgumentException">A word is empty, or a side has fewer than two quantiles.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is NaN, outside its range or out of order.</exception>
    public static LeverageKernel MeasuredQuantiles(
        string name,
        string version,
        string venue,
        IReadOnlyList<DistanceQuantile> longs,
        IReadOnlyList<DistanceQuantile> shorts,
        int points)
    {
        ArgumentNullException.ThrowIfNull(longs);
        ArgumentNullException.ThrowIfNull(shorts);
        Guard.InRange(points, 1, 10_000);
        return new LeverageKernel(
            name,
            version,
            venue,
            EqualShares(Interpolate(longs, points, nameof(longs)), PositionSide.Long),
            EqualShares(Interpolate(shorts, points, nameof(shorts)), PositionSide.Short));
    }

    /// <summary>A mixture of kernels.</summary>
    /// <param name="name">What the mixture is; not empty.</param>
    /// <param name="version">Version of its numbers; not empty.</param>
    /// <param name="venue">Venue it speaks of; not empty.</param>
    /// <param name="parts">Kernels and their shares, which sum to 1.</param>
    /// <exception cref="ArgumentException">A word is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A share is NaN or outside [0, 1], or the shares do not sum to 1.</exception>
    public static LeverageKernel Blend(
        string name, string version, string venue, IReadOnlyList<(LeverageKernel Kernel, double Share)> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);

        KernelPoint[] Side(PositionSide side)
        {
            List<KernelPoint> points = new();
            foreach ((LeverageKernel kernel, double share) in parts)
            {
                ArgumentNullException.ThrowIfNull(kernel);
                Guard.InRange(share, 0, 1);
                foreach (KernelPoint point in kernel.Points(side))
                {
                    points.Add(point with { Weight = point.Weight * share });
                }

                double infinite = side == PositionSide.Long ? double.NegativeInfinity : double.PositiveInfinity;
                points.Add(new KernelPoint(infinite, kernel.Unliquidatable(side) * share));
            }

            return points.ToArray();
        }

        return new LeverageKernel(name, version, venue, Side(PositionSide.Long), Side(PositionSide.Short));
    }

    private static void CheckLogNormal(double median, double sigma)
    {
        Guard.Positive(median);
        Guard.InRange(median, 0, 1);
        Guard.Positive(sigma);
        Guard.InRange(sigma, 0, 5);
    }

    private static string Describe(string kind, double median, double sigma, int points) => string.Create(
        CultureInfo.InvariantCulture, $"{kind} median {median:0.####} sigma {sigma:0.####} points {points}");

    private static KernelPoint[] EqualShares(double[] distances, PositionSide side)
    {
        KernelPoint[] points = new KernelPoint[distances.Length];
        double sign = LiquidationPrice.Sign(side);
        for (int i = 0; i < points.Length; i++)
        {
            // A long whose distance is the whole price or more has no liquidation price above zero.
            points[i] = new KernelPoint(Math.Log(Math.Max(0, 1 - (sign * distances[i]))), 1.0 / points.Length);
        }

        return points;
    }

    private static double[] Interpolate(IReadOnlyList<DistanceQuantile> quantiles, int points, string name)
    {
        if (quantiles.Count < 2)
        {
            throw new ArgumentException($"{name} has {quantiles.Count} quantiles; expected at least two.", name);
        }

        double[] scores = new double[quantiles.Count];
        double[] logs = new double[quantiles.Count];
        for (int i = 0; i < quantiles.Count; i++)
        {
            string at = string.Create(CultureInfo.InvariantCulture, $"{name}[{i}].");
            double probability = Guard.InRange(
                quantiles[i].Probability, double.Epsilon, 1 - 1e-12, at + nameof(DistanceQuantile.Probability));
            scores[i] = Normal.InvCDF(0, 1, probability);
            logs[i] = Math.Log(Guard.Positive(quantiles[i].Distance, at + nameof(DistanceQuantile.Distance)));
            if (i > 0 && !(scores[i] > scores[i - 1] && logs[i] > logs[i - 1]))
            {
                throw new ArgumentOutOfRangeException(
                    name, quantiles[i], $"{at[..^1]} is {quantiles[i]}; expected it above the quantile before.");
            }
        }

        double[] distances = new double[points];
        int segment = 0;
        for (int i = 0; i < points; i++)
        {
            double score = Normal.InvCDF(0, 1, (i + 0.5) / points);
            while (segment < scores.Length - 2 && score > scores[segment + 1])
            {
                segment++;
            }

            double slope = (logs[segment + 1] - logs[segment]) / (scores[segment + 1] - scores[segment]);
            distances[i] = Math.Exp(logs[segment] + (slope * (score - scores[segment])));
        }

        return distances;
    }
}
