using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Analytics.Liquidation;

/// <summary>Single numbers read off a map. All are of open mass, not of what will be liquidated.</summary>
public static class LiquidationReadings
{
    /// <summary>How much more stands above than below: shorts less longs over their sum, within a fraction of the price.</summary>
    /// <remarks>Positive: more shorts to be liquidated above. 14 to 1 gives 0.8667.</remarks>
    /// <param name="view">The map and the price it is seen from.</param>
    /// <param name="fraction">0.05 is 5% of the price; in (0, 1).</param>
    /// <returns>In [-1, 1]; NaN where there is no mass.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The fraction is NaN or outside its range.</exception>
    public static double Imbalance(in LiquidationView view, double fraction) => Imbalance(
        view.NotionalWithin(PositionSide.Long, fraction), view.NotionalWithin(PositionSide.Short, fraction));

    /// <summary>Shorts less longs over their sum.</summary>
    /// <param name="longNotional">Quote currency; &gt;= 0.</param>
    /// <param name="shortNotional">Quote currency; &gt;= 0.</param>
    /// <returns>In [-1, 1]; NaN when both are 0.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is NaN, negative or infinite.</exception>
    public static double Imbalance(double longNotional, double shortNotional)
    {
        Guard.NotNegative(longNotional);
        Guard.NotNegative(shortNotional);
        double total = longNotional + shortNotional;
        return total > 0 ? (shortNotional - longNotional) / total : double.NaN;
    }

    /// <summary>Shorts above over longs below, within a fraction of the price.</summary>
    /// <param name="view">The map and the price it is seen from.</param>
    /// <param name="fraction">0.05 is 5% of the price; in (0, 1).</param>
    /// <returns>&gt;= 0; positive infinity without longs; NaN without either.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The fraction is NaN or outside its range.</exception>
    public static double ShortToLongRatio(in LiquidationView view, double fraction) =>
        view.NotionalWithin(PositionSide.Short, fraction) / view.NotionalWithin(PositionSide.Long, fraction);

    /// <summary>The cluster of a side nearest to the price.</summary>
    /// <param name="clusters">Clusters as found.</param>
    /// <param name="side">Side of the positions.</param>
    /// <param name="nearest">The nearest one, of two equally near ones the first; the default value when there is none.</param>
    /// <returns>Whether the side has a cluster.</returns>
    public static bool TryNearest(
        ReadOnlySpan<LiquidationCluster> clusters, PositionSide side, out LiquidationCluster nearest)
    {
        nearest = default;
        bool isFound = false;
        foreach (LiquidationCluster cluster in clusters)
        {
            if (cluster.Side == side && (!isFound || cluster.Distance < nearest.Distance))
            {
                nearest = cluster;
                isFound = true;
            }
        }

        return isFound;
    }

    /// <summary>Worth of the mass of a side ahead, from the price up to each of some distances.</summary>
    /// <param name="view">The map and the price it is seen from.</param>
    /// <param name="side">Side of the positions.</param>
    /// <param name="fractions">Distances as fractions of the price, each as in <see cref="LiquidationView.NotionalWithin"/>.</param>
    /// <param name="notionals">Receives one number per distance; quote currency; at least as long.</param>
    /// <exception cref="ArgumentException"><paramref name="notionals"/> is shorter than <paramref name="fractions"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A fraction is NaN or outside its range, or the side is unknown.</exception>
    public static void CumulativeCurve(
        in LiquidationView view, PositionSide side, ReadOnlySpan<double> fractions, Span<double> notionals)
    {
        if (notionals.Length < fractions.Length)
        {
            throw new ArgumentException(
                $"notionals holds {notionals.Length} numbers; expected room for {fractions.Length}.", nameof(notionals));
        }

        for (int i = 0; i < fractions.Length; i++)
        {
            notionals[i] = view.NotionalWithin(side, fractions[i]);
        }
    }
}
