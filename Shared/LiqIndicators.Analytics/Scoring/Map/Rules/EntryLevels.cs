using LiqIndicators.Analytics.Market;
using MathNet.Numerics.Distributions;

namespace LiqIndicators.Analytics.Scoring.Map.Rules;

/// <summary>Liquidation prices as fixed multiples of the entry, with their shares.</summary>
internal sealed class EntryLevels
{
    private static readonly (double Leverage, double Share)[] Mix = { (5, 0.15), (10, 0.30), (25, 0.25), (50, 0.20), (100, 0.10) };

    private readonly (double Long, double Short, double Share)[] _levels;

    private EntryLevels((double Long, double Short, double Share)[] levels) => _levels = levels;

    /// <summary>The textbook mix of leverages at exact isolated prices: <c>(1 ∓ 1/L) / (1 ∓ m)</c>.</summary>
    /// <param name="maintenanceMarginRate"><c>m</c>; 0 gives the naive 1/L levels.</param>
    public static EntryLevels Textbook(double maintenanceMarginRate) => new(Array.ConvertAll(Mix, tier => (
        (1 - (1 / tier.Leverage)) / (1 - maintenanceMarginRate),
        (1 + (1 / tier.Leverage)) / (1 + maintenanceMarginRate),
        tier.Share)));

    /// <summary>Equal shares at the quantiles <c>i / (n + 1)</c>, <c>i = 1..n</c>, of a log-normal distance.</summary>
    public static EntryLevels LogNormal(double median, double sigma, int count)
    {
        (double, double, double)[] levels = new (double, double, double)[count];
        for (int i = 0; i < count; i++)
        {
            double distance = median * Math.Exp(sigma * Normal.InvCDF(0, 1, (i + 1.0) / (count + 1)));
            levels[i] = (1 - distance, 1 + distance, 1.0 / count);
        }

        return new EntryLevels(levels);
    }

    /// <summary>Puts positions of one entry price into cells; what no price liquidates is left out.</summary>
    public void Deposit(PositionSide side, double entryPrice, double quantity, LogPriceCells cells)
    {
        if (!(quantity > 0))
        {
            return;
        }

        foreach ((double below, double above, double share) in _levels)
        {
            double multiple = side == PositionSide.Long ? below : above;
            if (multiple > 0)
            {
                cells.Add(cells.CellOf(entryPrice * multiple), quantity * share);
            }
        }
    }

    /// <summary>Share of positions of one entry price that are liquidated between two prices.</summary>
    public double ShareBetween(PositionSide side, double entryPrice, double lowPrice, double highPrice)
    {
        double sum = 0;
        foreach ((double below, double above, double share) in _levels)
        {
            double price = entryPrice * (side == PositionSide.Long ? below : above);
            if (price >= lowPrice && price <= highPrice)
            {
                sum += share;
            }
        }

        return sum;
    }
}
