using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Analytics.Liquidation;

/// <summary>Finds the pockets of a map: discrete bands around local peaks of density, ranked by what they are worth.</summary>
/// <remarks>
/// <para>
/// Per side, the mass per cell ahead of the price is smoothed and divided by the mean of its neighbourhood. Where this
/// relief peaks, more stands than around: behind a level that price has not traded for long, or between two such levels.
/// The relief is split at its minima; peaks too near each other or hardly separated become one; a band is what lies above
/// half the height of its peak, and a band higher than allowed keeps its densest part. So the slow slope of a wide kernel
/// gives no bands, and its steps give narrow ones.
/// </para>
/// <para>An instance owns working memory: it allocates once for a map and range, and is not for use by two threads.</para>
/// </remarks>
public sealed class LiquidationClusters
{
    private readonly LiquidationClusterOptions _options;
    private double[] _density = Array.Empty<double>();
    private double[] _smooth = Array.Empty<double>();
    private double[] _relief = Array.Empty<double>();
    private double[] _sums = Array.Empty<double>();
    private Basin[] _basins = Array.Empty<Basin>();

    /// <summary>A finder.</summary>
    /// <param name="options">Choices; null for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is NaN or outside its range.</exception>
    public LiquidationClusters(LiquidationClusterOptions? options = null) =>
        _options = (options ?? new LiquidationClusterOptions()).Checked();

    /// <summary>The choices in force.</summary>
    public LiquidationClusterOptions Options => _options;

    /// <summary>Finds the clusters of both sides.</summary>
    /// <param name="view">The map and the price it is seen from.</param>
    /// <param name="destination">Receives the clusters, the most valuable first; what does not fit is left out.</param>
    /// <returns>Number of clusters written; 0 when there is no mass in range.</returns>
    public int Find(in LiquidationView view, Span<LiquidationCluster> destination)
    {
        if (!view.Map.IsReady)
        {
            return 0;
        }

        Span<LiquidationCluster> best = destination[..Math.Min(destination.Length, _options.MaximumCount)];
        double floor = _options.NoiseFloor
            * (view.NotionalWithin(PositionSide.Long, _options.Range) + view.NotionalWithin(PositionSide.Short, _options.Range));
        int count = FindSide(view, PositionSide.Long, floor, best, 0);
        return FindSide(view, PositionSide.Short, floor, best, count);
    }

    private int FindSide(
        in LiquidationView view, PositionSide side, double floor, Span<LiquidationCluster> best, int count)
    {
        Band all = Load(view, side);
        if (all.Cells == 0)
        {
            return count;
        }

        double sideQuantity = 0;
        for (int i = 0; i < all.Cells; i++)
        {
            sideQuantity += _density[i];
        }

        if (!(sideQuantity > 0))
        {
            return count;
        }

        double cell = view.Map.Grid.CellLogWidth;
        MakeRelief(all.Cells, cell);
        int basins = Merge(Split(all.Cells), _options.MergeDistance / cell);
        int largestWidth = Math.Max(1, (int)Math.Round(_options.LargestWidth / cell));
        for (int i = 0; i < basins; i++)
        {
            if (_relief[_basins[i].Peak] < 1 + _options.Prominence)
            {
                continue;
            }

            (int from, int to) = Cut(_basins[i], largestWidth);
            LiquidationCluster cluster = Measure(view, side, all, from, to, sideQuantity);
            if (cluster.Notional > 0 && cluster.Notional >= floor)
            {
                count = Insert(best, count, cluster);
            }
        }

        return count;
    }

    /// <summary>Reads the mass ahead of the price, the nearest cell first.</summary>
    private Band Load(in LiquidationView view, PositionSide side)
    {
        LogPriceGrid grid = view.Map.Grid;
        (double from, double to) = view.Range(side, _options.Range);
        if (!(from < to))
        {
            return default;
        }

        double low = grid.PositionOf(from);
        double high = grid.PositionOf(to);
        int lowest = (int)Math.Floor(low);
        int highest = (int)Math.Ceiling(high) - 1;
        int cells = Math.Max(0, highest - lowest + 1);
        if (_density.Length < cells)
        {
            // The number of cells in a range moves by one or two with the price.
            _density = new double[cells + 8];
            _smooth = new double[cells + 8];
            _relief = new double[cells + 8];
            _sums = new double[cells + 9];
            _basins = new Basin[cells + 8];
        }

        int sign = LiquidationMap.Outward(side);
        int nearest = side == PositionSide.Long ? highest : lowest;
        for (int i = 0; i < cells; i++)
        {
            int index = nearest + (sign * i);
            double part = Math.Min(high, index + 1.0) - Math.Max(low, index);
            _density[i] = view.Map.QuantityInCell(side, index) * part;
        }

        return new Band(nearest, sign, cells, low, high);
    }

    /// <summary>
    /// Smooths by two moving means, whose reach grows with distance, and divides by a third over the neighbourhood.
    /// </summary>
    private void MakeRelief(int cells, double cell)
    {
        double near = _options.MergeDistance / (4 * cell);
        double around = _options.Neighbourhood / (2 * cell);
        double growth = _options.FarSmoothing;
        Mean(_density, _relief, cells, near, growth);
        Mean(_relief, _smooth, cells, near, growth);
        Mean(_smooth, _relief, cells, around, 2 * growth);
        for (int i = 0; i < cells; i++)
        {
            _relief[i] = _relief[i] > 0 ? _smooth[i] / _relief[i] : 0;
        }
    }

