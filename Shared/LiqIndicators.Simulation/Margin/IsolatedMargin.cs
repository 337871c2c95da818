using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Simulation.Margin;

/// <summary>The venue's own liquidation arithmetic: linear contract, isolated margin, brackets by notional.</summary>
internal static class IsolatedMargin
{
    /// <summary>Price at which the equity of a position equals its maintenance margin.</summary>
    /// <remarks>
    /// Solves <c>margin + s Q (P - E) = m Q P - c</c> in the bracket of the notional at <c>P</c>. The maintenance margin is
    /// the largest of the brackets' lines, so the first line to be met decides: the highest price for a long, the lowest
    /// for a short. Fees and funding are not charged to the margin.
    /// </remarks>
    /// <param name="side">Side of the position.</param>
    /// <param name="entryPrice"><c>E</c>; quote per base, above 0.</param>
    /// <param name="quantity"><c>Q</c> of one position; base units, above 0.</param>
    /// <param name="margin">Isolated margin with all that was added; quote currency.</param>
    /// <param name="tiers">Brackets of the venue.</param>
    /// <returns>Quote per base; 0 for a long that cannot be liquidated.</returns>
    public static double LiquidationPrice(
        PositionSide side, double entryPrice, double quantity, double margin, MarginTierTable tiers)
    {
        const double Rounding = 1e-9;
        bool isLong = side == PositionSide.Long;
        double price = isLong ? 0 : double.PositiveInfinity;
        for (int i = 0; i < tiers.Count; i++)
        {
            MarginTier tier = tiers[i];
            double cushion = (margin + tier.MaintenanceDeduction) / quantity;
            price = isLong
                ? Math.Max(price, (entryPrice - cushion) / (1 - tier.MaintenanceMarginRate))
                : Math.Min(price, (entryPrice + cushion) / (1 + tier.MaintenanceMarginRate));
        }

        return price > Rounding * entryPrice ? price : 0;
    }

    /// <summary>Margin with which a position has its liquidation price at a given price; quote currency.</summary>
    public static double MarginFor(
        PositionSide side, double entryPrice, double quantity, double liquidationPrice, MarginTierTable tiers) =>
        -Excess(side, entryPrice, quantity, 0, liquidationPrice, tiers);

    /// <summary>Equity of a position less its maintenance margin; quote currency, below 0 when it must be liquidated.</summary>
    public static double Excess(
        PositionSide side, double entryPrice, double quantity, double margin, double price, MarginTierTable tiers)
    {
        double profit = quantity * (side == PositionSide.Long ? price - entryPrice : entryPrice - price);
        return margin + profit - tiers.MaintenanceMargin(quantity * price);
    }
}
