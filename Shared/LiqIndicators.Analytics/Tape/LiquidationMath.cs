namespace LiqIndicators.Analytics.Tape;

/// <summary>Sums of liquidations; sides are those of the positions, and the tape counts longs positive.</summary>
public static class LiquidationMath
{
    /// <summary>Longs minus shorts; quote currency, or NaN when either is not available.</summary>
    public static double Net(double longNotional, double shortNotional) => longNotional - shortNotional;

    /// <summary>Longs plus shorts; quote currency, or NaN when either is not available.</summary>
    public static double Total(double longNotional, double shortNotional) => longNotional + shortNotional;

    /// <summary>Net over total.</summary>
    /// <returns>In [-1, 1]: 1 when only longs were liquidated; NaN when nothing was.</returns>
    public static double Imbalance(double longNotional, double shortNotional)
    {
        double total = Total(longNotional, shortNotional);
        return total > 0 ? Net(longNotional, shortNotional) / total : double.NaN;
    }
}
