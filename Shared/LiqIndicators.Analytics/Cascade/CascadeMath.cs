namespace LiqIndicators.Analytics.Cascade;

/// <summary>Formulas of forced selling into a market that absorbs only so much.</summary>
public static class CascadeMath
{
    /// <summary>Price impact of an order by the square-root law: <c>dP/P = Y sigma sqrt(Q / ADV)</c>.</summary>
    /// <param name="notional"><c>Q</c>; quote currency; at least 0.</param>
    /// <param name="dailyVolume"><c>ADV</c>; quote currency per day; &gt; 0.</param>
    /// <param name="dailyVolatility"><c>sigma</c>; fraction per root day; &gt; 0.</param>
    /// <param name="impact"><c>Y</c>; dimensionless, 0.5 to 1.3 as measured; &gt; 0.</param>
    /// <returns>Fraction of price; at least 0.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is NaN or outside its range.</exception>
    public static double SquareRootImpact(double notional, double dailyVolume, double dailyVolatility, double impact = 1) =>
        Guard.Positive(impact) * Guard.Positive(dailyVolatility)
            * Math.Sqrt(Guard.NotNegative(notional) / Guard.Positive(dailyVolume));

    /// <summary>What a first event grows to when each sets off <c>n</c> more: <c>1 / (1 - n)</c>.</summary>
    /// <param name="branchingRatio"><c>n</c>; in [0, 1).</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="branchingRatio"/> is NaN or outside its range.</exception>
    public static double Amplification(double branchingRatio) => 1 / (1 - Guard.InRange(branchingRatio, 0, 0.999999999));

    /// <summary>Branching ratio behind a measured amplification: <c>1 - 1 / A</c>.</summary>
    /// <param name="amplification"><c>A</c>; at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="amplification"/> is NaN or below 1.</exception>
    public static double BranchingRatio(double amplification) =>
        1 - (1 / Guard.InRange(amplification, 1, double.MaxValue));

    /// <summary>By how much depth shrinks in a move of this size, as measured.</summary>
    /// <param name="sigmas">Size of the move in its ordinary deviations; sign does not matter; NaN counts as ordinary.</param>
    /// <returns>1, 1.75, 2.4 or 6.1 from 0, 8, 12 and 20 deviations on.</returns>
    public static double DepthDivisor(double sigmas) => Math.Abs(sigmas) switch
    {
        >= 20 => 6.1,
        >= 12 => 2.4,
        >= 8 => 1.75,
        _ => 1,
    };

    /// <summary>Reproduction number: forced notional per unit of move over what is absorbed per unit of move.</summary>
    /// <param name="passThrough"><c>phi</c>; share of the open mass that is closed into the market; in [0, 1].</param>
    /// <param name="openMass">Open mass that the stretch liquidates; quote currency; at least 0.</param>
    /// <param name="absorbable">What the market absorbs over the same stretch; quote currency; &gt; 0.</param>
    /// <returns>At least 0; above 1 the stretch runs by itself.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is NaN or outside its range.</exception>
    public static double Reproduction(double passThrough, double openMass, double absorbable) =>
        Guard.InRange(passThrough, 0, 1) * Guard.NotNegative(openMass) / Guard.Positive(absorbable);
}
