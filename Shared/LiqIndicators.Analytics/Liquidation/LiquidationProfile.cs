using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Analytics.Liquidation;

/// <summary>How open mass lies along the price: density, emptiest and fullest stretches. Of open mass, not of what will be liquidated.</summary>
public static class LiquidationProfile
{
    /// <summary>Open mass of a side in each percent of the price ahead.</summary>
    /// <param name="view">The map and the price it is seen from.</param>
    /// <param name="side">Side of the positions.</param>
    /// <param name="notionals">Receives, at <c>k</c>, what lies from <c>k</c>% to <c>k + 1</c>% away; quote currency; at most 99 long.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is room for more than 99 numbers, or the side is unknown.</exception>
    public static void DensityPerPercent(in LiquidationView view, PositionSide side, Span<double> notionals)
    {
        Guard.InRange(notionals.Length, 0, 99);
        double nearer = 0;
        for (int percent = 0; percent < notionals.Length; percent++)
        {
            double within = view.NotionalWithin(side, (percent + 1) / 100.0);
            notionals[percent] = Math.Max(0, within - nearer);
            nearer = within;
        }
    }

    /// <summary>The stretch of a given height ahead, on either side, that holds most open mass.</summary>
    /// <remarks>Stretches begin at whole cells and span the whole number of cells nearest to the height.</remarks>
    /// <param name="view">The map and the price it is seen from.</param>
    /// <param name="range">How far to look; fraction of the price; in (0, 1).</param>
    /// <param name="pain">The stretch; of two with the same mass the one found first, longs before shorts.</param>
    /// <param name="logHeight">Height of the stretch in log price; 0.01 is about 1%; in [one cell, 1].</param>
    /// <returns>Whether any mass lies within the range.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is NaN or outside its range.</exception>
    public static bool TryMaximumPain(in LiquidationView view, double range, out MaximumPain pain, double logHeight = 0.01)
    {
        LogPriceGrid grid = view.Map.Grid;
        Guard.InRange(logHeight, grid.CellLogWidth, 1);
        int height = (int)Math.Round(logHeight / grid.CellLogWidth);
        pain = default;
        for (int i = 0; i < 2; i++)
        {
            PositionSide side = i == 0 ? PositionSide.Long : PositionSide.Short;
            (int first, int last) = Cells(view, side, range);
            double held = 0;
            for (int cell = first; cell <= last; cell++)
            {
                held += Notional(view.Map, side, cell);
                if (cell - first >= height)
                {
                    held -= Notional(view.Map, side, cell - height);
                }

                if (held > pain.Notional * (1 + 1e-12))
                {
                    pain = new MaximumPain(side, grid.PriceAt(Math.Max(cell + 1 - (height / 2.0), first)), held);
                }
            }
        }

        return pain.Notional > 0;
    }

    /// <summary>Stretches ahead of one side that hold next to nothing, in order of rising price.</summary>
    /// <param name="view">The map and the price it is seen from.</param>
    /// <param name="side">Side of the positions.</param>
    /// <param name="range">How far to look; fraction of the price; in (0, 1).</param>
    /// <param name="zones">Receives the stretches; what does not fit is left out.</param>
    /// <param name="floor">A cell is empty below this share of the mean cell in range; in [0, 1].</param>
    /// <param name="leastLogHeight">Lower stretches are left out; log price; in [0, 1].</param>
    /// <returns>How many were written.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is NaN or outside its range, or the side is unknown.</exception>
    public static int FindEmptyZones(
        in LiquidationView view, PositionSide side, double range, Span<EmptyZone> zones, double floor = 0.1, double leastLogHeight = 0.005)
    {
        Guard.InRange(floor, 0, 1);
        Guard.InRange(leastLogHeight, 0, 1);
        LogPriceGrid grid = view.Map.Grid;
        (int first, int last) = Cells(view, side, range);
        double total = 0;
        for (int cell = first; cell <= last; cell++)
        {
            total += view.Map.QuantityInCell(side, cell);
        }

        double least = floor * total / Math.Max(1, last - first + 1);
        int count = 0;
        int start = first;
        for (int cell = first; cell <= last + 1 && count < zones.Length; cell++)
        {
            if (cell <= last && view.Map.QuantityInCell(side, cell) <= least)
            {
                continue;
            }

            if (cell > start && (cell - start) * grid.CellLogWidth >= leastLogHeight - 1e-12)
            {
                zones[count++] = new EmptyZone(side, grid.LowPrice(start), grid.LowPrice(cell));
            }

            start = cell + 1;
        }

        return count;
    }

