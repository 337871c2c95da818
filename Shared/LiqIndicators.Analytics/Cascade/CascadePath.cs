namespace LiqIndicators.Analytics.Cascade;

/// <summary>Open mass that is liquidated between two distances from the price.</summary>
/// <param name="From">Nearer end; fraction of price; at least 0.</param>
/// <param name="To">Farther end; fraction of price; above <paramref name="From"/>.</param>
/// <param name="Notional">Spread evenly between the ends; quote currency; at least 0.</param>
public readonly record struct LiquidationCell(double From, double To, double Notional);

/// <summary>Where a shock ends once the positions it liquidates are closed into the market.</summary>
/// <param name="Move">Distance at which everything is absorbed; fraction of price.</param>
/// <param name="ForcedNotional">Closed by force on the way; quote currency.</param>
/// <param name="Amplification">Move over shock; at least 1.</param>
/// <param name="IsBeyondMap">Whether it ends beyond the last cell, where nothing is known to wait.</param>
public readonly record struct CascadeEnd(double Move, double ForcedNotional, double Amplification, bool IsBeyondMap);

/// <summary>Carries a shock through what waits to be liquidated.</summary>
/// <remarks>
/// The shock is news: quotes go with it, and the book forms anew around the price that it leaves. What it liquidates on its way,
/// and everything that is liquidated further on, meets that book. The end is the smallest <c>u &gt;= shock</c> with
/// <c>absorbed(u - shock) &gt;= phi mass(u)</c>; where depth is even this is <c>absorbed(u) &gt;= absorbed(shock) + phi mass(u)</c>. As what is
/// absorbed is convex and mass is straight inside a cell, the balance can turn only once per cell: the cell of the end is the first
/// whose far side is in balance, and Newton's method from there comes down to the end without passing it.
/// </remarks>
public static class CascadePath
{
    /// <summary>Where a shock ends.</summary>
    /// <param name="shock">Move that comes from elsewhere; fraction of price; &gt; 0.</param>
    /// <param name="cells">Ascending, not overlapping.</param>
    /// <param name="depth">What the market absorbs.</param>
    /// <param name="passThrough"><c>phi</c>; share of the mass that is closed into the market; in [0, 1].</param>
    /// <exception cref="ArgumentException">There is no depth, or the cells are not in order.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is NaN or outside its range.</exception>
    public static CascadeEnd End(
        double shock, ReadOnlySpan<LiquidationCell> cells, in DepthCurve depth, double passThrough)
    {
        Guard.Positive(shock);
        Guard.InRange(passThrough, 0, 1);
        RequireDepth(depth);
        double forced = 0;
        double last = 0;
        for (int i = 0; i < cells.Length; i++)
        {
            ref readonly LiquidationCell cell = ref cells[i];
            RequireOrder(cell, last);
            bool isGapBefore = cell.From > last;
            last = cell.To;
            double mass = passThrough * cell.Notional;
            if (cell.To <= shock)
            {
                forced += mass;
                continue;
            }

            if (isGapBefore && cell.From > shock && depth.Absorbable(cell.From - shock) >= forced)
            {
                return Ended(shock, shock + depth.DistanceOf(forced), forced, isBeyondMap: false);
            }

            if (depth.Absorbable(cell.To - shock) < forced + mass)
            {
                forced += mass;
                continue;
            }

            double slope = mass / (cell.To - cell.From);
            double near = Math.Max(cell.From, shock);
            double move = cell.To;
            for (int step = 0; step < 20; step++)
            {
                double balance = depth.Absorbable(move - shock) - forced - (slope * (move - cell.From));
                double steepness = depth.DepthAt(move - shock) - slope;
                double next = steepness > 0 ? move - (balance / steepness) : move;
                if (!(next < move))
                {
                    break;
                }

                move = Math.Max(next, near);
            }

            return Ended(shock, move, forced + (slope * (move - cell.From)), isBeyondMap: false);
        }

        double end = shock + depth.DistanceOf(forced);
        return Ended(shock, end, forced, isBeyondMap: end > last);
    }

    /// <summary>Where the map first runs by itself, and how strongly.</summary>
    /// <param name="cells">Ascending, not overlapping.</param>
    /// <param name="depth">What the market absorbs.</param>
    /// <param name="passThrough"><c>phi</c>; in [0, 1].</param>
    /// <param name="peakReproduction">Largest reproduction number of a cell; 0 for an empty map.</param>
    /// <returns>Nearer end of the first cell whose reproduction number exceeds 1; fraction of price, NaN for none.</returns>
    /// <exception cref="ArgumentException">There is no depth, or the cells are not in order.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="passThrough"/> is NaN or outside its range.</exception>
    public static double CriticalMove(
        ReadOnlySpan<LiquidationCell> cells, in DepthCurve depth, double passThrough, out double peakReproduction)
    {
        Guard.InRange(passThrough, 0, 1);
        RequireDepth(depth);
        double critical = double.NaN;
        double peakMass = 0;
        double peakAbsorbed = 1;
        double last = 0;
        double absorbedTo = 0;
        for (int i = 0; i < cells.Length; i++)
        {
            ref readonly LiquidationCell cell = ref cells[i];
            RequireOrder(cell, last);
            double absorbedFrom = cell.From == last ? absorbedTo : depth.Absorbable(cell.From);
            last = cell.To;
            absorbedTo = depth.Absorbable(cell.To);
            double mass = passThrough * cell.Notional;
            double absorbed = absorbedTo - absorbedFrom;
            if (mass > absorbed && double.IsNaN(critical))
            {
                critical = cell.From;
            }

            // Compared as products: one division at the end instead of one per cell.
            if (mass * peakAbsorbed > peakMass * absorbed)
            {
                peakMass = mass;
                peakAbsorbed = absorbed;
            }
        }

        peakReproduction = peakMass / peakAbsorbed;
        return critical;
    }

    private static CascadeEnd Ended(double shock, double move, double forced, bool isBeyondMap) =>
        new(move, forced, move / shock, isBeyondMap);

    private static void RequireDepth(in DepthCurve depth)
    {
        if (!depth.Exists)
        {
            throw new ArgumentException("depth is empty; expected a curve of an order book or of impact.", nameof(depth));
        }
    }

    private static void RequireOrder(in LiquidationCell cell, double last)
    {
        if (!(cell.From >= last && cell.To > cell.From && cell.Notional >= 0 && cell.Notional <= double.MaxValue))
        {
            throw new ArgumentException(
                FormattableString.Invariant($"{cell} is out of order after {last}; expected ascending cells of at least 0."),
                nameof(cell));
        }
    }
}