    /// <summary>Mean over what there is of the cells within a radius that grows with distance.</summary>
    private void Mean(double[] source, double[] target, int cells, double radius, double growth)
    {
        _sums[0] = 0;
        for (int i = 0; i < cells; i++)
        {
            _sums[i + 1] = _sums[i] + source[i];
        }

        for (int i = 0; i < cells; i++)
        {
            int reach = (int)Math.Round(radius + (growth * i));
            int from = Math.Max(0, i - reach);
            int to = Math.Min(cells, i + reach + 1);
            target[i] = (_sums[to] - _sums[from]) / (to - from);
        }
    }

    /// <summary>Splits the cells at every local minimum of the relief, which stays with the nearer part.</summary>
    private int Split(int cells)
    {
        int count = 0;
        int from = 0;
        int peak = 0;
        bool isFalling = false;
        for (int i = 1; i < cells; i++)
        {
            if (_relief[i] > _relief[i - 1] && isFalling)
            {
                _basins[count++] = new Basin(from, i - 1, peak);
                from = i;
                peak = i;
                isFalling = false;
            }
            else if (_relief[i] < _relief[i - 1])
            {
                isFalling = true;
            }

            if (_relief[i] > _relief[peak])
            {
                peak = i;
            }
        }

        _basins[count++] = new Basin(from, cells - 1, peak);
        return count;
    }

    /// <summary>Joins neighbours, those with the shallowest valley first, until all that is left are pockets of their own.</summary>
    private int Merge(int count, double mergeCells)
    {
        while (count > 1)
        {
            int join = -1;
            double shallowest = 1 / (1 + _options.Prominence);
            for (int i = 0; i + 1 < count; i++)
            {
                double lower = Math.Min(_relief[_basins[i].Peak], _relief[_basins[i + 1].Peak]);
                bool isNear = _basins[i + 1].Peak - _basins[i].Peak < mergeCells;
                double depth = isNear || !(lower > 0) ? 2 : _relief[_basins[i].To] / lower;
                if (depth > shallowest)
                {
                    shallowest = depth;
                    join = i;
                }
            }

            if (join < 0)
            {
                break;
            }

            Basin left = _basins[join];
            Basin right = _basins[join + 1];
            int peak = _relief[right.Peak] > _relief[left.Peak] ? right.Peak : left.Peak;
            _basins[join] = new Basin(left.From, right.To, peak);
            count--;
            Array.Copy(_basins, join + 2, _basins, join + 1, count - join - 1);
        }

        return count;
    }

    /// <summary>Keeps what stands out by at least half of what the peak does, and not more than allowed.</summary>
    private (int From, int To) Cut(in Basin basin, int largestWidth)
    {
        double threshold = 1 + ((_relief[basin.Peak] - 1) / 2);
        int from = basin.Peak;
        while (from > basin.From && _relief[from - 1] >= threshold)
        {
            from--;
        }

        int to = basin.Peak;
        while (to < basin.To && _relief[to + 1] >= threshold)
        {
            to++;
        }

        while (to - from + 1 > largestWidth)
        {
            if (to > basin.Peak && (from == basin.Peak || _smooth[to] <= _smooth[from]))
            {
                to--;
            }
            else
            {
                from++;
            }
        }

        return (from, to);
    }

    private LiquidationCluster Measure(
        in LiquidationView view, PositionSide side, in Band all, int from, int to, double sideQuantity)
    {
        int near = all.Nearest + (all.Sign * from);
        int far = all.Nearest + (all.Sign * to);
        LogPriceGrid grid = view.Map.Grid;
        double low = grid.PriceAt(Math.Max(all.Low, Math.Min(near, far)));
        double high = grid.PriceAt(Math.Min(all.High, Math.Max(near, far) + 1.0));

        int peak = from;
        double quantity = 0;
        double notional = 0;
        double moment = 0;
        double mass = 0;
        SideMass cells = view.Map.Mass(side);
        for (int i = from; i <= to; i++)
        {
            int index = all.Nearest + (all.Sign * i);
            peak = _smooth[i] > _smooth[peak] ? i : peak;
            quantity += _density[i];
            notional += _density[i] * grid.MidPrice(index);
            moment += cells.MomentAt(all.Sign * index);
            mass += cells.QuantityAt(all.Sign * index);
        }

        double edge = side == PositionSide.Long ? view.Price - high : low - view.Price;
        return new LiquidationCluster(
            side,
            low,
            high,
            grid.MidPrice(all.Nearest + (all.Sign * peak)),
            quantity,
            notional,
            quantity / sideQuantity,
            mass > 0 ? Math.Max(0, view.Map.Hours - (moment / mass)) : 0,
            Math.Max(0, edge / view.Price));
    }

    /// <summary>Keeps the list in falling order of worth; equals keep the order they were found in.</summary>
    private static int Insert(Span<LiquidationCluster> best, int count, in LiquidationCluster cluster)
    {
        int at = count;
        while (at > 0 && best[at - 1].Notional < cluster.Notional)
        {
            at--;
        }

        if (at >= best.Length)
        {
            return count;
        }

        int moved = Math.Min(count, best.Length - 1) - at;
        best.Slice(at, moved).CopyTo(best[(at + 1)..]);
        best[at] = cluster;
        return Math.Min(count + 1, best.Length);
    }

    private readonly record struct Basin(int From, int To, int Peak);

    private readonly record struct Band(int Nearest, int Sign, int Cells, double Low, double High);
}