    /// <summary>The cluster that draws attention: the nearest of those at least as large as a share of the largest.</summary>
    /// <param name="clusters">Clusters as found.</param>
    /// <param name="magnet">The cluster; of two equally near ones the first.</param>
    /// <param name="shareOfLargest">In (0, 1].</param>
    /// <returns>Whether there is a cluster.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="shareOfLargest"/> is NaN or outside its range.</exception>
    public static bool TryMagnet(
        ReadOnlySpan<LiquidationCluster> clusters, out LiquidationCluster magnet, double shareOfLargest = 0.5)
    {
        Guard.InRange(shareOfLargest, double.Epsilon, 1);
        double largest = 0;
        foreach (LiquidationCluster cluster in clusters)
        {
            largest = Math.Max(largest, cluster.Notional);
        }

        magnet = default;
        bool isFound = false;
        foreach (LiquidationCluster cluster in clusters)
        {
            if (cluster.Notional >= shareOfLargest * largest && (!isFound || cluster.Distance < magnet.Distance))
            {
                magnet = cluster;
                isFound = true;
            }
        }

        return isFound;
    }

    /// <summary>Share of new positions per leverage that a kernel's distances imply.</summary>
    /// <remarks>
    /// Turns the isolated margin formula around: a liquidation at <c>r</c> times the entry means
    /// <c>1/L = s (1 - r (1 - s m))</c>, s +1 for longs and -1 for shorts. Source: docs/model.md, F1.
    /// </remarks>
    /// <param name="kernel">The kernel.</param>
    /// <param name="side">Side of the positions.</param>
    /// <param name="maintenanceMarginRate"><c>m</c>; fraction; in [0, 0.5].</param>
    /// <param name="edges">Leverages that part the buckets, rising.</param>
    /// <param name="shares">
    /// Receives one share more than there are edges: below the first edge, from each edge on, from the last on; positions
    /// that no price liquidates count as below the first.
    /// </param>
    /// <exception cref="ArgumentException">There is no room for the shares.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The rate is NaN or outside its range, or the side is unknown.</exception>
    public static void LeverageShares(
        LeverageKernel kernel, PositionSide side, double maintenanceMarginRate, ReadOnlySpan<double> edges, Span<double> shares)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        Guard.InRange(maintenanceMarginRate, 0, 0.5);
        if (shares.Length != edges.Length + 1)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"shares holds {shares.Length} numbers; expected {edges.Length + 1}."), nameof(shares));
        }

        shares.Clear();
        shares[0] = kernel.Unliquidatable(side);
        foreach (KernelPoint point in kernel.Points(side))
        {
            double inverse = LiquidationPrice.InverseLeverage(side, Math.Exp(point.LogDistance), maintenanceMarginRate);
            double leverage = inverse > 0 ? 1 / inverse : double.PositiveInfinity;
            int bucket = 0;
            while (bucket < edges.Length && leverage >= edges[bucket] * (1 - 1e-9))
            {
                bucket++;
            }

            shares[bucket] += point.Weight;
        }
    }

    private static double Notional(LiquidationMap map, PositionSide side, int cell) =>
        map.QuantityInCell(side, cell) * map.Grid.MidPrice(cell);

    /// <summary>Cells that lie ahead in whole or in part.</summary>
    private static (int First, int Last) Cells(in LiquidationView view, PositionSide side, double range)
    {
        (double from, double to) = view.Range(side, range);
        return (view.Map.Grid.CellOf(from), view.Map.Grid.CellOf(to));
    }
}
